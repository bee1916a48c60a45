/**
 * Each parser fed with changed files for some minutes, guided by which of our code they reach. Nothing may end without a word, run
 * for long, or be accepted and written differently. What was found is kept in tests/fixtures/parsers and tried by every npm test.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { allParsers, type Parser } from '#tests/support/parsers.ts';
import { openRow, type FaultRow, type FaultRun } from '../family.ts';
import { openCoverage } from './coverage.ts';
import { mutate, randomOf, type Random } from './mutate.ts';

const BATCH = 256;
/** Kept together where one of them reached something new: asking V8 costs more than running them. */
const GROUP = 8;
/** Files kept because each reached something new. */
const MOST_KEPT = 2000;
const HANG_MS = 2000;
const SAMPLE_SECONDS = 3;
const FOUND = join(import.meta.dirname, '../../tests/fixtures/parsers');

/** What whoever holds a stick can put before the office or the station: a bundle's container and the other files of the exchange. */
const FILES = new Set(['outer', 'receipt', 'keyset', 'enrolment', 'stick-marker']);

export function fuzzFiles(run: FaultRun): Promise<FaultRow[]> {
  return fuzzThose(run, ({ name }) => FILES.has(name));
}

export function fuzzParts(run: FaultRun): Promise<FaultRow[]> {
  return fuzzThose(run, ({ name }) => !FILES.has(name));
}

async function fuzzThose(
  { sample, minutes, say }: FaultRun,
  those: (parser: Parser) => boolean,
): Promise<FaultRow[]> {
  const rows: FaultRow[] = [];
  for (const parser of allParsers().filter(those)) {
    const seconds = sample ? SAMPLE_SECONDS : minutes * 60;
    const { row, kept } = await fuzz(parser, seconds);
    say(
      `  ${parser.name}: ${row.tried.toLocaleString('en')} executions, ${kept} kept, ${row.surprises.length} found`,
    );
    rows.push(row);
  }
  return rows;
}

async function fuzz(parser: Parser, seconds: number): Promise<{ row: FaultRow; kept: number }> {
  const row = openRow(`${parser.name}, ${seconds} s`, 'read, or refused with a word, within 2 s');
  const watch = watchHangs(parser.name);
  const coverage = await openCoverage((url) => url.includes('/src/'));
  const random = randomOf(Date.now());
  const found = new Set<string>();

  async function tryOne(bytes: Buffer): Promise<void> {
    watch.begin(bytes);
    const started = performance.now();
    try {
      const accepted = await parser.read(bytes);
      const took = performance.now() - started;
      if (took <= HANG_MS) row.saw(accepted ? 'read' : 'refused');
      else row.surprise('slow', `${Math.round(took)} ms: ${keep(parser.name, bytes)}`);
    } catch (error) {
      const what =
        error instanceof Error
          ? `${error.name} ${error.message.slice(0, 80)} ${placeOf(error)}`
          : String(error);
      row.saw('without a word');
      if (!found.has(placeOf(error))) row.surprise('without a word', `${what}: ${keep(parser.name, bytes)}`);
      found.add(placeOf(error));
    } finally {
      watch.end();
    }
  }

  try {
    const kept = [...(await parser.seeds())];
    for (const seed of kept) await tryOne(seed);
    await coverage.fresh();
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      const batch = Array.from({ length: BATCH }, () =>
        mutate(pick(kept, random), pick(kept, random), random),
      );
      for (const bytes of batch) await tryOne(bytes);
      if ((await coverage.fresh()) === 0 || kept.length >= MOST_KEPT) continue;
      // Something new was reached: which of them it was shows when a few run alone.
      const alone = await openCoverage((url) => url.includes('/src/'));
      for (let from = 0; from < batch.length; from += GROUP) {
        const group = batch.slice(from, from + GROUP);
        for (const bytes of group) await tryOne(bytes);
        if ((await alone.fresh()) > 0) kept.push(...group);
      }
      alone.close();
      await coverage.fresh();
    }
    return { row: row.done(), kept: kept.length };
  } finally {
    coverage.close();
    await watch.close();
  }
}

function pick(kept: readonly Buffer[], random: Random): Buffer {
  // The newest reached furthest.
  const from = random(2) === 0 ? 0 : Math.max(0, kept.length - 16);
  return kept[from + random(kept.length - from)] ?? Buffer.alloc(0);
}

function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /\(?([^\s(]*\/src\/[^\s)]*)\)?/.exec(stack)?.[1]?.replace(/^.*\/src\//, '') ?? 'nowhere';
}

/** Keeps what broke a parser; its path below the project. */
function keep(name: string, bytes: Uint8Array): string {
  const folder = join(FOUND, name);
  mkdirSync(folder, { recursive: true });
  const file = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  writeFileSync(join(folder, file), bytes);
  return `tests/fixtures/parsers/${name}/${file}`;
}

const ROOM = 1 << 20;
const GIVEN_UP_MS = 30_000;

/** A parser that never comes back is ended from another thread, which keeps what it was reading. */
function watchHangs(name: string) {
  const shared = new SharedArrayBuffer(ROOM + 16);
  const [state, room] = [new Int32Array(shared, 0, 4), new Uint8Array(shared, 16)];
  const folder = join(FOUND, name);
  const worker = new Worker(
    `const { workerData: { shared, folder, ms } } = require('node:worker_threads');
     const fs = require('node:fs');
     const state = new Int32Array(shared, 0, 4);
     let last = -1, since = Date.now();
     setInterval(() => {
       const run = Atomics.load(state, 0);
       if (run !== last || Atomics.load(state, 1) === 0) { last = run; since = Date.now(); return; }
       if (Date.now() - since < ms) return;
       fs.mkdirSync(folder, { recursive: true });
       fs.writeFileSync(folder + '/hang-' + process.pid, new Uint8Array(shared, 16, Atomics.load(state, 2)).slice());
       fs.writeSync(2, 'never came back: ' + folder + '\\n');
       process.kill(process.pid, 'SIGKILL');
     }, 500);`,
    { eval: true, workerData: { shared, folder, ms: GIVEN_UP_MS } },
  );
  worker.unref();
  return {
    begin(bytes: Uint8Array) {
      const length = Math.min(bytes.length, ROOM);
      room.set(bytes.subarray(0, length));
      Atomics.store(state, 2, length);
      Atomics.store(state, 1, 1);
      Atomics.add(state, 0, 1);
    },
    end: () => void Atomics.store(state, 1, 0),
    close: () => worker.terminate(),
  };
}
