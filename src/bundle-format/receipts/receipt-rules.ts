// Whether an office accepts a receipt, and what it then believes delivered. Pure.
import type { HeldRange, ReceiptManifest } from './receipt-manifest.ts';

/** What the office remembers and holds. */
export interface ReceiptState {
  readonly office: string;
  /** The newest accepted receipt. */
  readonly last: {
    readonly station_epoch: number;
    readonly station_tag: string;
    readonly seq: number;
  } | null;
  /** Chain value (64 hex) after line n of an epoch; for n = 0 the chain start; null where the office lacks it. */
  readonly chainAt: (epoch: number, n: number) => string | null;
  /**
   * For an epoch that a restore has closed, the last n the office still holds of it (0 for nothing); null for the
   * present epoch. Absent: this office was never restored.
   */
  readonly closedAt?: (epoch: number) => number | null;
}

export type ReceiptVerdict =
  | {
      readonly ok: true;
      /** I705 where the station began a new epoch: marks may go down, and what it lacks is sent again. */
      readonly code: 'I705' | null;
      /** Office epoch → last n confirmed. Replaces all earlier marks. */
      readonly confirmed: Readonly<Record<string, number>>;
      /** Lines of closed epochs that the station has and the office lost: worth a restore bundle. */
      readonly lost: readonly HeldRange[];
    }
  | {
      readonly ok: false;
      readonly code: 'E701' | 'E702' | 'E704' | 'E706' | 'E707';
      readonly detail: string;
    };

/** docs/format/bundle-v1.md, "Accepting a receipt". */
export function judgeReceipt(state: ReceiptState, receipt: ReceiptManifest): ReceiptVerdict {
  const { last } = state;
  if (receipt.office !== state.office) return no('E702', `for ${receipt.office}`);
  if (last !== null) {
    const sameEpoch = receipt.station_epoch === last.station_epoch;
    if (sameEpoch && receipt.station_tag !== last.station_tag) return no('E707', 'other station tag');
    if (receipt.station_epoch < last.station_epoch || (sameEpoch && receipt.seq <= last.seq)) {
      return no('E701', `receipt ${receipt.station_epoch}/${receipt.seq} is not after the last one`);
    }
  }
  const confirmed: Record<string, number> = {};
  const lost: HeldRange[] = [];
  for (const [epoch, point] of Object.entries(receipt.applied)) {
    const own = state.chainAt(Number(epoch), point.n);
    if (own === null) {
      const closed = state.closedAt?.(Number(epoch)) ?? null;
      if (closed === null) return no('E704', `station has ${epoch}/${point.n}`);
      confirmed[epoch] = Math.min(closed, point.n);
      if (closed < point.n) lost.push({ epoch: Number(epoch), from: closed + 1, to: point.n });
      continue;
    }
    if (own !== point.chain) return no('E706', `chain at ${epoch}/${point.n}`);
    confirmed[epoch] = point.n;
  }
  const restored = last !== null && receipt.station_epoch > last.station_epoch;
  return { ok: true, code: restored ? 'I705' : null, confirmed, lost };
}

function no(code: 'E701' | 'E702' | 'E704' | 'E706' | 'E707', detail: string): ReceiptVerdict {
  return { ok: false, code, detail };
}
