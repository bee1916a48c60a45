// A snapshot from the inbox: every check in its order, then record by record against the store. It changes no record.
import { kindOf, openSnapshot, type OpenedSnapshot } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import { readerOf } from '#station/keys/keysets.ts';
import type { Claim, Fault, FileAtHand, Seen } from '#station/receiving/judge.ts';
import type { Station } from '#station/station.ts';
import { compareSnapshot, type Comparison } from './compare.ts';

export interface JudgedSnapshot {
  readonly seen: Seen;
  readonly fault: Fault | null;
}

/** Null where the file is none. */
export async function judgeSnapshot(
  station: Station,
  hand: FileAtHand,
  at: Instant,
): Promise<JudgedSnapshot | null> {
  if ((await kindOf(hand.path)) !== 'snapshot') return null;
  const seen: Seen = { manifest: null, missing: null, applyFrom: 0, skipped: null };
  const opened = await openSnapshot(hand.path, readerOf(station.keys, station.keysets, station));
  if (!opened.ok) return { seen, fault: opened };
  seen.manifest = claimOf(opened);
  const known = await station.store.snapshot(opened.manifest.office, opened.manifestSha256);
  if (known?.verdict === 'same') return { seen, fault: { code: 'I502', detail: '' } };
  const fault = await standsHere(station, opened, seen);
  if (fault !== null) return { seen, fault };
  const comparison = await compareSnapshot(station.store, opened);
  await keep(station, opened, comparison, at);
  if (comparison.verdict === 'differs') return { seen, fault: { code: 'E611', detail: comparison.detail } };
  seen.snapshot = comparison.verdict;
  return { seen, fault: null };
}

/** An empty range behind the line it stands after: it brings no lines. */
export function claimOf({ manifest }: Pick<OpenedSnapshot, 'manifest'>): Claim {
  const { office, epoch, seq, n, created } = manifest;
  const range = { from: n + 1, to: n };
  return { office, sealed_epoch: epoch, seq, epoch, range, created, last_receipt: null };
}

/** Check 20 of docs/format/bundle-v1.md as it applies to a snapshot: its line is held, and the chain is the same there. */
async function standsHere(
  { store }: Station,
  { manifest }: OpenedSnapshot,
  seen: Seen,
): Promise<Fault | null> {
  const { office, epoch, n, chain } = manifest;
  const row = (await store.epochsOf(office)).find((one) => one.epoch === epoch);
  if (row === undefined || row.n < n) {
    const from = (row?.n ?? 0) + 1;
    seen.missing = { epoch, from, to: Math.max(n, from) };
    return { code: 'E503', detail: '' };
  }
  const held = await store.chainAt(office, epoch, n);
  return held === chain ? null : { code: 'E504', detail: `chain after ${epoch}/${n}` };
}

function keep(
  { store }: Station,
  { manifest, manifestSha256, sha256 }: OpenedSnapshot,
  comparison: Comparison,
  at: Instant,
): Promise<void> {
  const { office, epoch, n, counts } = manifest;
  const rows = Object.values(counts).reduce((sum, live) => sum + live, 0);
  const detail = comparison.verdict === 'differs' ? comparison.detail : '';
  const { verdict } = comparison;
  return store.addSnapshot({ office, epoch, n, manifestSha256, file: sha256, rows, verdict, detail }, at);
}
