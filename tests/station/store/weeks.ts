/** Offices and weeks of them, received by one station into both of its stores, and held against each other. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { enrol, newOffice, type OfficeKit } from '#tests/station/office-kit.ts';
import {
  newStation,
  passphrase,
  stationAt,
  tempFolder,
  type StationKit,
} from '#tests/station/station-kit.ts';
import type { PostgresServer } from '#tests/support/postgres-server.ts';
import { checksumOf, contentOf, countsIn } from './store-kit.ts';

export interface Weeks {
  readonly offices: number;
  readonly weeks: number;
  /** Of each bundle. */
  readonly lines: number;
}

export interface Received {
  readonly ms: number;
  /** Receiving the same stick once more. */
  readonly againMs: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly checksum: string;
  readonly checksumAgain: string;
}

/** Both received the same stick; neither is held against the other yet. */
export async function receiveWeeks(
  size: Weeks,
  server: PostgresServer,
): Promise<{ readonly sqlite: Received; readonly postgres: Received }> {
  const station = await newStation();
  const stick = await sealWeeks(station, size);
  const second = join(tempFolder(), 'home');
  cpSync(station.home, second, { recursive: true });
  const database = await server.newDatabase();
  const inPostgres = stationAt(second);
  const sqlite = await receiveTwice(station, stick, [], async () => {
    const { storeKey } = await readKeys(homeAt(station.home), passphrase);
    const db = openDatabase(homeAt(station.home).store, storeKey);
    try {
      return await contentOf({
        isPostgres: false,
        query: async (sql) => db.prepare<[], Record<string, unknown>>(sql).all(),
      });
    } finally {
      db.close();
    }
  });
  const postgres = await receiveTwice(inPostgres, stick, ['--store', server.url(database)], () =>
    contentOf({ isPostgres: true, query: (sql) => server.query(database, sql) }),
  );
  return { sqlite, postgres };
}

async function receiveTwice(
  station: StationKit,
  stick: string,
  store: readonly string[],
  content: () => ReturnType<typeof contentOf>,
): Promise<Received> {
  const receive = async () => {
    const started = performance.now();
    await station.done('receive', '--from', stick, '--to', tempFolder(), ...store);
    return performance.now() - started;
  };
  const ms = await receive();
  const once = await content();
  const againMs = await receive();
  return {
    ms,
    againMs,
    counts: countsIn(once),
    checksum: checksumOf(once),
    checksumAgain: checksumOf(await content()),
  };
}

/** A stick with every week of every office. */
async function sealWeeks(station: StationKit, { offices, weeks, lines }: Weeks): Promise<string> {
  const kits: OfficeKit[] = [];
  for (let i = 1; i <= offices; i += 1) {
    let keyset = station.keyset;
    const kit = await newOffice({ keyset: () => keyset() }, { code: `519901-${String(i).padStart(2, '0')}` });
    await enrol(station, kit);
    const known = await station.keyset();
    keyset = async () => known;
    kits.push(kit);
  }
  const stick = tempFolder();
  const toStation = join(stick, 'JWB', 'to-station');
  mkdirSync(toStation, { recursive: true });
  for (let week = 0; week < weeks; week += 1)
    for (const kit of kits) {
      writeWeek(kit, lines, week);
      await kit.seal(toStation, week * lines + 1);
    }
  return stick;
}

/** Visits, mostly new; some changed, one taken out, and from the third week on one forgotten. */
function writeWeek(kit: OfficeKit, lines: number, week: number): void {
  const first = kit.last() + 1;
  const k = (n: number) => `07-${String(n).padStart(6, '0')}`;
  for (let i = 0; i < lines; i += 1) {
    const n = first + i;
    if (i > 2 && i % 5 === 4)
      kit.write({ op: 'U', k: k(n - 2), b: 1, v: 2, d: { state: 'archived', note: `${week}\\${i}` } });
    else if (i === lines - 1 && week % 2 === 0) kit.write({ op: 'X', k: k(first), b: 1, v: 2, d: {} });
    else if (i === lines - 1 && week > 2)
      kit.write({
        op: 'F',
        k: k(first - 2 * lines + 1),
        b: 1,
        v: 2,
        d: { people: 1 },
        u: 'system',
        via: 'system',
        why: 'retention',
      });
    else kit.write({});
  }
}
