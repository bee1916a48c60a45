// Which store a station has: PostgreSQL where an address says so, otherwise the file in its folder.
import { existsSync, readFileSync } from 'node:fs';
import type { Home } from '#station/home.ts';
import type { StationIo } from '#station/io.ts';
import type { StationKeys } from '#station/keys/key-ring.ts';
import { refuse } from '#station/refusal.ts';
import type { StationStore } from './port.ts';
import { openPostgresStore } from './postgres/store.ts';
import { openStore } from './sqlite-store.ts';

/** What --store or STATION_STORE says; null: as the home remembers. */
export function storeAsked(io: StationIo): string | null {
  const url = io.env['STATION_STORE'] ?? '';
  return url === '' ? null : url;
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
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    refuse('usage', '--store takes postgres://… or postgresql://…');
  if (url.password !== '' || url.searchParams.has('password'))
    refuse('usage', 'no password in --store: every process sees it; use PGPASSWORD or ~/.pgpass');
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const isHere = host.startsWith('/') || ['', 'localhost', '127.0.0.1', '[::1]'].includes(host);
  if (!isHere && url.searchParams.get('sslmode') !== 'verify-full')
    refuse('usage', 'a server elsewhere needs sslmode=verify-full');
  return text;
}
