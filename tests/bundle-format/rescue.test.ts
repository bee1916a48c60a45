/** What a station gives back is read by the office it is for, whole and in order, or refused by its code. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
  chainStart,
  encodeForgotten,
  leafOf,
  openRescue,
  orderRescue,
  sealRescue,
  type OpenedRescue,
} from '#bundle-format';
import {
  chainAfter,
  codeOf,
  inTempFolder,
  linesOf,
  must,
  office,
  officeReader,
  otherBox,
  strangerSigner,
} from './office-and-station.ts';
import { rescueBytes, rescueInput, sealedRescue } from './snapshot-and-rescue.ts';

const open = (bytes: Uint8Array, schema?: number) =>
  openRescue(bytes, officeReader, schema === undefined ? {} : { schema });

/** Forty lines in files of at most so many bytes of text. */
const opened = (most: number): Promise<OpenedRescue[]> =>
  inTempFolder(async (folder) => {
    const files = await sealedRescue(folder, { most });
    return Promise.all(files.map(async ({ path }) => must(await open(await readFile(path)))));
  });

async function textOf(files: readonly OpenedRescue[]): Promise<string> {
  const all: string[] = [];
  for (const file of files) for await (const { line } of file.lines()) all.push(line);
  return all.join('');
}

test('many small files are one rescue again, in whatever order they lie on the stick', async () => {
  const files = await opened(1500);
  expect(files.length).toBeGreaterThan(3);
  const ordered = orderRescue(files.toReversed());
  expect(await textOf(ordered ?? [])).toBe(linesOf(1, 40).join(''));
});

test('one that is missing, of another rescue, or there in the place of another makes it none', async () => {
  const files = await opened(1500);
  for (const [i] of files.entries())
    expect(orderRescue(files.filter((_, at) => at !== i)), `${i}`).toBeNull();
  const [first] = await opened(1500);
  expect(orderRescue([...(first === undefined ? [] : [first]), ...files.slice(1)])).toBeNull();
  expect(orderRescue([])).toBeNull();
});

test('an epoch without lines has a file, and forgotten lines come as they are', async () => {
  const lines = linesOf(1, 3);
  const gone = encodeForgotten({ n: 2, leaf: leafOf(lines[1] ?? '').toString('hex') });
  const held = [lines[0] ?? '', gone, lines[2] ?? ''];
  const chain = chainAfter(lines);
  await inTempFolder(async (folder) => {
    const base = { epoch: 1, n: 3, chain };
    const input = rescueInput(folder);
    const second = { epoch: 2, base, n: 0, chain: '' };
    const files = await sealedRescue(folder, {
      rescue: {
        ...input.rescue,
        holds: [
          { epoch: 1, base: null, n: 3, chain },
          { ...second, chain: chainStart(office, 2, Buffer.from(chain, 'hex')).toString('hex') },
        ],
        next_epoch: 3,
      },
      linesBehind: async function* (epoch, n) {
        if (epoch === 1) yield* held.slice(n);
      },
    });
    const read = await Promise.all(files.map(async ({ path }) => must(await open(await readFile(path)))));
    expect(read.map(({ manifest }) => manifest.range)).toEqual([
      { from: 1, to: 3 },
      { from: 1, to: 0 },
    ]);
    expect(read[0]?.manifest).toMatchObject({ forgotten: 1, counts: { visitors: { I: 2, U: 0, X: 0 } } });
    expect(await textOf(orderRescue(read) ?? [])).toBe(held.join(''));
  });
});

test('only the office it is for, and only from the station it knows', async () => {
  expect(codeOf(await open(await rescueBytes()))).toBe('ok');
  expect(codeOf(await open(await rescueBytes({ signer: strangerSigner })))).toBe('E711');
  expect(codeOf(await open(await rescueBytes({ box: otherBox.recipient })))).toBe('E712');
  const other = { ...rescueInput('').rescue, station: '519902' };
  expect(codeOf(await open(await rescueBytes({ rescue: other })))).toBe('E713');
  expect(codeOf(await open(await rescueBytes(), 0))).toBe('E203');
});

test('lines that are not those held are never sealed', async () => {
  await inTempFolder(async (folder) => {
    const short = rescueInput(folder, {
      linesBehind: async function* (_epoch, n) {
        yield* linesOf(1, 39).slice(n);
      },
    });
    expect(await sealRescue(short)).toMatchObject({ code: 'E605' });
  });
});

test('one changed byte anywhere is refused', async () => {
  const bytes = await rescueBytes();
  for (let at = 0; at < bytes.length; at += 97) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 0x20, at);
    expect(codeOf(await open(changed)), `byte ${at}`).not.toBe('ok');
  }
});
