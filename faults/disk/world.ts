/** An office, its station and the stick between them, at each stage of one week; and what has to be true of them whatever happened. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyStore } from '#main/db/verify.ts';
import { openStore } from '#main/db/open.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { openPair } from '#tests/station/real-office.ts';
import { stationAt } from '#tests/station/station-kit.ts';
import { ADMIN, OFFICE, loginOf } from '#tests/support/office.ts';
import { dataKeyOf } from '#tests/support/store.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { whenOver } from '#tests/support/when-over.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { runHere } from './here.ts';
import { saidOf, type Verb } from './trial.ts';

export const NOW = '2026-11-23T08:00:00.000Z';
const VISITS = 30;
/** What every visit of the week says; it occurs nowhere else. */
export const SAID = {
  name: '欧阳暗标记',
  phone: '15400098761',
  summary: '只此一处的话，指给了派出所',
} as const;

/** Folders of one trial. */
export interface Place {
  readonly root: string;
  readonly office: string;
  readonly station: string;
  readonly stick: string;
  /** Where backups go. */
  readonly second: string;
}

/** `written`: nothing sealed yet. `sealed`: the bundle is on the stick. `received`: the receipt is on the stick. */
export type Stage = 'written' | 'sealed' | 'received';

export interface World {
  /** A copy of that stage, the caller's own. */
  readonly at: (stage: Stage, root?: string) => Place;
  readonly verbs: Readonly<Record<VerbName, (place: Place) => Verb>>;
  /** What is wrong in these folders; null when everything in them holds. */
  readonly flawOf: (place: Place) => Promise<string | null>;
  /** Goes on to the end of the week with nothing broken; what went wrong then, or null. */
  readonly finish: (place: Place) => Promise<string | null>;
}

export type VerbName = 'export' | 'receive' | 'receipts' | 'backup';

/** The stage each verb begins at. */
export const BEGINS: Readonly<Record<VerbName, Stage>> = {
  export: 'written',
  receive: 'sealed',
  receipts: 'received',
  backup: 'written',
};

const verbs: World['verbs'] = {
  export: ({ office, stick }) => officeVerb('export', office, '--to', stick),
  receipts: ({ office, stick }) => officeVerb('receipts', office, '--from', stick),
  backup: ({ office, second }) => officeVerb('backup', office, '--to', second),
  receive: ({ station, stick }) => ({
    tool: 'station',
    argv: ['receive', '--home', station, '--from', stick, '--json'],
    now: NOW,
  }),
};

function officeVerb(verb: string, data: string, ...more: string[]): Verb {
  const argv = [verb, '--data', data, '--login', loginOf('officer'), '--json', ...more];
  return { tool: 'office', argv, now: NOW };
}

function placeIn(root: string): Place {
  const [office, station, stick, second] = ['office', 'station', 'stick', 'second'].map((name) =>
    join(root, name),
  );
  return { root, office: office ?? '', station: station ?? '', stick: stick ?? '', second: second ?? '' };
}

export async function makeWorld(): Promise<World> {
  const stages = makeFolder();
  whenOver(() => rmSync(stages, { recursive: true, force: true }));
  const pair = await openPair();
  for (let i = 0; i < VISITS; i += 1) {
    const visit = { ...enquiry, ...SAID, name: `${SAID.name}${i}` };
    await pair.desk.counter.visitors.register({ visit, draft: newDraft() });
  }
  await pair.desk.office().close();
  const stick = makeFolder();
  await pair.station.done('stick', '--to', stick, '--serial', '03');
  const first = placeIn(join(stages, 'written'));
  cpSync(pair.desk.dataDir, first.office, { recursive: true });
  cpSync(pair.station.home, first.station, { recursive: true });
  cpSync(stick, first.stick, { recursive: true });
  mkdirSync(first.second);
  rmSync(stick, { recursive: true });
  await pair.desk.dispose();

  const at: World['at'] = (stage, root = makeFolder()) => {
    cpSync(join(stages, stage), root, { recursive: true });
    return placeIn(root);
  };
  for (const [from, verb, to] of [
    ['written', 'export', 'sealed'],
    ['sealed', 'receive', 'received'],
  ] as const) {
    const place = at(from);
    const ended = await runHere(verbs[verb](place));
    if (ended.exit !== 0) throw new Error(`${verb}: ${saidOf(ended)} ${ended.err}`);
    cpSync(place.root, join(stages, to), { recursive: true });
    rmSync(place.root, { recursive: true });
  }

  const key = await dataKeyOf(first.office, ADMIN.login, ADMIN.password);
  const received = placeIn(join(stages, 'received'));
  const goal = await standing(received.station);
  if (goal.n === 0) throw new Error('the station holds nothing after a week');

  return { at, verbs, flawOf, finish };

  async function flawOf(place: Place): Promise<string | null> {
    try {
      proveStore(place.office, key);
      for (const name of readdirSync(place.second))
        if (!name.endsWith('.part')) proveStore(join(place.second, name), key);
      return (await flawOfFiles(place)) ?? (await flawOfStation(place.station));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** All of the first bundle or nothing of it. */
  async function flawOfStation(home: string): Promise<string | null> {
    const { n, chain } = await standing(home);
    if (n === 0) return null;
    return n === goal.n && chain === goal.chain ? null : `the station holds ${n} of ${goal.n} lines`;
  }

  async function finish(place: Place): Promise<string | null> {
    for (const name of ['export', 'receive', 'receipts'] as const) {
      const ended = await runHere(verbs[name](place));
      if (ended.exit !== 0) return `${name} afterwards: ${saidOf(ended)} ${ended.err}`;
    }
    const { n } = await standing(place.station);
    if (n < goal.n) return `the station holds ${n} lines afterwards, not ${goal.n}`;
    const confirmed = confirmedIn(place.office, key);
    return confirmed >= goal.n
      ? flawOf({ ...place, station: received.station })
      : `confirmed only to line ${confirmed}`;
  }
}

function proveStore(folder: string, key: Buffer): void {
  const store = openStore(dataFolder(folder).database, key);
  try {
    verifyStore(store.raw, OFFICE.code, LEDGER_TABLES);
  } finally {
    store.close();
  }
}

function confirmedIn(folder: string, key: Buffer): number {
  const store = openStore(dataFolder(folder).database, key);
  try {
    return Number(
      store.raw
        .prepare(`SELECT coalesce(max(json_extract(confirmed, '$."1"')), 0) FROM receipts`)
        .pluck()
        .get(),
    );
  } finally {
    store.close();
  }
}

/** What the station itself says it holds of the office. */
async function standing(home: string): Promise<{ n: number; chain: string }> {
  const kit = stationAt(home);
  const { offices } = await kit.done('report');
  return offices?.find(({ office }) => office === OFFICE.code)?.applied[0] ?? { n: 0, chain: '' };
}

/** Every sealed file bears the name of its content, and nothing is there that nobody knows. */
async function flawOfFiles({ office, station, stick }: Place): Promise<string | null> {
  const folders = [
    [dataFolder(office).outbox, /^(carry|carried)\.json(\.part)?$/],
    [join(station, 'inbox'), /^$/],
    [join(station, 'outbox'), /^$/],
    [join(stick, 'JWB', 'to-station'), /^$/],
    [join(stick, 'JWB', 'to-office'), /^$/],
  ] as const;
  for (const [folder, known] of folders) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (known.test(name) || /^[0-9a-f]{16}\.part$/.test(name)) continue;
      const path = join(folder, name);
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
      if (!/^[0-9a-f]{32}\.jwb$/.test(name) || !sha256.startsWith(name.slice(0, 32)))
        return `${name} in ${folder} is not what its name says`;
    }
  }
  return null;
}
