// Which store a station has: PostgreSQL where an address says so, otherwise the file in its folder.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'pg-connection-string';
import type { Home } from '#station/home.ts';
import type { StationIo } from '#station/io.ts';
import type { StationKeys } from '#station/keys/key-ring.ts';
import { refuse } from '#station/refusal.ts';
import type { StationStore } from './port.ts';
import { openPostgresStore } from './postgres/store.ts';
import { openStore } from './sqlite/store.ts';

/** What --store or STATION_STORE says, checked; null: as the home remembers. */
export function storeAsked(io: StationIo): string | null {
  const url = io.env['STATION_STORE'] ?? '';
  return url === '' ? null : checkUrl(url);
}

/** Before a key is made: the server is there, the database ours to use, and nobody's yet. Refuses with `store-taken`. */
export async function probeStore(asked: string | null, station: string): Promise<void> {
  if (asked === null) return;
  const store = await openPostgresStore(asked, station);
  try {
    if ((await store.epoch()) !== null) refuse('store-taken');
  } finally {
    await store.close();
  }
}

/** Whether the store needs a key of ours at all: PostgreSQL has none. */
export function isInFile(home: Home, asked: string | null): boolean {
  return (asked ?? storedUrl(home)) === null;
}

/** Opens it, or makes an empty one. */
export async function openChosenStore(
  home: Home,
  { station, storeKey }: Pick<StationKeys, 'station' | 'storeKey'>,
  asked: string | null,
): Promise<StationStore> {
  const url = asked ?? storedUrl(home);
  return url === null ? openStore(home.store, storeKey) : openPostgresStore(checkUrl(url), station);
}

/** The one line of store.url, or null where the station keeps its store in a file. */
function storedUrl({ storeUrl }: Home): string | null {
  return existsSync(storeUrl) ? readFileSync(storeUrl, 'utf8').trim() : null;
}

/** Refuses with `usage` what is no address of PostgreSQL, holds a password, or would send people's data in the open. */
function checkUrl(text: string): string {
  if (!/^postgres(ql)?:\/\//.test(text)) refuse('usage', '--store takes postgres://…');
  const { host, password, sslmode } = readUrl(text);
  if (password !== undefined && password !== '')
    refuse('usage', 'no password in --store: every process sees it; use PGPASSWORD or ~/.pgpass');
  const isHere = host.startsWith('/') || ['', 'localhost', '127.0.0.1', '::1', '[::1]'].includes(host);
  if (!isHere && sslmode !== 'verify-full') refuse('usage', 'a server elsewhere needs sslmode=verify-full');
  return text;
}

/** As the driver will read it. */
function readUrl(text: string): {
  readonly host: string;
  readonly password?: string;
  readonly sslmode?: string;
} {
  try {
    const { host, password, sslmode } = parse(text);
    return {
      host: host ?? '',
      ...(password === undefined ? {} : { password }),
      ...(typeof sslmode === 'string' ? { sslmode } : {}),
    };
  } catch {
    return refuse('usage', '--store takes postgres://…');
  }
}
