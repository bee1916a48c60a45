/** Practice offices of very many people, and the key to the store of any. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder, type DataFolder } from '#main/files/data-folder.ts';
import { openWithPassword, readVault } from '#main/session/vault.ts';
import { addressFinder } from '#main/ledgers/population/finding/keys/address-keys.ts';
import { residentFinder } from '#main/ledgers/population/finding/keys/resident-keys.ts';
import { unitFinder } from '#main/ledgers/population/finding/keys/unit-keys.ts';
import { makePracticeOffice, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';

/** Kept for the next run: filling it takes minutes. */
export async function officeOf(rows: number, say: (line: string) => void): Promise<DataFolder> {
  const schema = readdirSync(join(import.meta.dirname, '..', 'src/main/db/migrations'))
    .sort()
    .at(-1)
    ?.slice(0, 4);
  const rules = [residentFinder, addressFinder, unitFinder].map(({ version }) => version).join('.');
  const folder = dataFolder(join(tmpdir(), `lamplight-bench-people-${rows}-${schema ?? ''}-${rules}`));
  say(`a practice office with ${rows} people …`);
  await makePracticeOffice(folder.root, { residents: rows, visitors: 0 });
  return folder;
}

export async function keyOf({ vault }: DataFolder): Promise<Buffer> {
  const key = await openWithPassword(readVault(vault), 'ljg', PRACTICE_PASSWORD);
  if (key === null) throw new Error('the password does not open the practice office');
  return key;
}
