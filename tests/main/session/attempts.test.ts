import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAttempts } from '#main/session/attempts.ts';
import { testClock } from '#tests/support/clock.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

function counted() {
  const path = join(tempFolder(), 'attempts.json');
  const clock = testClock('2026-11-23T01:41:00.000Z');
  return { path, clock, attempts: openAttempts(path, clock) };
}

test('three tries are free, then one waits 5 and 15 seconds, and a quarter of an hour after every further one', () => {
  const { attempts, clock } = counted();
  expect([attempts.fail(), attempts.fail(), attempts.fail()]).toEqual([0, 0, 5]);
  clock.forward({ seconds: 4 });
  expect(attempts.wait()).toBe(1);
  clock.forward({ seconds: 1 });
  expect(attempts.wait()).toBe(0);
  expect(attempts.fail()).toBe(15);
  clock.forward({ seconds: 15 });
  expect([attempts.wait(), attempts.fail()]).toEqual([0, 900]);
  clock.forward({ minutes: 15 });
  expect([attempts.wait(), attempts.fail()]).toEqual([0, 900]);
});

test('the count is on disk: starting the PC anew is no way round, signing in is', () => {
  const { path, clock, attempts } = counted();
  for (let i = 0; i < 5; i += 1) attempts.fail();
  const again = openAttempts(path, clock);
  expect(again.wait()).toBe(900);
  expect(again.succeed()).toBe(5);
  expect(again.wait()).toBe(0);
  expect(openAttempts(path, clock).succeed()).toBe(0);
  expect(existsSync(`${path}.part`)).toBe(false);
});

test('a clock set back neither opens the door nor locks it for longer than the wait', () => {
  const { clock, attempts } = counted();
  for (let i = 0; i < 5; i += 1) attempts.fail();
  clock.forward({ days: -3650 });
  expect(attempts.wait()).toBe(900);
  clock.forward({ minutes: 14 });
  expect(attempts.wait()).toBe(60);
  clock.forward({ minutes: 1 });
  expect(attempts.wait()).toBe(0);
});

test('a damaged count waits like five failures, and never opens the door wider than an honest one', () => {
  for (const text of [
    '',
    'x',
    '{}',
    '[]',
    'null',
    '{"failures":-1,"lastAt":"2026-11-23T01:41:00.000Z"}',
    '{"failures":"0","lastAt":"x"}',
    '{"failures":9,"lastAt":"yesterday"}',
    '{"failures":9}',
  ]) {
    const { path, clock, attempts } = counted();
    writeFileSync(path, text);
    expect({ text, wait: attempts.wait() }).toEqual({ text, wait: 900 });
    clock.forward({ minutes: 15 });
    expect({ text, wait: attempts.wait() }).toEqual({ text, wait: 0 });
    expect(readFileSync(path, 'utf8')).not.toBe(text);
  }
});
