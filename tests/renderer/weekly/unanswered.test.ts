import { expect, it } from 'vitest';
import type { BundleRow } from '#shared/contract/weekly.ts';
import { unansweredSince } from '#renderer/weekly/unanswered.ts';

function bundle(seq: number, writtenAt: string | null, state: BundleRow['state']): BundleRow {
  const file = `${String(seq).padStart(32, '0')}.jwb`;
  const sealedAt = '2026-11-02T02:00:00.000Z';
  return {
    sealedEpoch: 1,
    seq,
    epoch: 1,
    file,
    bytes: 1,
    from: 1,
    to: 1,
    sealedAt,
    sealedByName: '王芳',
    writtenAt,
    state,
    check: null,
  };
}

it('asks about the oldest bundle that had no receipt for more than fourteen days', () => {
  const bundles = [
    bundle(3, '2026-11-20T02:00:00.000Z', 'written'),
    bundle(2, '2026-11-08T02:00:00.000Z', 'written'),
    bundle(1, '2026-11-01T02:00:00.000Z', 'confirmed'),
  ];
  expect(unansweredSince(bundles, '2026-11-22')).toBeNull();
  expect(unansweredSince(bundles, '2026-11-23')).toBe('2026-11-08');
});

it('does not ask about what never left this PC, nor about what the station has answered', () => {
  const bundles = [
    bundle(3, null, 'sealed'),
    bundle(2, '2026-10-01T02:00:00.000Z', 'refused'),
    bundle(1, '2026-10-01T02:00:00.000Z', 'held'),
  ];
  expect(unansweredSince(bundles, '2026-11-23')).toBeNull();
});
