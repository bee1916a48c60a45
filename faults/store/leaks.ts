/** A whole week with words that occur nowhere else, and then a search for them in every file that was written. */
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '#main/db/open.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { ADMIN, PASSWORD, loginOf } from '#tests/support/office.ts';
import { dataKeyOf } from '#tests/support/store.ts';
import { passphrase } from '#tests/station/station-kit.ts';
import { openRow, type FaultRow } from '../family.ts';
import { runVerb, saidOf, type Ended, type Verb } from '../disk/trial.ts';
import { makeWorld, NOW, SAID } from '../disk/world.ts';

export async function leakScan(): Promise<FaultRow[]> {
  const world = await makeWorld();
  const place = world.at('written');
  const temp = join(place.root, 'temp');
  mkdirSync(temp);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temp;
  const row = openRow(
    'files of a week, searched for names, numbers, words, passwords and keys',
    'none of them in the open',
  );
  try {
    const key = await dataKeyOf(place.office, ADMIN.login, ADMIN.password);
    const said: Ended[] = [];
    const run = async (verb: Verb) => {
      const ended = await runVerb(verb);
      if (ended.exit !== 0) throw new Error(`${verb.argv[0] ?? ''}: ${saidOf(ended)} ${ended.err}`);
      said.push(ended);
    };
    const office = (verb: string, ...more: string[]): Verb => ({
      tool: 'office',
      argv: [verb, '--data', place.office, '--login', loginOf('officer'), '--json', ...more],
      now: NOW,
    });
    for (const verb of ['export', 'receive', 'receipts', 'backup'] as const)
      await run(world.verbs[verb](place));
    await run(office('stats'));
    await run(office('verify'));
    const marks = marksOf(key);
    for (const path of filesBelow(place.root)) row.judge('clean', findMark(readFileSync(path), marks, path));
    for (const { answer, err } of said)
      row.judge('clean', findMark(Buffer.from(`${JSON.stringify(answer)}${err}`), marks, 'what a verb says'));
    proveMarksWork(place.office, key, marks);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(place.root, { recursive: true, force: true });
  }
  return [row.done()];
}

type Mark = readonly [what: string, bytes: Buffer];

/** Each as any program might write it. */
function marksOf(key: Buffer): Mark[] {
  const words = [...Object.values(SAID), PASSWORD, ADMIN.password, passphrase];
  return [
    ...words.flatMap((word): Mark[] => [
      [word, Buffer.from(word)],
      [`${word} (utf-16)`, Buffer.from(word, 'utf16le')],
      [`${word} (escaped)`, Buffer.from(escaped(word))],
      [`${word} (base64)`, Buffer.from(Buffer.from(word).toString('base64').replace(/=+$/, ''))],
    ]),
    ['data key', key],
    ['data key (hex)', Buffer.from(key.toString('hex'))],
    ['data key (base64)', Buffer.from(key.toString('base64').replace(/=+$/, ''))],
  ];
}

const escaped = (word: string): string =>
  word.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

function findMark(bytes: Buffer, marks: readonly Mark[], path: string): string | null {
  const found = marks.find(([, mark]) => bytes.includes(mark));
  return found === undefined ? null : `${found[0]} stands in ${path}`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A search that finds nothing proves nothing unless what it looks for is there to be found: in the opened store it is. */
function proveMarksWork(office: string, key: Buffer, marks: readonly Mark[]): void {
  const store = openStore(dataFolder(office).database, key);
  try {
    const lines = store.raw.prepare(`SELECT group_concat(line, '') FROM journal`).pluck().get() as string;
    if (findMark(Buffer.from(lines), marks, '') === null) throw new Error('the marks are not in the store');
  } finally {
    store.close();
  }
}
