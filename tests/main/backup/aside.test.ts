/** Names of the folders that keep what was replaced or does not open. */
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { nameOfBackup } from '#main/backup/names.ts';
import { asideName, dropOldAside, lastReplaced } from '#main/backup/restore/aside.ts';
import { makeDataFolder } from '#main/files/data-folder.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Half past midnight in China, and still yesterday in Greenwich. */
const NOW = '2026-11-22T16:30:07.000Z';
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const folderOf = () => makeDataFolder(tempFolder());

test.each(['UTC', 'America/New_York', 'Asia/Shanghai'])(
  'they bear the day and time of a backup of that minute on a PC set to %s',
  (pc) => {
    process.env['TZ'] = pc;
    const folder = folderOf();
    const name = asideName(folder, 'corrupt', NOW);
    expect(name).toBe('corrupt-20261123-003007');
    expect(nameOfBackup('519901-07', NOW, 'daily')).toContain(name.slice('corrupt-'.length, -2));
    mkdirSync(join(folder.root, name));
    expect(asideName(folder, 'corrupt', NOW)).toBe('corrupt-20261123-003007-2');
  },
);

test('of what was replaced the last counts, also where an older name bears the later time of another zone', () => {
  const folder = folderOf();
  const filled = (name: string, at: string) => {
    mkdirSync(join(folder.root, name));
    writeFileSync(join(folder.root, name, 'vault.json'), '');
    utimesSync(join(folder.root, name), new Date(at), new Date(at));
    return name;
  };
  expect(lastReplaced(folder)).toBeNull();
  // A new PC, where a restore found nothing to keep but an empty outbox.
  mkdirSync(join(folder.root, 'replaced-20261123-120000', 'outbox'), { recursive: true });
  expect(lastReplaced(folder)).toBeNull();
  filled('replaced-20261123-163007', '2026-11-22T16:30:07.000Z');
  const last = filled('replaced-20261123-090000', '2026-11-23T01:00:00.000Z');
  filled('corrupt-20261123-100000', '2026-11-23T02:00:00.000Z');
  expect(lastReplaced(folder)).toBe(last);
  // The second of the same second, and the tenth.
  for (const n of [2, 9, 10]) filled(`${last}-${n}`, `2026-11-23T01:00:00.0${String(n).padStart(2, '0')}Z`);
  expect(lastReplaced(folder)).toBe(`${last}-10`);
  // The day in an older name was always that of China.
  dropOldAside(folder, '2027-01-18');
  expect(lastReplaced(folder)).toBe(`${last}-10`);
  dropOldAside(folder, '2027-01-19');
  expect(lastReplaced(folder)).toBeNull();
  expect(existsSync(folder.backups)).toBe(true);
});
