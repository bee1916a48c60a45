/** Reads the station's receipts from the stick: what arrived, what is missing, which keys it uses now. */
import { basename } from 'node:path';
import {
  judgeReceipt,
  kindOf,
  openKeyset,
  openReceipt,
  tagOfBox,
  type Keyset,
  type OpenedReceipt,
  type ReceiptManifest,
} from '#bundle-format';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Desk, Journal } from '#main/db/journal.ts';
import { bundles, receipts } from '#main/db/shelf-tables.ts';
import type { TakeDecisions } from './decisions.ts';
import { updateSnapshots, type Snapshots } from './monthly/snapshots.ts';
import { isWhole } from './new-bundle.ts';
import { dropFormerBox, identitiesOf, type OfficeKeys } from './office-keys.ts';
import { LOST, presentIn, type BundleRecord, type Outbox } from './outbox.ts';
import { keepStation } from './pinned-station.ts';
import { sentBy, type TakeSent } from './sent.ts';

export interface ReceiptDesk {
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly snapshots: Snapshots;
  readonly office: string;
  readonly keys: OfficeKeys;
  /** The pinned station, read anew for each file: a receipt may bring newer keys. */
  readonly station: () => Keyset | null;
  /** Whoever carries the stick is not told whether there were any. */
  readonly takeDecisions: TakeDecisions;
  readonly takeSent: TakeSent;
}

export interface ReceiptOutcome {
  readonly file: string;
  /** Null: accepted. A receipt already read is simply passed over. */
  readonly check: string | null;
}

/**
 * Every file gives one outcome. A refused file stays where it is and changes nothing. Keysets come first, since only the root
 * has to be known for them; a receipt of an unknown signer is read again once one of them, or another receipt, brought newer keys.
 */
export async function readReceipts(
  desk: ReceiptDesk,
  caller: Caller,
  files: readonly string[],
): Promise<ReceiptOutcome[]> {
  const checks = new Map<string, string | null>();
  const sealed: string[] = [];
  // What the station gave back after a PC was lost lies beside its receipts; a new office took it, and nobody else can.
  const givenBack = new Set<string>();
  for (const path of files) {
    const kind = await kindOf(path);
    if (kind === 'keyset') checks.set(path, (await readKeyset(desk, caller, path)).check);
    else if (kind === 'restore') givenBack.add(path);
    else if (typeof kind === 'string') sealed.push(path);
    else checks.set(path, kind.code);
  }
  for (let waiting: readonly string[] = sealed; waiting.length > 0;) {
    const before = desk.station()?.version;
    const unknown = await readSealed(desk, caller, waiting, checks);
    waiting = desk.station()?.version === before ? [] : unknown;
  }
  return files
    .filter((path) => !givenBack.has(path))
    .map((path) => ({ file: basename(path), check: checks.get(path) ?? null }));
}

/** Answers those whose signer is not known. */
async function readSealed(
  desk: ReceiptDesk,
  caller: Caller,
  paths: readonly string[],
  checks: Map<string, string | null>,
): Promise<readonly string[]> {
  const opened: { readonly path: string; readonly receipt: OpenedReceipt }[] = [];
  const unknown: string[] = [];
  for (const path of paths) {
    const receipt = await open(desk, path);
    if (receipt.ok) opened.push({ path, receipt });
    else if (!(await wasReadBefore(desk, path, receipt.code))) checks.set(path, receipt.code);
    if (!receipt.ok && receipt.code === 'E703') unknown.push(path);
  }
  // In the station's order, so that an older receipt read last is not taken for a replay.
  opened.sort((a, b) => order(a.receipt.manifest) - order(b.receipt.manifest));
  for (const { path, receipt } of opened)
    checks.set(path, await accept(desk, caller, basename(path), receipt));
  return unknown;
}

/** Receipts stay on the stick. What was accepted once is no stranger because the keys of that time are gone. */
async function wasReadBefore({ outbox }: ReceiptDesk, path: string, code: string): Promise<boolean> {
  if (code !== 'E702' && code !== 'E703') return false;
  return outbox.acceptedFile(basename(path)) && (await isWhole(path));
}

function order(manifest: ReceiptManifest): number {
  return manifest.station_epoch * 1e9 + manifest.seq;
}

async function open(desk: ReceiptDesk, path: string): ReturnType<typeof openReceipt> {
  const station = desk.station() ?? refuse({ code: 'not-enrolled' });
  return openReceipt(path, {
    office: desk.office,
    station: station.station,
    identities: identitiesOf(desk.keys),
    signers: station.sign,
  });
}

async function readKeyset(
  desk: ReceiptDesk,
  caller: Caller,
  origin: string | Buffer,
): Promise<ReceiptOutcome> {
  const held = desk.station() ?? refuse({ code: 'not-enrolled' });
  const file = typeof origin === 'string' ? basename(origin) : '';
  const opened = await openKeyset(origin, { root: held.root, held });
  if (!opened.ok) return { file, check: opened.code };
  if (opened.warnings.includes('I806')) return { file, check: null };
  desk.journal.write(caller, (write) => keepStation(write, caller, opened.keyset, 'keyset-renewed'));
  return { file, check: null };
}

async function accept(
  desk: ReceiptDesk,
  caller: Caller,
  file: string,
  receipt: OpenedReceipt,
): Promise<string | null> {
  const { manifest, manifestSha256 } = receipt;
  // Receipts stay on the stick: one that was read before is passed over, not taken for a replay.
  if (desk.outbox.knowsReceipt(manifestSha256)) return null;
  const last = desk.outbox.lastReceipt();
  const present = presentIn(desk.outbox);
  const verdict = judgeReceipt(
    {
      office: desk.office,
      last: last && { station_epoch: last.stationEpoch, station_tag: last.stationTag, seq: last.seq },
      chainAt: (epoch, n) => desk.outbox.chainAt({ epoch, n }),
      closedAt: (epoch) => (epoch < present ? desk.outbox.headLine(epoch) : null),
    },
    manifest,
  );
  if (!verdict.ok) return verdict.code;
  const { keys } = desk;
  const isNewBox = keys.formerBox !== null && receipt.boxTag === tagOfBox(keys.box.recipient);
  desk.journal.write(caller, (write) => {
    if (isNewBox) dropFormerBox(write);
    write.shelves.keep(receipts, {
      stationEpoch: manifest.station_epoch,
      seq: manifest.seq,
      stationTag: manifest.station_tag,
      file,
      manifestSha256,
      readAt: write.now,
      confirmed: JSON.stringify(verdict.confirmed),
    });
    for (const bundle of desk.outbox.all())
      updateBundle(write, bundle, verdict.confirmed[bundle.epoch] ?? 0, manifest);
    updateSnapshots(write, desk.snapshots.all(), manifest, verdict.confirmed);
    const facts = { event: 'receipt', seq: manifest.seq, confirmed: verdict.confirmed[present] ?? 0 };
    write.note('R', 'station', manifest.station, facts);
    desk.takeDecisions(write, receipt.decisions);
    desk.takeSent(write, sentBy(receipt, present));
  });
  if (isNewBox) {
    const { signer, box, renewal } = keys;
    keys.use({ signer, box, renewal, formerBox: null });
  }
  if (receipt.keysetFile !== null) {
    const renewed = await readKeyset(desk, caller, receipt.keysetFile);
    return renewed.check;
  }
  return null;
}

/** A bundle is confirmed by what was applied, never by the mere mention of its file. */
function updateBundle(desk: Desk, bundle: BundleRecord, confirmed: number, manifest: ReceiptManifest): void {
  if (bundle.checkCode === LOST) return;
  const name = bundle.file.replace(/\.jwb$/, '');
  const refused = manifest.refused.find((entry) => entry.file === name);
  const seen = manifest.seen_files.includes(name);
  const applied = bundle.toN <= confirmed && (bundle.fromN <= bundle.toN || seen);
  if (applied) desk.shelves.keep(bundles, { ...bundle, state: 'confirmed', checkCode: null });
  else if (refused !== undefined)
    desk.shelves.keep(bundles, { ...bundle, state: 'refused', checkCode: refused.code });
  else if (seen) desk.shelves.keep(bundles, { ...bundle, state: 'held', checkCode: null });
  else if (bundle.state === 'confirmed')
    desk.shelves.keep(bundles, { ...bundle, state: 'written', checkCode: null });
}
