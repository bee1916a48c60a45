import { expect, test } from 'vitest';
import { progressLine } from '#terminal/progress-line.ts';

test('long work says how far it is once a second, short work says nothing', () => {
  let now = 0;
  const said: string[] = [];
  const show = progressLine(
    (text) => said.push(text),
    () => now,
  );
  for (const [at, done] of [
    [0, 1],
    [1999, 300],
    [2000, 400],
    [2500, 500],
    [3000, 999],
    [3001, 1000],
  ] as const) {
    now = at;
    show({ done, total: 1000 });
  }
  expect(said).toEqual(['400 / 1000（40%）\n', '999 / 1000（99%）\n']);
});
