/** A receipt that was never finished on the stick is the station's own to clear away; anything else there is not. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enrol, newOffice } from './office-kit.ts';
import { newStation, newStick } from './station-kit.ts';

test('what a pulled stick left of a receipt is taken away with the next one, and nothing else is', async () => {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  const stick = newStick();
  mkdirSync(stick.toOffice, { recursive: true });
  const own = join(stick.toOffice, '0123456789abcdef.part');
  const strange = join(stick.toOffice, 'letter.part');
  const theirs = join(stick.toStation, '0123456789abcdef.part');
  for (const path of [own, strange, theirs]) writeFileSync(path, 'half');
  office.visitors(3);
  await office.seal(stick.toStation, 1);

  const { answer } = await station.run('receive', '--from', stick.root);
  const codes = new Map(answer.files?.map(({ file, check }) => [file, check]));
  expect([...codes.keys()]).not.toContain('to-office/0123456789abcdef.part');
  expect(codes.get('to-office/letter.part')).toBe('E104');
  expect(codes.get('to-station/0123456789abcdef.part')).toBe('E104');
  expect(existsSync(own)).toBe(false);
  expect(existsSync(strange) && existsSync(theirs)).toBe(true);
  expect(readdirSync(stick.toOffice).filter((name) => name.endsWith('.jwb')).length).toBeGreaterThan(0);
});
