/** Opens what a data key opens: the store brought to this version and proved, the journal, the keyring. */
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { openJournal, type Journal } from '#main/db/journal.ts';
import { renewFinders } from '#main/db/finder.ts';
import { migrate, SCHEMA, schemaOf } from '#main/db/migrate.ts';
import { openStore, type Store } from '#main/db/open.ts';
import { verifyChain } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { copyAndProve } from '#main/backup/copy-and-prove.ts';
import { isOlderThan } from '#main/backup/high-water.ts';
import type { DataFolder } from '#main/files/data-folder.ts';
import { readMark } from '#main/files/mark.ts';
import { systemCaller } from './callers.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import type { Vault } from './vault.ts';

/** Lines of the journal checked at every unlock; all of them are checked by `verify` and before each export. */
const CHECKED_AT_UNLOCK = 1000;

export interface OpenOffice {
  readonly store: Store;
  readonly journal: Journal;
  readonly keyring: Keyring;
  readonly office: string;
  readonly clock: Clock;
  readonly folder: DataFolder;
}

export function openOffice(folder: DataFolder, vault: Vault, dataKey: Buffer, clock: Clock): OpenOffice {
  const office = vault.officeCode;
  const store = openStore(folder.database, dataKey);
  try {
    // A store is never empty once an office is set up: filling it in anew would hide that everything is gone.
    if (schemaOf(store.write) === 0) refuse({ code: 'data-damaged', part: 'database' });
    if (isOlderThan(store.raw, office, readMark(folder.mark)))
      refuse({ code: 'data-damaged', part: 'older' });
    const { from } = migrate(store.write, () => {
      const openCopy = (path: string) => openStore(path, dataKey);
      const source = { write: store.write, vaultPath: folder.vault, office, now: clock.now(), openCopy };
      copyAndProve(source, folder.backups, 'migration', 'chain');
    });
    verifyChain(store.raw, office, CHECKED_AT_UNLOCK);
    renewFinders(store.write, store.raw, LEDGER_TABLES);
    const journal = openJournal(store.write, office, clock);
    if (from < SCHEMA)
      journal.write(systemCaller, (desk) => desk.note('M', 'office', '-', { from, to: SCHEMA }));
    return {
      store,
      journal,
      keyring: openKeyring(folder.vault, vault, dataKey),
      office,
      clock,
      folder,
    };
  } catch (error) {
    store.close();
    throw error;
  }
}
