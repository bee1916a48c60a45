// Opens the database: that it keeps what it says it kept, that nobody else is at work in it, that its tables are ours.
import type pg from 'pg';
import { refuse } from '#station/refusal.ts';
import foundation from '#station/store/postgres/migrations/0040-station.sql?raw';
import audit from '#station/store/postgres/migrations/0041-audit.sql?raw';
import snapshots from '#station/store/postgres/migrations/0050-snapshots.sql?raw';
import keys from '#station/store/postgres/migrations/0060-keys.sql?raw';
import sendings from '#station/store/postgres/migrations/0070-sendings.sql?raw';
import { asStoreRefusal } from './failures.ts';
import { first, poolOn, run } from './sql.ts';

/** One line a step; a landed step is never edited. A step of the SQLite store has its counterpart under its number. */
const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 40, sql: foundation },
  { version: 41, sql: audit },
  { version: 50, sql: snapshots },
  { version: 60, sql: keys },
  { version: 70, sql: sendings },
];

/** Offices that are taken side by side, and the connection that holds the lock. */
const CONNECTIONS = 6;
/** Any number, as long as no other program locks the same one in this database. */
const LOCK = 0x4a57_4201;

export async function openServer(
  url: string,
  station: string,
): Promise<{ readonly pool: pg.Pool; readonly close: () => Promise<void> }> {
  const pool = poolOn(url, CONNECTIONS);
  try {
    const keeper = await pool.connect();
    keeper.on('error', () => undefined);
    try {
      await checkPromises(keeper);
      await takeLock(keeper);
      await migrate(keeper);
      await checkOwner(keeper, station);
    } catch (error) {
      await letGo(keeper);
      throw error;
    }
    return {
      pool,
      close: async () => {
        await letGo(keeper);
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw asStoreRefusal(error);
  }
}

interface Settings {
  readonly version: number;
  readonly encoding: string;
  readonly commit: string;
  readonly fsync: string;
  readonly pages: string;
}

/** A receipt says that a line is on the disk. A server that was told not to wait for its disk cannot say so. */
async function checkPromises(client: pg.ClientBase): Promise<void> {
  const settings = await first<Settings>(
    client,
    `SELECT current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding,
        current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync,
        current_setting('full_page_writes') AS pages`,
  );
  if (settings === null) refuse('store-unfit', 'no settings');
  const { version, encoding, commit, fsync, pages } = settings;
  if (version < 130_000) refuse('store-unfit', `PostgreSQL 13 or newer is needed, this is ${version}`);
  if (encoding !== 'UTF8') refuse('store-unfit', `encoding ${encoding}, not UTF8`);
  if (commit !== 'on' && commit !== 'remote_apply') refuse('store-unsafe', `synchronous_commit = ${commit}`);
  if (fsync !== 'on') refuse('store-unsafe', `fsync = ${fsync}`);
  if (pages !== 'on') refuse('store-unsafe', `full_page_writes = ${pages}`);
}

async function takeLock(client: pg.ClientBase): Promise<void> {
  const answer = await first<{ taken: boolean }>(client, 'SELECT pg_try_advisory_lock($1) AS taken', [LOCK]);
  if (answer?.taken !== true) refuse('busy', 'another tool uses this database');
}

/** Said, because a server ends a session in its own time, and the next tool would find it busy. A broken one has let go already. */
async function letGo(keeper: pg.PoolClient): Promise<void> {
  await run(keeper, 'SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
  keeper.release(true);
}

async function migrate(client: pg.ClientBase): Promise<void> {
  const from = await versionOf(client);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) refuse('newer-version', `store schema ${from}`);
  for (const { version, sql } of migrations.filter((step) => step.version > from)) {
    await run(client, 'BEGIN');
    try {
      if (from === 0 && version === migrations[0]?.version) await begin(client);
      await run(client, sql);
      await run(client, 'INSERT INTO station.steps (version) VALUES ($1)', [version]);
      await run(client, 'COMMIT');
    } catch (error) {
      await run(client, 'ROLLBACK');
      throw error;
    }
  }
}

async function versionOf(client: pg.ClientBase): Promise<number> {
  const known = await first<{ has: boolean }>(
    client,
    `SELECT to_regclass('station.steps') IS NOT NULL AS has`,
  );
  if (known?.has !== true) return 0;
  const newest = await first<{ version: number | null }>(
    client,
    'SELECT max(version) AS version FROM station.steps',
  );
  return newest?.version ?? 0;
}

async function begin(client: pg.ClientBase): Promise<void> {
  await run(client, 'CREATE SCHEMA station');
  await run(
    client,
    'CREATE TABLE station.steps (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
  );
}

/** Codes of offices begin with that of their station. */
async function checkOwner(client: pg.ClientBase, station: string): Promise<void> {
  const foreign = await first<{ office: string }>(
    client,
    'SELECT office FROM station.offices WHERE NOT starts_with(office, $1) LIMIT 1',
    [`${station}-`],
  );
  if (foreign !== null) refuse('store-taken', `it holds ${foreign.office}`);
}
