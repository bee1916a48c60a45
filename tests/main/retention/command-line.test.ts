/** `office retention`: counts, deletes and writes the file anew; --dry only counts. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isUnseen } from '#shared/ledgers/names.ts';
import { runOffice } from '#main/cli/run.ts';
import { RETAINED } from '#main/retention/retained.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { testClock } from '#tests/support/clock.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';

/** Ledgers of which nothing is due here, as whoever is no auditor is told. */
const others = RETAINED.flatMap(({ ledger: { name } }) =>
  name === 'visitors' || isUnseen(name) ? [] : [{ ledger: name, due: 0 }],
);

const clock = testClock('2026-11-23T01:41:00.000Z');
let folder: string;
const data = () => join(folder, 'office');

async function run(...argv: readonly string[]) {
  let out = '';
  const exit = await runOffice([...argv, '--data', data()], {
    out: (text) => (out += text),
    err: () => undefined,
    env: { LAMPLIGHT_PASSWORD: 'the lamp stays lit 24' },
    clock,
    askSecret: () => Promise.resolve(null),
    argonCost: ARGON_FLOOR,
  });
  const answer = argv.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {};
  return { exit, out, answer };
}
const signedIn = ['--login', 'admin'];

beforeAll(async () => {
  folder = makeFolder();
  const name = ['--name', '胜利', '--station', '青禾', '--admin', '陈所长', '--login', 'admin'];
  expect((await run('init', '--code', '519901-07', ...name)).exit).toBe(0);
  expect((await run('seed', '--rows', '0', '--visitors', '60', ...signedIn)).exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('says there is nothing to do where nothing is due, and never deletes by looking', async () => {
  const { exit, answer } = await run('retention', '--json', ...signedIn);
  expect([exit, answer]).toEqual([
    0,
    { ok: true, forgotten: [], due: [{ ledger: 'visitors', due: 0 }, ...others], waits: null },
  ]);
  clock.forward({ days: 400 });
  for (let i = 0; i < 2; i += 1) {
    const dry = await run('retention', '--dry', '--json', ...signedIn);
    expect(dry.answer).toMatchObject({ forgotten: [], due: [{ ledger: 'visitors', due: 60 }, ...others] });
  }
  // No other verb deletes in passing.
  expect((await run('stats', '--json', ...signedIn)).answer).toMatchObject({ live: { visitors: 60 } });
});

test('waits for the clock to be believed, then deletes all of it, and proves what is left', async () => {
  const early = await run('retention', '--json', ...signedIn);
  expect(early.answer).toMatchObject({ forgotten: [], due: [{ due: 60 }, ...others], waits: 'clock' });
  for (let day = 0; day < 3; day += 1) {
    clock.forward({ days: 1 });
    expect((await run('stats', ...signedIn)).exit).toBe(0);
  }
  const { answer, out } = await run('retention', '--json', ...signedIn);
  expect(answer).toMatchObject({
    ok: true,
    forgotten: [{ ledger: 'visitors', count: 60 }],
    due: [{ ledger: 'visitors', due: 0 }, ...others],
    waits: null,
  });
  expect(out.trim().split('\n')).toHaveLength(1);
  const proof = await run('verify', '--json', ...signedIn);
  expect(proof.answer).toMatchObject({ ok: true, rows: { visitors: 60 } });
  expect(Number(proof.answer['forgotten'])).toBeGreaterThanOrEqual(60);
  expect((await run('stats', '--json', ...signedIn)).answer).toMatchObject({ live: { visitors: 0 } });
  expect((await run('retention', ...signedIn)).out).toContain('visitors：保存期已满 0 条');
});

test('knows its own options and no others', async () => {
  expect((await run('stats', '--dry', ...signedIn)).exit).toBe(2);
  expect((await run('retention', '--to', folder, ...signedIn)).exit).toBe(2);
});
