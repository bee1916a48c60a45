/** Opens what a data key opens: the store brought to this version and proved, the journal, the keyring. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { openJournal, type Journal } from '#main/db/journal.ts';
import { copyStore } from '#main/db/copy.ts';
import { renewFinders } from '#main/db/finder.ts';
import { migrate, SCHEMA, schemaOf } from '#main/db/migrate.ts';
import { openStore, type Store } from '#main/db/open.ts';
import { verifyChain } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import type { DataFolder } from '#main/files/data-folder.ts';
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
  /** Where the key file lies; a backup carries a copy of it. */
  readonly vaultPath: string;
}

export function openOffice(folder: DataFolder, vault: Vault, dataKey: Buffer, clock: Clock): OpenOffice {
  const office = vault.officeCode;
  const store = openStore(folder.database, dataKey);
  try {
    // A store is never empty once an office is set up: filling it in anew would hide that everything is gone.
    if (schemaOf(store.write) === 0) refuse({ code: 'data-damaged', part: 'database' });
    const { from } = migrate(store.write, (version) => {
      mkdirSync(folder.before, { recursive: true, mode: 0o700 });
      copyStore(store.write, join(folder.before, `schema-${version}.db`));
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
      vaultPath: folder.vault,
    };
  } catch (error) {
    store.close();
    throw error;
  }
}
