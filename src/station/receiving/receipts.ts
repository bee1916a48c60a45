// The answer to each office: cumulative, signed, and only after what it says was committed and synced.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { placeFile, sealReceipt, type Keyset, type Refusal } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import { createdNow } from '#station/created.ts';
import { signerFor } from '#station/keys/echo.ts';
import { keyOf } from '#station/keys/office-intervals.ts';
import { asRefusal, StationRefusal } from '#station/refusal.ts';
import { whatToSend } from '#station/sending/what-to-send.ts';
import { startEpoch, type Station } from '#station/station.ts';
import type { Outcome } from './outcome.ts';
import type { Received } from './receive.ts';
import { dropOwnParts } from './stick.ts';

export interface ReceiptRow {
  readonly office: string;
  readonly ok: boolean;
  readonly seq: number | null;
  /** Name of the file on the stick; null where it could not be written. */
  readonly file: string | null;
  /** Code word of what went wrong, or null. */
  readonly code: string | null;
  readonly detail: string;
  /** Answers that it carries. */
  readonly decisions: number;
  /** Orders, texts and corrections that it carries. */
  readonly sent: number;
}

/** One for each office of which a manifest was believed, written into `folder`. */
export async function writeReceipts(
  station: Station,
  received: Received,
  folder: string,
  at: Instant,
): Promise<readonly ReceiptRow[]> {
  const all = [...received.rows, ...received.settled];
  const offices = new Set(
    all.flatMap(({ place }) => (place !== null && hasKeyInUse(station, place.office) ? [place.office] : [])),
  );
  await noticeRestoration(station, received);
  return answerOffices(station, [...offices].toSorted(), all, folder, at);
}

/** One for each of these, whatever was received. */
export async function answerOffices(
  station: Station,
  offices: readonly string[],
  outcomes: readonly Outcome[],
  folder: string,
  at: Instant,
): Promise<readonly ReceiptRow[]> {
  const rows: ReceiptRow[] = [];
  for (const office of offices) rows.push(await writeReceipt(station, office, outcomes, folder, at));
  await handOutChanged(station, rows, folder);
  return rows;
}

/** A stolen computer is told nothing any more. */
function hasKeyInUse({ keysets }: Station, office: string): boolean {
  return keyOf(keysets.current, office) !== null;
}

/**
 * Where the station's own keys ever changed, the newest keyset lies beside the receipts: the root's word needs no receipt. On a
 * stick without any, of an office that sealed to a key that is gone, it is how that office learns of the new one.
 */
async function handOutChanged(
  { keysets }: Station,
  rows: readonly ReceiptRow[],
  folder: string,
): Promise<void> {
  const [first] = keysets.all;
  const isSame = encodeSign(first?.keyset) === encodeSign(keysets.current);
  const mayWrite = rows.length === 0 ? existsSync(dirname(folder)) : rows.some(({ ok }) => ok);
  if (isSame || !mayWrite) return;
  mkdirSync(folder, { recursive: true });
  await placeFile(keysets.path, folder);
}

const encodeSign = (keyset: Keyset | undefined): string => (keyset?.sign ?? []).join(' ');

/** An office holds a receipt that this store does not know: the whole folder is an older copy. */
export async function noticeRestoration(
  { home, store }: Pick<Station, 'home' | 'store'>,
  { echoes }: Pick<Received, 'echoes'>,
): Promise<void> {
  const own = await store.epoch();
  if (own === null) return;
  const ahead: number[] = [];
  for (const [office, list] of echoes) {
    const last = (await store.lastReceipt(office, own.epoch))?.seq ?? 0;
    for (const { station_epoch: epoch, station_tag: tag, seq } of list) {
      const isAhead = epoch > own.epoch || (epoch === own.epoch && (tag !== own.tag || seq > last));
      if (isAhead && epoch <= own.epoch + farthest) ahead.push(epoch);
    }
  }
  if (ahead.length > 0) await startEpoch(home, store, [own.epoch, ...ahead]);
}

/** A number further ahead than a station is ever restored would only burn the numbers up. */
const farthest = 1000;

async function writeReceipt(
  station: Station,
  office: string,
  outcomes: readonly Outcome[],
  folder: string,
  at: Instant,
): Promise<ReceiptRow> {
  try {
    const sealed = await sealOne(station, office, outcomes, at);
    if ('code' in sealed) return failed(office, sealed.word, sealed.detail);
    mkdirSync(folder, { recursive: true });
    dropOwnParts(folder);
    const { decisions, sent } = sealed;
    const placed = await placeFile(sealed.path, folder);
    if (!placed.ok) return failed(office, placed.word, placed.detail);
    return { office, ok: true, seq: sealed.seq, file: placed.name, code: null, detail: '', decisions, sent };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!(refusal instanceof StationRefusal)) throw error;
    return failed(office, refusal.word, refusal.detail);
  }
}

function failed(office: string, code: string, detail: string): ReceiptRow {
  return { office, ok: false, seq: null, file: null, code, detail, decisions: 0, sent: 0 };
}

/** Sealed into the outbox and remembered before it may leave the house, so that no number is ever used twice. */
async function sealOne(
  station: Station,
  office: string,
  outcomes: readonly Outcome[],
  at: Instant,
): Promise<{ path: string; seq: number; decisions: number; sent: number } | Refusal> {
  const { store, keys, keysets, home } = station;
  const own = await store.epoch();
  const key = keyOf(keysets.current, office);
  if (own === null || key === null) throw new RangeError(`${office} without key or epoch`);
  const last = await store.lastReceipt(office, own.epoch);
  const seq = (last?.seq ?? 0) + 1;
  const held = (await store.holds()).flatMap((file) =>
    file.office === office && file.missing !== null ? [file.missing] : [],
  );
  const decisions = await store.openDecisions(office);
  const { orders, texts, corrections } = await whatToSend(store, office);
  const mine = outcomes.filter(({ place }) => place === null || place.office === office);
  const sealed = await sealReceipt({
    folder: home.outbox,
    signer: await signerFor(station, office),
    box: key.box,
    keysetFile: keysets.bytes,
    decisions,
    orders,
    texts,
    receipt: {
      station: keys.station,
      office,
      station_epoch: own.epoch,
      station_tag: own.tag,
      seq,
      prev: last?.manifestSha256 ?? null,
      applied: await store.applied(office),
      // No backup of the store was ever restored and verified yet.
      durable: {},
      held: distinct(held, ({ epoch, from, to }) => `${epoch} ${from} ${to}`),
      refused: distinct(mine.flatMap(refusedOf), ({ file, code }) => `${file} ${code}`),
      seen_files: distinct(mine.filter(({ place }) => place !== null).flatMap(fileNameOf), (name) => name),
      keyset: { v: keysets.current.version, sha256: keysets.sha256 },
      corrections,
      resend: [],
      created: createdNow(at, await store.maxSeen(at)),
    },
  });
  if (!sealed.ok) return sealed;
  const { manifestSha256, name: file, path } = sealed;
  await store.addReceipt(office, { stationEpoch: own.epoch, seq, manifestSha256, file }, at);
  const sent = orders.length + texts.length + corrections.length;
  return { path, seq, decisions: decisions.length, sent };
}

function refusedOf(outcome: Outcome): readonly { file: string; code: string }[] {
  const { disposition, code } = outcome;
  if (code === null || (disposition !== 'refuse' && disposition !== 'quarantine')) return [];
  return fileNameOf(outcome).map((file) => ({ file, code }));
}

/** Of a genuine file its hash; of a damaged one the name the office gave it, where it still bears that. */
function fileNameOf({ name, sha256, place }: Outcome): readonly string[] {
  const given = place === null ? /^([0-9a-f]{32})\.jwb$/i.exec(name)?.[1]?.toLowerCase() : undefined;
  const shown = given ?? sha256?.slice(0, 32);
  return shown === undefined ? [] : [shown];
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
