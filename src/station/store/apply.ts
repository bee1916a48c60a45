// One bundle into a store, a page of lines at a time, so that a million lines never stand in memory. Written once: what
// a bundle comes to must not depend on which store is behind it.
import {
  BundleFault,
  parseChange,
  readForgotten,
  type BundleLine,
  type BundleManifest,
} from '#bundle-format';
import type { Change, OpenedBundle } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import { hasForgottenBefore, isStateKnown, pathTo, type Arrivals, type EpochRow } from './epoch-rows.ts';
import { changesRecord, foldChange, keyOf, type FoldedRecord } from './fold.ts';

/** What one transaction on the log of one office offers. Whoever opened it commits it, or takes everything back. */
export interface BundleWork {
  /** Oldest first. */
  epochs(): Promise<readonly EpochRow[]>;
  /** 64 hex, or null where the line is not held. */
  chainAt(epoch: number, n: number): Promise<string | null>;
  begin(manifest: BundleManifest): Promise<void>;
  append(epoch: number, lines: readonly BundleLine[]): Promise<void>;
  /** The text of at most `most` lines behind `after` and not behind `to`. */
  linesOf(epoch: number, after: number, to: number, most: number): Promise<readonly string[]>;
  /** By keyOf; of those that no line ever spoke of, nothing. */
  find(changes: readonly Change[]): Promise<ReadonlyMap<string, FoldedRecord>>;
  keep(records: readonly FoldedRecord[]): Promise<void>;
  /** Tells whatever waits for lines of the office, such as answers that have to be shown as taken. */
  follow(changes: readonly Change[]): Promise<void>;
  /** Takes the text of the lines that these F lines forget. */
  forget(epoch: number, forgettings: readonly Change[]): Promise<void>;
  /** Takes every record of the office away, and what was told by its lines: they are read again from the start. */
  restart(): Promise<void>;
  /** Live rows of each ledger. */
  live(): Promise<ReadonlyMap<string, number>>;
  advance(manifest: BundleManifest, arrivals: Arrivals): Promise<void>;
  /** The bundle itself and its counts. */
  addBundle(bundle: OpenedBundle, at: Instant): Promise<void>;
}

/** Lines of a page at most, and characters of text beyond which it ends: a line may have 1 MiB, most have a hundred bytes. */
const PAGE_LINES = 2000;
const PAGE_TEXT = 2 * 1024 * 1024;

/** Somebody else changed the log between the judgement and the work. Nothing was written; the file is tried again. */
export class StoreMoved extends Error {
  readonly code = 'STORE_MOVED';
}

/** Throws BundleFault E504, E605, E606 or E612; the transaction must then be taken back. */
export async function applyBundle(
  work: BundleWork,
  bundle: OpenedBundle,
  applyFrom: number,
  at: Instant,
): Promise<void> {
  const { manifest } = bundle;
  const { epoch, range } = manifest;
  const known = await work.epochs();
  const own = known.find((row) => row.epoch === epoch);
  if ((own?.n ?? 0) + 1 !== applyFrom) throw new StoreMoved(`line ${applyFrom} is not the next one`);
  if (own === undefined) await beginEpoch(work, manifest, known);
  await work.advance(manifest, await takeLines(work, bundle, applyFrom));
  const standing = await work.epochs();
  const isAtEnd = standing.at(-1)?.epoch === epoch && standing.at(-1)?.n === range.to;
  // An older range says nothing of today.
  if (isAtEnd && isStateKnown(standing)) verifyLive(manifest, await work.live());
  await work.addBundle(bundle, at);
}

async function beginEpoch(
  work: BundleWork,
  manifest: BundleManifest,
  known: readonly EpochRow[],
): Promise<void> {
  const { epoch_base: base } = manifest;
  await work.begin(manifest);
  const newest = known.at(-1);
  if (base === null || (newest?.epoch === base.epoch && newest.n === base.n)) return;
  await work.restart();
  const mayLack = hasForgottenBefore(await work.epochs());
  for (const { epoch, to } of pathTo(base, known)) {
    for (let after = 0; after < to;) {
      const page = await work.linesOf(epoch, after, to, PAGE_LINES);
      if (page.length === 0) throw new RangeError(`lines of epoch ${epoch} end at ${after}`);
      const changes = page.filter((line) => readForgotten(line) === null).map(parseChange);
      await foldPage(work, changes, mayLack);
      after += page.length;
    }
  }
}

async function takeLines(work: BundleWork, bundle: OpenedBundle, applyFrom: number): Promise<Arrivals> {
  const { epoch, range, chain } = bundle.manifest;
  const came = { forgotten: 0, blankN: 0, forgettingN: 0 };
  if (applyFrom > range.to) return came;
  const standing = await work.epochs();
  const isNewest = standing.at(-1)?.epoch === epoch;
  const mayLack = hasForgottenBefore(standing);
  let last = '';
  for await (const page of pagesOf(bundle.lines(), applyFrom - 1)) {
    const [first] = page;
    last = page.at(-1)?.chain.toString('hex') ?? last;
    // Equal chains mean equal lines before: the overlap says what is held already.
    if (first?.n === applyFrom - 1 && (await work.chainAt(epoch, first.n)) !== first.chain.toString('hex'))
      throw new BundleFault('E504', `line ${first.n}`);
    const lines = page.filter(({ n }) => n >= applyFrom);
    const changes = lines.flatMap(({ change }) => (change === null ? [] : [change]));
    const forgettings = changes.filter(({ op }) => op === 'F');
    await work.append(epoch, lines);
    if (isNewest) await foldPage(work, changes, mayLack);
    if (forgettings.length > 0) await work.forget(epoch, forgettings);
    came.forgotten += lines.length - changes.length;
    came.blankN = lines.findLast(({ change }) => change === null)?.n ?? came.blankN;
    came.forgettingN = forgettings.at(-1)?.n ?? came.forgettingN;
  }
  if (last !== chain) throw new BundleFault('E605', `after line ${range.to}`);
  return came;
}

async function* pagesOf(
  lines: AsyncIterable<BundleLine>,
  from: number,
): AsyncGenerator<readonly BundleLine[]> {
  let page: BundleLine[] = [];
  let text = 0;
  for await (const line of lines) {
    if (line.n < from) continue;
    page.push(line);
    text += line.line.length;
    if (page.length < PAGE_LINES && text < PAGE_TEXT) continue;
    yield page;
    [page, text] = [[], 0];
  }
  if (page.length > 0) yield page;
}

async function foldPage(work: BundleWork, changes: readonly Change[], mayLack: boolean): Promise<void> {
  await work.follow(changes);
  const touching = changes.filter(changesRecord);
  const held = new Map(await work.find(touching));
  const changed = new Map<string, FoldedRecord>();
  for (const change of touching) {
    const key = keyOf(change.l, change.k);
    const next = foldChange(change, held.get(key), mayLack);
    held.set(key, next);
    changed.set(key, next);
  }
  await work.keep([...changed.values()]);
}

function verifyLive({ counts }: BundleManifest, live: ReadonlyMap<string, number>): void {
  for (const [ledger, said] of Object.entries(counts)) {
    const found = live.get(ledger) ?? 0;
    if (found !== said.live)
      throw new BundleFault('E606', `${ledger}: ${found} live here, ${said.live} there`);
  }
}
