/** A real PostgreSQL in a temporary folder, reached over its Unix socket; whoever starts it takes it away. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { makeFolder } from './temp-folder.ts';

export interface PostgresServer {
  /** postgres://… of a database of that name, as that role; the superuser unless said otherwise. */
  readonly url: (database: string, role?: string) => string;
  /** A database that nobody has used. */
  readonly newDatabase: () => Promise<string>;
  /** One statement or several, as that role. */
  readonly query: (
    database: string,
    sql: string,
    role?: string,
  ) => Promise<readonly Record<string, unknown>[]>;
  /** The folder of its programs: psql, pg_dump, pg_restore. */
  readonly programs: string;
  readonly stop: () => void;
  readonly start: () => void;
  /** Stops it and takes its folder away. */
  readonly remove: () => void;
}

/** Says what is missing where there is no server to start. */
export function startPostgres(): PostgresServer {
  const programs = findPrograms();
  const folder = makeFolder();
  const data = join(folder, 'data');
  const as = accountFor(folder);
  mkdirSync(data);
  if (as !== null) chownSync(data, as.uid, as.gid);
  chmodSync(folder, 0o755);
  const tool = (name: string, ...args: readonly string[]) =>
    execFileSync(join(programs, name), [...args], { stdio: 'pipe', cwd: folder, ...as });
  tool('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c shared_buffers=64MB -c max_connections=40`;
  // Its own output goes to a file: a pipe would hold the test until the server ends.
  const start = () => {
    tool('pg_ctl', '-D', data, '-w', '-l', join(data, 'server.log'), '-o', settings, 'start');
  };
  const stop = () => {
    tool('pg_ctl', '-D', data, '-w', '-m', 'fast', 'stop');
  };
  start();
  const remove = () => {
    tool('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  const url = (database: string, role = 'postgres') => `postgres://${role}@/${database}?host=${folder}`;
  return { url, programs, start, stop, remove, ...databasesOf(url) };
}

function databasesOf(url: PostgresServer['url']): Pick<PostgresServer, 'newDatabase' | 'query'> {
  async function query(database: string, sql: string, role?: string) {
    const client = new pg.Client(url(database, role));
    await client.connect();
    try {
      const answers: unknown = await client.query(sql);
      const last = (Array.isArray(answers) ? answers.at(-1) : answers) as pg.QueryResult<
        Record<string, unknown>
      >;
      return last.rows;
    } finally {
      await client.end();
    }
  }
  let made = 0;
  return {
    query,
    async newDatabase() {
      made += 1;
      const name = `station_${process.pid}_${made}`;
      await query('postgres', `CREATE DATABASE ${name} TEMPLATE template0`);
      return name;
    },
  };
}

/** On the PATH, or where Debian puts the server: /usr/lib/postgresql/15/bin. */
function findPrograms(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const needed = ['initdb', 'pg_ctl', 'postgres', 'psql', 'pg_dump'];
  const found = folders.find((folder) => needed.every((name) => existsSync(join(folder, name))));
  if (found === undefined)
    throw new Error(
      `PostgreSQL is needed: ${needed.join(', ')} (Debian packages postgresql, postgresql-client)`,
    );
  return found;
}

/** PostgreSQL does not run as root; Debian's package brings an account for it. */
function accountFor(folder: string): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const account = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, account.uid, account.gid);
  return account;
}
