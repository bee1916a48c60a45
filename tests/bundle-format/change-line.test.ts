import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BundleFault,
  chainNext,
  chainStart,
  encodeChange,
  encodeForgotten,
  leafOf,
  parseChange,
  readForgotten,
  type Change,
  type Datum,
} from '#bundle-format';
import { changeOf, office } from './office-and-station.ts';

const sha256 = (...pieces: (string | Uint8Array)[]): Buffer => {
  const sum = createHash('sha256');
  for (const piece of pieces) sum.update(piece);
  return sum.digest();
};

const key = fc.stringMatching(/^[a-z_][a-z0-9_.]{0,20}$/).filter((name) => name !== '__proto__');
const { datum } = fc.letrec<{ datum: Datum }>((tie) => ({
  datum: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('datum'), { maxLength: 4 }),
    fc.dictionary(key, tie('datum'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const instant = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const change: fc.Arbitrary<Change> = fc
  .record(
    {
      n: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      t: instant,
      u: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}$/),
      via: fc.constantFrom('desk', 'cli', 'import', 'system'),
      l: fc.constantFrom('visitors', 'key_persons', 'session'),
      k: fc.constantFrom('-', '07-000123', 'x.y:z'),
      b: fc.nat(),
      op: fc.constantFrom('I', 'U', 'X', 'C', 'V', 'A', 'R', 'M', 'F'),
      d: fc.dictionary(key, datum, { maxKeys: 6, noNullPrototype: true }),
      why: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      s: fc.integer({ min: 1, max: 9999 }),
      r: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((salt) => Buffer.from(salt).toString('base64url')),
    },
    { requiredKeys: ['n', 't', 'u', 'via', 'l', 'k', 'b', 'op', 'd', 's'] },
  )
  .map(({ b, ...rest }) => {
    if (rest.op === 'I') return { ...rest, b: 0, v: 1 };
    if (rest.op === 'U' || rest.op === 'X') return { ...rest, b: b + 1, v: b + 2 };
    return { ...rest, b, v: b };
  });

test('any change survives the line and the line is the only spelling of it', () => {
  fc.assert(
    fc.property(change, (written) => {
      const line = encodeChange(written);
      expect(parseChange(line)).toEqual(written);
      expect(encodeChange(parseChange(line))).toBe(line);
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(leafOf(line)).toEqual(sha256(line));
    }),
    { numRuns: 500 },
  );
});

test('the order in which a caller names fields does not show in the line', () => {
  const one = encodeChange(changeOf(1, { d: { b: 1, a: { d: 1, c: [null] } } }));
  const other = encodeChange(changeOf(1, { d: { a: { c: [null], d: 1 }, b: 1 } }));
  expect(one).toBe(other);
  expect(one).toContain('"d":{"a":{"c":[null],"d":1},"b":1}');
});

test('a line looks as the specification prints it', () => {
  const line = encodeChange(
    changeOf(10412, { op: 'U', b: 3, v: 4, d: { note: '已答复' }, why: '电话更正', s: 7, u: 'u07' }),
  );
  expect(line).toBe(
    '{"n":10412,"t":"2026-11-23T08:02:11.120Z","u":"u07","via":"desk","l":"visitors","k":"07-010412","op":"U",' +
      '"b":3,"v":4,"d":{"note":"已答复"},"why":"电话更正","s":7,"r":"AAAAAAAAAAA"}\n',
  );
});

test('no single character of a line can be changed, dropped or doubled and still be the same line', () => {
  const line = encodeChange(changeOf(12, { why: '更正', d: { a: 1, b: [true, null, '文'] } }));
  for (let at = 0; at < line.length; at += 1) {
    for (const other of ['', line.slice(at, at + 1).repeat(2), ' ', '"', '0']) {
      const changed = line.slice(0, at) + other + line.slice(at + 1);
      if (changed === line) continue;
      let parsed: Change | null = null;
      try {
        parsed = parseChange(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(BundleFault);
      }
      if (parsed !== null) expect(encodeChange(parsed)).toBe(changed);
      expect(leafOf(changed).equals(leafOf(line))).toBe(false);
    }
  }
});

test('values the format cannot carry are refused on both sides', () => {
  const wrong: Partial<Record<keyof Change, unknown>>[] = [
    { n: 0 },
    { n: 1.5 },
    { t: '2026-11-23T08:02:11Z' },
    { t: '2026-02-29T08:02:11.120Z' },
    { t: '2026-04-31T08:02:11.120Z' },
    { t: '2026-13-01T08:02:11.120Z' },
    { t: '2026-11-23T24:02:11.120Z' },
    { t: '2026-11-23T08:02:11.120+08:00' },
    { u: '' },
    { via: 'Desk' },
    { l: '走访' },
    { k: '' },
    { op: 'D' },
    { b: -1 },
    { b: 1, v: 2 },
    { op: 'U', b: 0, v: 1 },
    { op: 'U', b: 2, v: 4 },
    { op: 'A', b: 0, v: 1 },
    { d: [] },
    { d: null },
    { d: { a: 0.5 } },
    { d: { a: '\ud800' } },
    { d: { 名: 1 } },
    { d: { 'a"': 1 } },
    { d: { a: [[[[[[[[1]]]]]]]] } },
    { why: '' },
    { why: 7 },
    { s: 0 },
    { r: 'AAAAAAAAAAB' },
    { r: 'short' },
  ];
  for (const also of wrong) {
    const bad = { ...changeOf(1), ...also } as Change;
    expect(() => encodeChange(bad), JSON.stringify(also)).toThrow(TypeError);
    const { n, t, u, via, l, k, op, b, v, d, s, r, why } = bad;
    const text = `${JSON.stringify({ n, t, u, via, l, k, op, b, v, d, why, s, r })}\n`;
    expect(() => parseChange(text), text).toThrow(BundleFault);
  }
  expect(() => parseChange('{"__proto__":{}}\n')).toThrow(BundleFault);
  expect(() => encodeChange(changeOf(1, { d: JSON.parse('{"__proto__":1}') as Change['d'] }))).toThrow(
    TypeError,
  );
  const large = { note: 'x'.repeat(1024 * 1024) };
  expect(() => encodeChange(changeOf(1, { d: large }))).toThrow(TypeError);
});

test('the last day of February is one, every fourth year', () => {
  for (const t of ['2028-02-29T23:59:59.999Z', '2000-02-29T00:00:00.000Z', '2026-12-31T00:00:00.000Z']) {
    expect(parseChange(encodeChange(changeOf(1, { t }))).t).toBe(t);
  }
  expect(() => encodeChange(changeOf(1, { t: '2100-02-29T00:00:00.000Z' }))).toThrow(TypeError);
});

test('the chain is what the specification says, from its first value on', () => {
  const lines = [encodeChange(changeOf(1)), encodeChange(changeOf(2))];
  let h = sha256(`jwb-chain-v1\n${office}\n1\n`);
  expect(chainStart(office, 1)).toEqual(h);
  for (const line of lines) {
    const next = chainNext(h, leafOf(line));
    h = sha256(h, sha256(line));
    expect(next).toEqual(h);
  }
  const base = Buffer.alloc(32, 0xab);
  expect(chainStart(office, 2, base)).toEqual(sha256(`jwb-chain-v1\n${office}\n2\n${'ab'.repeat(32)}`));
});

test('forgetting any lines leaves the chain as it was, and no value behind', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (forget) => {
      const lines = forget.map((_, i) => encodeChange(changeOf(i + 1)));
      const kept = lines.map((line, i) =>
        forget[i] === true ? encodeForgotten({ n: i + 1, leaf: leafOf(line).toString('hex') }) : line,
      );
      const walk = (all: readonly string[]) =>
        all.reduce((h: Buffer, line) => chainNext(h, leafOf(line)), chainStart(office, 1));
      expect(walk(kept)).toEqual(walk(lines));
      for (const [i, line] of kept.entries()) expect(line.includes(`张某${i + 1}`)).toBe(forget[i] !== true);
    }),
    { numRuns: 100 },
  );
});

test('the forgotten form has one spelling too', () => {
  const leaf = 'a'.repeat(64);
  expect(readForgotten(encodeForgotten({ n: 7, leaf }))).toEqual({ n: 7, leaf });
  for (const line of [
    `{"n":07,"leaf":"${leaf}"}\n`,
    `{"n":7,"leaf":"${leaf.toUpperCase()}"}\n`,
    `{"leaf":"${leaf}","n":7}\n`,
    `{"n":7,"leaf":"${leaf}"}`,
    `{"n":9999999999999999,"leaf":"${leaf}"}\n`,
  ]) {
    expect(readForgotten(line)).toBeNull();
    expect(() => parseChange(line)).toThrow(BundleFault);
  }
  expect(() => encodeForgotten({ n: 0, leaf })).toThrow(TypeError);
});
