// Whether a verified bundle fits what the station holds of that office. Pure; clocks have no say.
import { chainStart } from './chain.ts';
import type { BundleManifest, EpochBase } from './manifest.ts';

/** What the station holds of one office. */
export interface HeldState {
  readonly office: string;
  readonly epochs: ReadonlyMap<number, HeldEpoch>;
  /** manifestSha256 of the applied bundle of this `sealed_epoch` and `seq`, or null. */
  readonly appliedManifest: (sealedEpoch: number, seq: number) => string | null;
  /** Chain value (64 hex) after line n of an epoch; for n = 0 the chain start; null where it is not held. */
  readonly chainAt: (epoch: number, n: number) => string | null;
}

export interface HeldEpoch {
  /** As the first bundle of the epoch gave it. */
  readonly base: EpochBase | null;
  /** Last line held; 0 for none. */
  readonly n: number;
}

export type SequenceVerdict =
  | {
      readonly disposition: 'apply';
      /** First line not yet held: lines before it only have to match the chain. */
      readonly applyFrom: number;
      readonly code: 'W509' | null;
    }
  | { readonly disposition: 'duplicate'; readonly code: 'I502' }
  | {
      readonly disposition: 'hold';
      readonly code: 'E503' | 'E505';
      /** Lines that have to arrive first, where that is the reason. */
      readonly missing: { readonly epoch: number; readonly from: number; readonly to: number } | null;
    }
  | { readonly disposition: 'quarantine'; readonly code: 'E504' | 'E506'; readonly detail: string };

/** docs/format/bundle-v1.md, checks 18 to 20, in that order. */
export function judgeSequence(
  held: HeldState,
  manifest: BundleManifest,
  manifestSha256: string,
): SequenceVerdict {
  const { epoch, sealed_epoch: sealedEpoch, seq, range } = manifest;
  const applied = held.appliedManifest(sealedEpoch, seq);
  if (applied === manifestSha256) return { disposition: 'duplicate', code: 'I502' };
  if (applied !== null) return fork('E506', `bundle ${sealedEpoch}/${seq} was applied with other content`);

  const own = held.epochs.get(epoch);
  const based = own === undefined ? judgeBase(held, manifest) : judgeKnownBase(own, manifest);
  if (based !== null) return based;

  const have = own?.n ?? 0;
  if (range.from > have + 1) {
    return { disposition: 'hold', code: 'E503', missing: { epoch, from: have + 1, to: range.from - 1 } };
  }
  const chainAt = (n: number) => (n === 0 ? startOf(manifest) : held.chainAt(epoch, n));
  if (chainAt(range.from - 1) !== manifest.prev_chain)
    return fork('E504', `chain before ${epoch}/${range.from}`);
  if (range.to <= have && chainAt(range.to) !== manifest.chain) {
    return fork('E504', `chain after ${epoch}/${range.to}`);
  }
  const isPrecededByUnknown = seq > 1 && held.appliedManifest(sealedEpoch, seq - 1) === null;
  return { disposition: 'apply', applyFrom: have + 1, code: isPrecededByUnknown ? 'W509' : null };
}

function judgeBase(held: HeldState, { office, epoch_base: base }: BundleManifest): SequenceVerdict | null {
  if (base === null) return null;
  // An epoch that ended before its first line may never have sent a bundle, but its start is known to everybody.
  const atStart = base.epoch === 1 && base.n === 0;
  const at = atStart ? chainStart(office, 1).toString('hex') : held.chainAt(base.epoch, base.n);
  if (at === base.chain) return null;
  const have = held.epochs.get(base.epoch)?.n ?? 0;
  const missing = at === null && base.n > have ? { epoch: base.epoch, from: have + 1, to: base.n } : null;
  return { disposition: 'hold', code: 'E505', missing };
}

function judgeKnownBase(own: HeldEpoch, { epoch_base: base }: BundleManifest): SequenceVerdict | null {
  const same = own.base?.epoch === base?.epoch && own.base?.n === base?.n && own.base?.chain === base?.chain;
  return same ? null : { disposition: 'hold', code: 'E505', missing: null };
}

function startOf(manifest: BundleManifest): string {
  const base = manifest.epoch_base === null ? null : Buffer.from(manifest.epoch_base.chain, 'hex');
  return chainStart(manifest.office, manifest.epoch, base).toString('hex');
}

function fork(code: 'E504' | 'E506', detail: string): SequenceVerdict {
  return { disposition: 'quarantine', code, detail };
}
