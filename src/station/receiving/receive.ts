// A stick into the store: copied first, then judged from the copy; what was held comes in as soon as it can.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codes, placeFile, type Code, type ReceiptEcho } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import type { Station } from '#station/station.ts';
import type { HeldFile } from '#station/store/port.ts';
import type { Progress } from '#terminal/progress-line.ts';
import { hasRoom, judgeFile, type FileAtHand } from './judge.ts';
import { lanesOf, runLanes } from './lanes.ts';
import type { Outcome } from './outcome.ts';
import { announcedKeys } from './renewals.ts';
import type { StickFile } from './stick.ts';

export interface Received {
  /** One for each file that was read, in the order of the stick. */
  readonly rows: readonly Outcome[];
  /** Files that were left on the stick because somebody asked to stop. */
  readonly left: number;
  /** Files of earlier sticks that could be settled now. */
  readonly settled: readonly Outcome[];
  /** By office, the receipts it says it holds. */
  readonly echoes: ReadonlyMap<string, readonly ReceiptEcho[]>;
}

export interface Watch {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborted: no further file is begun. */
  readonly stop?: AbortSignal | null;
}

export async function receiveFiles(
  opened: Station,
  files: readonly StickFile[],
  at: Instant,
  { onProgress, stop = null }: Watch = {},
): Promise<Received> {
  const { store, home } = opened;
  const station = { ...opened, announced: await announcedKeys(opened, files) };
  const latest = new Map<string, Outcome>();
  const settled = new Map<string, Outcome>();
  const echoes = new Map<string, ReceiptEcho[]>();

  async function judge(hand: FileAtHand): Promise<Outcome> {
    const { outcome, echo } = await judgeFile(station, hand, at);
    const office = outcome.place?.office;
    if (echo !== null && office !== undefined) echoes.set(office, [...(echoes.get(office) ?? []), echo]);
    await store.note(outcome, at);
    return outcome;
  }

  /** Tries what is held and may be ready: of one office, or of all. Goes on as long as that brings something in. */
  async function retryHeld(office: string | null): Promise<void> {
    for (let goesOn = true; goesOn;) {
      goesOn = false;
      for (const held of await store.holds()) {
        if ((office !== null && held.office !== office) || !(await isReady(station, held))) continue;
        const path = join(home.inbox, `${held.sha256.slice(0, 32)}.jwb`);
        const hand = {
          path,
          name: held.name,
          file: held.name,
          sha256: held.sha256,
          bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
        };
        const outcome = await judge(hand);
        if (outcome.disposition === 'hold') continue;
        settled.set(held.sha256, outcome);
        if (outcome.disposition === 'apply') goesOn = true;
      }
    }
  }

  async function take(file: StickFile): Promise<Outcome> {
    if (file.code !== null) return note(unread(file, file.code, ''));
    const size = statSync(file.path, { throwIfNoEntry: false })?.size ?? 0;
    if (!hasRoom(home.dir, size * 2)) return note(unread(file, 'E901', `${size} bytes`));
    const copy = await placeFile(file.path, home.inbox);
    if (!copy.ok) return note(unread(file, copy.code, copy.detail));
    const hand = {
      path: copy.path,
      name: file.name,
      file: file.shown,
      sha256: copy.sha256,
      bytes: copy.size,
    };
    const outcome = await judge(hand);
    latest.set(copy.sha256, outcome);
    if (outcome.disposition === 'apply') await retryHeld(outcome.place?.office ?? null);
    return outcome;
  }

  async function note(outcome: Outcome): Promise<Outcome> {
    await store.note(outcome, at);
    return outcome;
  }

  removeParts(home.inbox);
  await retryHeld(null);
  const rows = new Map<StickFile, Outcome>();
  await runLanes(
    await lanesOf(station.keysets.current, files),
    async (file) => {
      rows.set(file, await take(file));
      onProgress?.({ done: rows.size, total: files.length });
    },
    stop,
  );
  const read = files.flatMap((file) => rows.get(file) ?? []);
  return {
    rows: read.map((row) => healed(row, settled)),
    left: files.length - read.length,
    settled: [...settled]
      .filter(([sha256]) => !latest.has(sha256))
      .map(([, outcome]) => outcome)
      .toSorted(byOffice),
    echoes,
  };
}

/** A file of this stick that was held, now or on an earlier stick, and came in during this run. */
function healed(row: Outcome, settled: ReadonlyMap<string, Outcome>): Outcome {
  const waited = row.disposition === 'hold' || row.disposition === 'duplicate';
  const later = row.sha256 === null || !waited ? undefined : settled.get(row.sha256);
  return later === undefined ? row : { ...later, file: row.file, name: row.name, warnings: row.warnings };
}

/** Which of two offices was ready first is chance; within one the order stays. */
function byOffice(a: Outcome, b: Outcome): number {
  const [first, second] = [a.place?.office ?? '', b.place?.office ?? ''];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** Nothing it waits for is still missing, as far as that is known. */
async function isReady({ store }: Station, { office, missing }: HeldFile): Promise<boolean> {
  if (missing === null || office === null) return true;
  return ((await store.applied(office))[String(missing.epoch)]?.n ?? 0) >= missing.to;
}

function unread(file: StickFile, code: Code, detail: string): Outcome {
  return {
    name: file.name,
    file: file.shown,
    sha256: null,
    bytes: 0,
    place: null,
    officeName: null,
    disposition: codes[code].disposition,
    code,
    detail,
    missing: null,
    warnings: [],
  };
}

/** Copies that an ended process left unfinished; the lock says that nobody is writing them. */
function removeParts(inbox: string): void {
  for (const name of readdirSync(inbox)) if (name.endsWith('.part')) rmSync(join(inbox, name));
}
