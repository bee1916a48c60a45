/** An encrypted store with its journal in a temporary folder: the lower half of an office, without accounts and keys. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '#shared/kernel/caller.ts';
import { openJournal, type Journal } from '#main/db/journal.ts';
import { migrate } from '#main/db/migrate.ts';
import { draftsService } from '#main/desk/drafts.ts';
import { historyService } from '#main/desk/history.ts';
import { visitHistory } from '#main/ledgers/visitors/history.ts';
import { openStore, type Store } from '#main/db/open.ts';
import { visitorsService } from '#main/ledgers/visitors/service.ts';
import { openWithPassword, readVault } from '#main/session/vault.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { staffNames } from '#main/staff/service.ts';
import { staffLedger } from '#main/staff/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { testClock, type TestClock } from './clock.ts';
import { whenOver } from './when-over.ts';

export const OFFICE_CODE = '519901-07';

export interface TestStore {
  readonly path: string;
  readonly key: Buffer;
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: TestClock;
  readonly officer: Caller;
  readonly auxiliary: Caller;
  readonly visitors: ReturnType<typeof visitorsService>;
  readonly history: ReturnType<typeof historyService>;
  readonly drafts: ReturnType<typeof draftsService>;
  /** Lines of the journal, oldest first. */
  lines(): string[];
  close(): void;
}

/** Everything a fresh store holds before a test begins: laying the tables anew takes longer than most tests. */
interface Template {
  readonly key: Buffer;
  readonly database: Buffer;
  readonly officer: Caller;
  readonly auxiliary: Caller;
}

const BEGINNING = '2026-11-23T01:41:00.000Z';
let template: Template | null = null;

function makeTemplate(): Template {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-store-'));
  const path = join(folder, 'office.db');
  const key = randomBytes(32);
  const store = openStore(path, key, { create: true });
  migrate(store.write, () => undefined);
  const journal = openJournal(store.write, OFFICE_CODE, testClock(BEGINNING));
  const staffOf = (name: string, login: string, role: 'officer' | 'auxiliary'): Caller => {
    const row = journal.write(systemCaller, (desk) =>
      desk.put(staffLedger, { name, login, role, badgeNo: '', phone: '' }),
    );
    return { staff: row.id, role, door: 'desk' };
  };
  const officer = staffOf('李建国', 'officer1', 'officer');
  const auxiliary = staffOf('王芳', 'auxili1', 'auxiliary');
  // Everything is in the one file once the store is closed.
  store.close();
  const database = readFileSync(path);
  rmSync(folder, { recursive: true, force: true });
  return { key, database, officer, auxiliary };
}

/** A fresh store with one officer and one auxiliary; gone when the test is over, unless `keep` is set. */
export function openTestStore(options: { readonly keep?: boolean } = {}): TestStore {
  const { key, database, officer, auxiliary } = (template ??= makeTemplate());
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-store-'));
  const path = join(folder, 'office.db');
  writeFileSync(path, database);
  const clock = testClock(BEGINNING);
  const store = openStore(path, key);
  const journal = openJournal(store.write, OFFICE_CODE, clock);
  const close = () => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (options.keep !== true) whenOver(close);
  return {
    path,
    key,
    store,
    journal,
    clock,
    officer,
    auxiliary,
    visitors: visitorsService({ db: store.read, journal, clock, officeCode: OFFICE_CODE }),
    history: historyService(
      store.raw,
      journal,
      clock,
      { visitors: visitHistory(store.read, clock) },
      staffNames(store.read),
    ),
    drafts: draftsService(store.read, journal, clock),
    lines: () => store.raw.prepare('SELECT line FROM journal ORDER BY epoch, n').pluck().all() as string[],
    close,
  };
}

/** The data key of an office in a folder, as somebody with a password gets it. */
export async function dataKeyOf(dataDir: string, login: string, password: string): Promise<Buffer> {
  const key = await openWithPassword(readVault(dataFolder(dataDir).vault), login, password);
  if (key === null) throw new Error('the password does not open this office');
  return key;
}
