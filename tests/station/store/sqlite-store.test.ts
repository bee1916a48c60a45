import { describe } from 'vitest';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { openStore } from '#station/store/sqlite/store.ts';
import { tempFolder } from '#tests/station/station-kit.ts';
import type { StoreUnderTest } from './store-kit.ts';
import { storeSuite } from './store-suite.ts';

export async function newSqliteStore(): Promise<StoreUnderTest> {
  const path = join(tempFolder(), 'station.db');
  const key = randomBytes(32);
  let store = openStore(path, key);
  const query = async (sql: string) => {
    const db = openDatabase(path, key);
    try {
      const statement = db.prepare<[], Record<string, unknown>>(sql);
      return statement.reader ? statement.all() : (statement.run(), []);
    } finally {
      db.close();
    }
  };
  return {
    get store() {
      return store;
    },
    reopen: async () => {
      await store.close();
      store = openStore(path, key);
      return store;
    },
    query,
    breakAt: async (n) =>
      void (await query(
        `CREATE TRIGGER fault BEFORE INSERT ON records WHEN NEW.n = ${n} BEGIN SELECT RAISE(ABORT, 'fault'); END`,
      )),
    mend: async () => void (await query('DROP TRIGGER fault')),
    isPostgres: false,
  };
}

describe('the store in SQLite', () => {
  storeSuite(newSqliteStore);
});
