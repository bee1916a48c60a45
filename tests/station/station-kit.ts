// A station in a temporary folder, driven through its command line without a process, and a stick to carry between.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyset, type Keyset } from '#bundle-format';
import { runStation } from '#station/run.ts';
import { testClock, type TestClock } from '#tests/support/clock.ts';
import { whenFileIsOver } from '#tests/support/when-over.ts';

export const passphrase = '青禾 lamp 2026';
/** Weak on purpose: a hundred key files a minute. The command line itself always writes 18. */
const quickWork = 4;

/** Gone when the test file is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'station-'));
  whenFileIsOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface FileRow {
  readonly file: string;
  readonly sha256: string | null;
  readonly office: string | null;
  readonly officeName: string | null;
  readonly sealedEpoch: number | null;
  readonly seq: number | null;
  readonly epoch: number | null;
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly disposition: string;
  readonly check: string | null;
  readonly code: string;
  readonly zh: string;
  readonly missing: { readonly epoch: number; readonly from: number; readonly to: number } | null;
  readonly warnings: readonly string[];
}

/** The one object that --json prints; each verb fills in its own members. */
export interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly check?: string;
  readonly file?: string;
  readonly digits?: readonly string[];
  readonly keyset?: number;
  readonly isNew?: boolean;
  readonly files?: readonly FileRow[];
  readonly settled?: readonly FileRow[];
  readonly receipts?: readonly {
    readonly office: string;
    readonly ok: boolean;
    readonly seq: number | null;
    readonly file: string | null;
    readonly code: string | null;
    readonly decisions: number;
    readonly sent: number;
  }[];
  readonly receiptFolder?: string;
  readonly offices?: readonly OfficeAnswer[];
  readonly strangers?: readonly { readonly name: string; readonly code: string }[];
  readonly carryAway?: readonly string[];
  readonly entries?: readonly EntryAnswer[];
  readonly content?: Readonly<Record<string, unknown>>;
  readonly sealedRecord?: string;
}

/** What `pending` says of one entry. */
export interface EntryAnswer {
  readonly office: string;
  readonly number: string;
  readonly revision: number;
  readonly asked: 'answer' | 'notice';
  readonly category: string;
  readonly categoryName: string;
  readonly basis: string;
  readonly person: string;
  readonly officer: string;
  readonly daysLeft: number;
  readonly answered: string | null;
  readonly flaw: { readonly code: string } | null;
}

export interface OfficeAnswer {
  readonly office: string;
  readonly name: string;
  readonly lastBundle: { readonly sealedEpoch: number; readonly seq: number; readonly to: number } | null;
  readonly applied: readonly { readonly epoch: number; readonly n: number; readonly chain: string }[];
  readonly live: Readonly<Record<string, number>>;
  readonly since: { readonly bundles: number; readonly changes: Readonly<Record<string, object>> };
  readonly held: readonly ({ readonly epoch: number; readonly from: number; readonly to: number } | null)[];
  readonly refused: readonly { readonly name: string; readonly code: string }[];
  readonly daysSilent: number | null;
  readonly warnings: readonly string[];
  readonly snapshot?: { readonly verdict: string; readonly epoch: number } | null;
  readonly from?: { readonly epoch: number; readonly seq: number };
  readonly to?: { readonly epoch: number; readonly seq: number } | null;
}

export interface Ran {
  readonly exit: number;
  readonly answer: Answer;
  readonly err: string;
}

export interface StationKit {
  readonly home: string;
  readonly clock: TestClock;
  /** Runs a verb with --home and --json, in this process. */
  readonly run: (...argv: string[]) => Promise<Ran>;
  /** As run, but fails the test unless it ended well. */
  readonly done: (...argv: string[]) => Promise<Answer>;
  /** The newest keyset, as an office opens it. */
  readonly keyset: () => Promise<Keyset>;
}

/** `typed`: what somebody answers at the terminal, one line after the other; without, nobody sits there. */
export function stationAt(
  home: string,
  secret: string | null = passphrase,
  typed: readonly string[] = [],
): StationKit {
  const lines = [...typed];
  const clock = testClock('2026-11-23T08:00:00.000Z');
  const run = async (...argv: string[]): Promise<Ran> => {
    let [out, err] = ['', ''];
    const exit = await runStation([...argv, '--home', home, '--json'], {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      env: secret === null ? {} : { STATION_PASSPHRASE: secret },
      clock,
      askSecret: () => Promise.resolve(lines.shift() ?? null),
      account: 'duty',
      keyWork: quickWork,
    });
    if (out.trimEnd().includes('\n')) throw new Error(`more than one answer: ${out}`);
    return { exit, answer: JSON.parse(out) as Answer, err };
  };
  const done = async (...argv: string[]): Promise<Answer> => {
    const { exit, answer, err } = await run(...argv);
    if (exit !== 0 || !answer.ok) throw new Error(`exit ${exit}: ${JSON.stringify(answer)}\n${err}`);
    return answer;
  };
  return { home, clock, run, done, keyset: () => keysetOf(done) };
}

async function keysetOf(done: StationKit['done']): Promise<Keyset> {
  const { file = '' } = await done('card', '--out', tempFolder());
  const opened = await openKeyset(file, { root: null, held: null });
  if (!opened.ok) throw new Error(opened.code);
  return opened.keyset;
}

/** A station with its keys made. */
export async function newStation(): Promise<StationKit> {
  const kit = stationAt(join(tempFolder(), 'home'));
  await kit.done('keygen', '--code', '519901', '--name', '青禾镇派出所');
  return kit;
}

/** An empty stick as the office leaves it. */
export function newStick(): { readonly root: string; readonly toStation: string; readonly toOffice: string } {
  const root = tempFolder();
  const [toStation, toOffice] = [join(root, 'JWB', 'to-station'), join(root, 'JWB', 'to-office')];
  mkdirSync(toStation, { recursive: true });
  return { root, toStation, toOffice };
}

/** Every file below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** The one row of a run on one file. */
export function onlyRow({ answer }: Ran): FileRow {
  const [row, ...more] = answer.files ?? [];
  if (row === undefined || more.length > 0) throw new Error(`${answer.files?.length ?? 0} rows`);
  return row;
}
