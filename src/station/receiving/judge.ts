// One file of the inbox: every check in its order, then into the store. Says what came of it and never throws for a file.
import { statfsSync } from 'node:fs';
import {
  BundleFault,
  codes,
  judgeSequence,
  openBundle,
  type BundleManifest,
  type Code,
  type HeldRange,
  type OpenedBundle,
  type ReceiptEcho,
  type Refusal,
} from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import { judgeSnapshot } from '#station/checking/judge-snapshot.ts';
import { readerOf } from '#station/keys/keysets.ts';
import { asRefusal, StationRefusal } from '#station/refusal.ts';
import type { Station } from '#station/station.ts';
import type { Outcome } from './outcome.ts';
import { judgeRenewal } from './renewals.ts';

export interface FileAtHand {
  readonly path: string;
  readonly name: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface Judged {
  readonly outcome: Outcome;
  /** The receipt the office holds, as soon as its manifest could be believed. */
  readonly echo: ReceiptEcho | null;
}

/** Lines, records, indexes and the write-ahead log, as multiples of the raw lines. */
const storeFactor = 4;
const reserve = 16 * 1024 * 1024;

export async function judgeFile(station: Station, hand: FileAtHand, at: Instant): Promise<Judged> {
  const seen: Seen = { manifest: null, missing: null, applyFrom: 0, skipped: null };
  const renewal = await judgeRenewal(station.keysets.current, hand.path);
  if (renewal !== null) return { outcome: outcomeOf(station, hand, seen, renewal), echo: null };
  const snapshot = await judgeSnapshot(station, hand, at);
  if (snapshot !== null) {
    const outcome = outcomeOf(station, hand, snapshot.seen, snapshot.fault);
    return { outcome: await unlessTaken(station, outcome), echo: null };
  }
  const opened = await openBundle(hand.path, readerOf(station.keys, station.keysets, station), {
    isAdmitted: (sha256) => station.store.isAdmitted(sha256),
    admit: (manifest, sha256) => admit(station, manifest, sha256, seen),
  });
  const failure = opened.ok ? await applyBundle(station, opened, seen.applyFrom, at) : pickFault(opened);
  const outcome = await unlessTaken(station, outcomeOf(station, hand, seen, failure));
  return { outcome, echo: seen.manifest?.last_receipt ?? null };
}

export interface Seen {
  /** What the file says of itself, once it could be believed. */
  manifest: Claim | null;
  missing: HeldRange | null;
  applyFrom: number;
  skipped: 'W509' | null;
  /** What came of a snapshot. */
  snapshot?: Outcome['snapshot'];
}

export type Claim = NonNullable<Outcome['place']> & Pick<BundleManifest, 'created' | 'last_receipt'>;

export interface Fault {
  readonly code: Code;
  readonly detail: string;
}

/** docs/format/bundle-v1.md, checks 18 to 20, and room for what is to come. */
async function admit(
  { store, home }: Station,
  manifest: BundleManifest,
  sha256: string,
  seen: Seen,
): Promise<Code | null> {
  seen.manifest = manifest;
  const verdict = judgeSequence(await store.held(manifest), manifest, sha256);
  if (verdict.disposition === 'hold') seen.missing = verdict.missing;
  if (verdict.disposition !== 'apply') return verdict.code;
  seen.applyFrom = verdict.applyFrom;
  seen.skipped = verdict.code;
  const needed = manifest.files.reduce((sum, { raw_size }) => sum + raw_size, 0) * storeFactor + reserve;
  return hasRoom(home.dir, needed) ? null : 'E901';
}

/** A total of 0 is what some file systems say when they do not know. */
export function hasRoom(folder: string, bytes: number): boolean {
  const { blocks, bavail, bsize } = statfsSync(folder);
  return blocks === 0 || bavail * bsize >= bytes;
}

/** What a former key sealed lies on its stick as long as nobody takes it off. Once it is in, nobody has to open it again. */
async function unlessTaken({ store, keysets }: Station, outcome: Outcome): Promise<Outcome> {
  if (outcome.code !== 'E402' || outcome.sha256 === null) return outcome;
  const place = await store.takenPlace(outcome.sha256);
  if (place === null) return outcome;
  const officeName = nameIn(keysets, place.office);
  return { ...outcome, place, officeName, disposition: 'duplicate', code: 'I502', detail: '' };
}

function nameIn({ current }: Station['keysets'], office: string): string | null {
  return current.offices.findLast((key) => key.office === office)?.name ?? null;
}

async function applyBundle(
  { store }: Station,
  opened: OpenedBundle,
  applyFrom: number,
  at: Instant,
): Promise<Fault | null> {
  try {
    await store.apply(opened, applyFrom, at);
    return null;
  } catch (error) {
    if (error instanceof BundleFault) return { code: error.code, detail: error.detail };
    const refusal = asRefusal(error);
    if (refusal instanceof StationRefusal && refusal.word === 'store-damaged') throw refusal;
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return { code: 'E620', detail: String(error.code) };
  }
}

function pickFault({ code, detail }: Refusal): Fault {
  return { code, detail };
}

function outcomeOf({ keysets }: Station, hand: FileAtHand, seen: Seen, fault: Fault | null): Outcome {
  const { manifest, missing, skipped } = seen;
  const doubtful = manifest !== null && manifest.created.doubt.length > 0;
  const warnings: Code[] = [
    ...(hand.name === `${hand.sha256.slice(0, 32)}.jwb` ? [] : (['W106'] as const)),
    ...(fault === null && skipped !== null ? [skipped] : []),
    ...(doubtful ? (['W510'] as const) : []),
  ];
  const code = fault?.code ?? skipped;
  return {
    name: hand.name,
    file: hand.file,
    sha256: hand.sha256,
    bytes: hand.bytes,
    place: manifest,
    officeName: manifest === null ? null : nameIn(keysets, manifest.office),
    disposition: code === null ? 'apply' : codes[code].disposition,
    code,
    detail: fault?.detail ?? '',
    missing,
    warnings,
    ...(seen.snapshot === undefined ? {} : { snapshot: seen.snapshot }),
  };
}
