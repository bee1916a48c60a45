import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  chainStart,
  judgeSequence,
  type BundleManifest,
  type EpochBase,
  type HeldState,
} from '#bundle-format';
import { chainAfter, created, linesOf, office } from './office-and-station.ts';

const lines = linesOf(1, 10);
const chainAt = (n: number): string => chainAfter(lines.slice(0, n));

/** Bundle number seq of the ten lines, two in each. */
function bundle(seq: number, also: Partial<BundleManifest> = {}): BundleManifest {
  const [from, to] = [seq * 2 - 1, seq * 2];
  return {
    format: 'jwb-manifest',
    v: 1,
    kind: 'bundle',
    office,
    office_key: '',
    epoch: 1,
    epoch_base: null,
    sealed_epoch: 1,
    seq,
    prev: seq === 1 ? null : String(seq - 1),
    range: { from, to },
    prev_chain: chainAt(from - 1),
    chain: chainAt(to),
    counts: {},
    forgotten: 0,
    schema: 1,
    app: '0',
    created,
    to: { station: '519901', keyset: 1, recipients: [] },
    last_receipt: null,
    files: [],
    blobs: [],
    ...also,
  };
}

const shaOf = (manifest: BundleManifest): string => hash('sha256', JSON.stringify(manifest));

/** A station that has applied the first `n` lines by these bundles. */
function holding(
  n: number,
  applied: readonly BundleManifest[] = [],
  base: EpochBase | null = null,
): HeldState {
  return {
    office,
    epochs: n === 0 && applied.length === 0 ? new Map() : new Map([[1, { base, n }]]),
    appliedManifest: (epoch, seq) => {
      const found = applied.find((one) => one.sealed_epoch === epoch && one.seq === seq);
      return found === undefined ? null : shaOf(found);
    },
    chainAt: (epoch, at) => (epoch === 1 && at <= n && (n > 0 || applied.length > 0) ? chainAt(at) : null),
  };
}

const judge = (held: HeldState, manifest: BundleManifest) => judgeSequence(held, manifest, shaOf(manifest));

test('the first bundle and each next one apply from where the station stands', () => {
  expect(judge(holding(0), bundle(1))).toEqual({ disposition: 'apply', applyFrom: 1, code: null });
  expect(judge(holding(2, [bundle(1)]), bundle(2))).toEqual({
    disposition: 'apply',
    applyFrom: 3,
    code: null,
  });
});

test('a gap is named by the lines that are missing', () => {
  expect(judge(holding(0), bundle(3))).toEqual({
    disposition: 'hold',
    code: 'E503',
    missing: { epoch: 1, from: 1, to: 4 },
  });
  expect(judge(holding(2, [bundle(1)]), bundle(5))).toMatchObject({ missing: { from: 3, to: 8 } });
});

test('the same bundle again changes nothing; another one under its number is a conflict', () => {
  expect(judge(holding(2, [bundle(1)]), bundle(1))).toEqual({ disposition: 'duplicate', code: 'I502' });
  const other = bundle(1, { app: '9' });
  expect(judge(holding(2, [bundle(1)]), other)).toMatchObject({ disposition: 'quarantine', code: 'E506' });
});

test('an overlap applies only what is new, and must agree with what is held', () => {
  const resealed = bundle(3, { range: { from: 3, to: 8 }, prev_chain: chainAt(2), chain: chainAt(8) });
  expect(judge(holding(4, [bundle(1), bundle(2)]), resealed)).toMatchObject({ applyFrom: 5, code: null });
  const nothingNew = bundle(3, { range: { from: 1, to: 4 }, prev_chain: chainAt(0), chain: chainAt(4) });
  expect(judge(holding(4, [bundle(1), bundle(2)]), nothingNew)).toMatchObject({
    disposition: 'apply',
    applyFrom: 5,
  });
  for (const forged of [{ prev_chain: chainAt(1) }, { chain: chainAt(7) }]) {
    const bad = { ...nothingNew, ...forged };
    expect(judge(holding(4, [bundle(1), bundle(2)]), bad)).toMatchObject({
      disposition: 'quarantine',
      code: 'E504',
    });
  }
  expect(judge(holding(0), bundle(1, { prev_chain: chainAt(3) }))).toMatchObject({ code: 'E504' });
});

test('an empty week applies, and an empty week that was skipped is only a warning', () => {
  const empty = (seq: number, n: number) =>
    bundle(seq, { range: { from: n + 1, to: n }, prev_chain: chainAt(n), chain: chainAt(n) });
  expect(judge(holding(0), empty(1, 0))).toEqual({ disposition: 'apply', applyFrom: 1, code: null });
  expect(judge(holding(2, [bundle(1)]), empty(2, 2))).toMatchObject({ disposition: 'apply', code: null });
  expect(judge(holding(2, [bundle(1)]), empty(3, 2))).toMatchObject({ disposition: 'apply', code: 'W509' });
});

test('a restored office is believed from its base point on, and waited for until that point is here', () => {
  const base = { epoch: 1, n: 4, chain: chainAt(4) };
  const start = chainStart(office, 2, Buffer.from(base.chain, 'hex')).toString('hex');
  const next = bundle(1, {
    epoch: 2,
    sealed_epoch: 2,
    epoch_base: base,
    range: { from: 1, to: 2 },
    prev_chain: start,
  });
  expect(judge(holding(10), next)).toMatchObject({ disposition: 'apply', applyFrom: 1 });
  expect(judge(holding(2, [bundle(1)]), next)).toEqual({
    disposition: 'hold',
    code: 'E505',
    missing: { epoch: 1, from: 3, to: 4 },
  });
  const elsewhere = { ...next, epoch_base: { ...base, chain: chainAt(5) } };
  expect(judge(holding(10), elsewhere)).toEqual({ disposition: 'hold', code: 'E505', missing: null });
  const never = { ...next, epoch_base: { epoch: 1, n: 0, chain: chainAt(0) } };
  const fresh = chainStart(office, 2, Buffer.from(chainAt(0), 'hex')).toString('hex');
  expect(judge(holding(0), { ...never, prev_chain: fresh })).toMatchObject({ disposition: 'apply' });
});

test('an epoch cannot change its base afterwards', () => {
  const base = { epoch: 1, n: 4, chain: chainAt(4) };
  expect(judge(holding(2, [bundle(1)], base), bundle(2))).toMatchObject({
    disposition: 'hold',
    code: 'E505',
  });
});

test('what an older epoch left unsealed arrives under the number of the epoch that sealed it', () => {
  const tail = bundle(2, { sealed_epoch: 2, seq: 1, prev: null });
  expect(judge(holding(2, [bundle(1)]), tail)).toEqual({ disposition: 'apply', applyFrom: 3, code: null });
});

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) {
    for (const rest of permutations(items.toSpliced(i, 1))) yield [item, ...rest];
  }
}

/** Applies what can be applied until nothing moves, as a station does with its inbox. */
function receiveAll(inbox: readonly BundleManifest[]): { n: number; missing: string[] } {
  const applied: BundleManifest[] = [];
  let waiting = [...inbox];
  let n = 0;
  let missing: string[] = [];
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    missing = [];
    waiting = waiting.filter((manifest) => {
      const verdict = judge(holding(n, applied), manifest);
      if (verdict.disposition === 'hold') {
        missing.push(`${verdict.missing?.from}-${verdict.missing?.to}`);
        return true;
      }
      expect(['apply', 'duplicate']).toContain(verdict.disposition);
      if (verdict.disposition === 'apply') {
        n = Math.max(n, manifest.range.to);
        applied.push(manifest);
      }
      return false;
    });
  }
  return { n, missing: [...new Set(missing)] };
}

test('five bundles in any order, any one missing, any one doubled: the same end, or the exact gap', () => {
  const five = [1, 2, 3, 4, 5].map((seq) => bundle(seq));
  for (const order of permutations(five)) {
    for (const lost of [0, 1, 2, 3, 4, 5]) {
      const doubled = five[(lost + 1) % 5] ?? five[0];
      const inbox = [...order, ...(doubled === undefined ? [] : [doubled])].filter(({ seq }) => seq !== lost);
      const { n, missing } = receiveAll(inbox);
      expect(n).toBe(lost === 0 ? 10 : (lost - 1) * 2);
      const expected = [1, 2, 3, 4, 5]
        .filter((seq) => lost !== 0 && seq > lost)
        .map((seq) => `${n + 1}-${seq * 2 - 2}`);
      expect(missing.toSorted()).toEqual(expected.toSorted());
    }
  }
});
