/** The first run: makes a whole office in a staging folder; it becomes the office only once its recovery code was typed back. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import type { Language } from '#shared/contract/session.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { openJournal } from '#main/db/journal.ts';
import { migrate } from '#main/db/migrate.ts';
import { KEY_BYTES, openStore } from '#main/db/open.ts';
import { clearStaging, dataFolder, type DataFolder } from '#main/files/data-folder.ts';
import { syncFolder } from '#main/files/replace-file.ts';
import { officeLedger } from '#main/office/table.ts';
import { staffLedger } from '#main/staff/table.ts';
import { keepOfficeKeys, makeOfficeKeys } from '#main/weekly/office-keys.ts';
import { systemCaller } from './callers.ts';
import { calibrateArgon, type ArgonCost } from './key-slot.ts';
import { openKeyring } from './keyring.ts';
import { makeRecoveryCode, type RecoveryCode } from './recovery-code.ts';
import { createVault } from './vault.ts';

const IDLE_MINUTES = 5;

export interface NewOffice {
  readonly language: Language;
  readonly office: { readonly code: string; readonly name: string; readonly stationName: string };
  readonly administrator: { readonly name: string; readonly login: string; readonly password: string };
}

export interface StagedOffice {
  readonly code: RecoveryCode;
  readonly login: string;
  readonly password: string;
  /** Puts the files in place, the key file last: until then the folder holds no office. */
  settle(backupFolder: string): void;
  discard(): void;
}

/** @param cost fixed key derivation cost; measured on this PC when left out */
export async function stageOffice(
  folder: DataFolder,
  wanted: NewOffice,
  clock: Clock,
  cost?: ArgonCost,
): Promise<StagedOffice> {
  clearStaging(folder);
  mkdirSync(folder.staging, { recursive: true, mode: 0o700 });
  try {
    return await stage(folder, wanted, clock, cost);
  } catch (error) {
    clearStaging(folder);
    throw error;
  }
}

async function stage(
  folder: DataFolder,
  wanted: NewOffice,
  clock: Clock,
  cost: ArgonCost | undefined,
): Promise<StagedOffice> {
  const staging = dataFolder(folder.staging);
  const { code: officeCode } = wanted.office;
  const name = cleanText(wanted.office.name);
  const dataKey = randomBytes(KEY_BYTES);
  const code = makeRecoveryCode();
  const facts = { officeName: name, officeCode, language: wanted.language };
  const vault = createVault(staging.vault, facts, dataKey, code);
  const keyring = openKeyring(staging.vault, vault, dataKey, cost ?? (await calibrateArgon()));
  const { login, password } = wanted.administrator;
  keyring.check(password, [login, wanted.administrator.name, wanted.office.stationName]);
  await keyring.put(login, password);
  const keys = await makeOfficeKeys();

  const store = openStore(staging.database, dataKey, { create: true });
  migrate(store.write, () => undefined);
  const journal = openJournal(store.write, officeCode, clock);
  const profile = journal.write(systemCaller, (desk) => {
    keepOfficeKeys(desk, keys);
    desk.put(staffLedger, {
      name: cleanText(wanted.administrator.name),
      login,
      role: 'administrator',
      badgeNo: '',
      phone: '',
    });
    return desk.put(officeLedger, {
      code: officeCode,
      name,
      stationName: cleanText(wanted.office.stationName),
      language: wanted.language,
      gridRange: '',
      address: '',
      hours: '',
      phone: '',
      stationPhone: '',
      leaderPhone: '',
      supervisionPhone: '',
      idleMinutes: IDLE_MINUTES,
      backupFolder: '',
    });
  });

  return {
    code,
    login,
    password,
    settle(backupFolder) {
      if (backupFolder !== '')
        journal.write(systemCaller, (desk) =>
          desk.patch(officeLedger, profile.id, profile.revision, { backupFolder }),
        );
      store.close();
      keyring.forget();
      renameSync(staging.database, folder.database);
      renameSync(staging.vault, folder.vault);
      syncFolder(folder.root);
      rmSync(staging.root, { recursive: true, force: true });
    },
    discard() {
      store.close();
      keyring.forget();
      clearStaging(folder);
    },
  };
}
