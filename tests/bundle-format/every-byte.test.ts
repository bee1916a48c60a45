/** A sample of the damage that `npm run faults -- bits lengths` does whole: every bit, every length. */
import { expect, test } from 'vitest';
import { damageSamples } from './damage-samples.ts';
import { everyBit, everyCut, everyExtension, judgeDamage, type Damaged } from './damage.ts';

/** Of each file so many bits and lengths, spread evenly and prime to a byte. */
const SAMPLE = 600;
/** Statement and signature are read bit by bit before anything is believed: they are sampled more closely. */
const HEAD = 3072;

const samples = await damageSamples();
const strideOf = (all: number): number => Math.max(1, Math.floor(all / SAMPLE)) | 1;

test('the bundle under test is about ten kilobytes, and all files under test are whole', async () => {
  const [bundle] = samples;
  expect(bundle?.name).toBe('bundle');
  expect(bundle?.whole.length).toBeGreaterThan(6_000);
  expect(bundle?.whole.length).toBeLessThan(14_000);
  for (const { name, whole, check } of samples) expect((await check(whole)).ok, name).toBe(true);
});

test.each(samples)('a $name with a bit turned is refused as damaged, whichever it is', async (sample) => {
  const { whole, check } = sample;
  const damages = [everyBit(whole, strideOf(8 * whole.length)), everyBit(whole, 23, 5, 8 * HEAD)];
  const seen = await codesOf(damages, check);
  if (sample.name === 'bundle') expect([...seen].sort()).toEqual(['E202', 'E301', 'E302', 'E305', 'E306']);
});

test.each(samples)('a $name that is too short or too long is refused', async ({ whole, check }) => {
  expect([...(await codesOf([everyCut(whole, strideOf(whole.length))], check))]).toEqual(['E201']);
  expect([...(await codesOf([everyExtension(whole, 2048, 13)], check))]).toEqual(['E202']);
});

async function codesOf(
  damages: readonly Iterable<Damaged>[],
  check: Parameters<typeof judgeDamage>[0],
): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const damage of damages)
    for (const damaged of damage) {
      const { code, flaw } = await judgeDamage(check, damaged);
      if (flaw !== null) throw new Error(flaw);
      seen.add(code);
    }
  return seen;
}
