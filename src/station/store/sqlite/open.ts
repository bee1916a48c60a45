// The station's store, sealed under a raw key kept in station.key.age.
import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { connectSealed, findBrokenSeal, makeDurable } from '#sealed-sqlite/connect.ts';
import { refuse } from '#station/refusal.ts';
import foundation from '#station/store/sqlite/migrations/0010-station.sql?raw';
import forgetting from '#station/store/sqlite/migrations/0020-forgetting.sql?raw';
import decisions from '#station/store/sqlite/migrations/0030-decisions.sql?raw';
import snapshots from '#station/store/sqlite/migrations/0050-snapshots.sql?raw';
import keys from '#station/store/sqlite/migrations/0060-keys.sql?raw';
import sendings from '#station/store/sqlite/migrations/0070-sendings.sql?raw';

/** One line a step, numbered by tens; a landed step is never edited. */
const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 10, sql: foundation },
  { version: 20, sql: forgetting },
  { version: 30, sql: decisions },
  { version: 50, sql: snapshots },
  { version: 60, sql: keys },
  { version: 70, sql: sendings },
];

/** Opens the store, or makes an empty one. Refuses with `store-damaged` what the key cannot read. */
export function openDatabase(path: string, key: Uint8Array): Database.Database {
  const broken = existsSync(path) ? findBrokenSeal(path) : null;
  if (broken !== null) refuse('store-damaged', broken);
  const db = connectSealed(path, key);
  try {
    makeDurable(db);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(db: Database.Database): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from > (migrations.at(-1)?.version ?? 0)) refuse('newer-version', `store schema ${from}`);
  for (const step of migrations.filter(({ version }) => version > from)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}
