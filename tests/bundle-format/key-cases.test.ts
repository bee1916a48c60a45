import { expect, test } from 'vitest';
import { keyCases } from './key-cases.ts';

test('a key that is wrong in any way is called by its own code', async () => {
  const said = new Map<string, string>();
  for (const { what, ask } of keyCases) said.set(what, await ask());
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(keyCases.map(({ what, code }) => [what, code])),
  );
  expect(keyCases.length).toBeGreaterThanOrEqual(25);
});
