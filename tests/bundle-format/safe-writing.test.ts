import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, openBundle, placeFile, sealBundle, verifyBundle } from '#bundle-format';
import { packInner } from '#bundle-format/inner.ts';
import { place } from '#bundle-format/place.ts';
import { bundleInput, codeOf, linesOf, must, officeSigner, stationReader } from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';
import { run } from './stock-tools.ts';

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

test('a sealed file is copied to a stick under the same name and reads the same', async () => {
  const outbox = tempFolder();
  const stick = tempFolder();
  const sealed = must(await sealBundle(bundleInput(outbox)));
  const copied = must(await placeFile(sealed.path, stick));
  expect(copied.name).toBe(sealed.name);
  expect(readFileSync(copied.path).equals(readFileSync(sealed.path))).toBe(true);
  expect(readdirSync(stick)).toEqual([sealed.name]);
});

test('what lies on the stick already is left as it is; another content under the name is refused', async () => {
  const stick = tempFolder();
  const sealed = must(await sealBundle(bundleInput(tempFolder())));
  must(await placeFile(sealed.path, stick));
  must(await placeFile(sealed.path, stick));
  expect(readdirSync(stick)).toEqual([sealed.name]);
  writeFileSync(join(stick, sealed.name), 'torn');
  expect(codeOf(await placeFile(sealed.path, stick))).toBe('E903');
  expect(readFileSync(join(stick, sealed.name), 'utf8')).toBe('torn');
  expect(readdirSync(stick)).toEqual([sealed.name]);
});

test('a folder that is not there is an error of the disk, not of the program', async () => {
  const missing = join(tempFolder(), 'gone');
  const refusal = await sealBundle(bundleInput(missing));
  expect(codeOf(refusal)).toBe('E904');
  expect(!refusal.ok && refusal.exit).toBe('io');
  expect(codeOf(await placeFile(join(missing, 'x.jwb'), tempFolder()))).toBe('E103');
});

/** Runs in a process of its own that may write no file larger than `blocks` of 512 bytes. */
function sealUnderLimit(folder: string, blocks: number): string {
  const script = `
    process.on('SIGXFSZ', () => undefined);
    const { place } = await import('#bundle-format/place.ts');
    const body = (async function* () { for (let i = 0; i < 64; i += 1) yield Buffer.alloc(1024, i); })();
    const nothing = { head: Buffer.alloc(0), tail: Buffer.alloc(0) };
    await place(process.argv[1], { headSize: 0, body, finish: () => nothing })
      .then(() => console.log('placed'), (error) => console.log(error.code));
  `;
  const command = `ulimit -f ${blocks}; exec "$0" --no-warnings --input-type=module -e "$1" "$2"`;
  const ran = run('sh', ['-c', command, process.execPath, script, folder], { cwd: process.cwd() });
  return `${ran.stdout.toString()}${ran.stderr}`.trim();
}

test('a disk that takes no more is named as such, and nothing half-written is left behind', () => {
  const folder = tempFolder();
  expect(sealUnderLimit(folder, 16)).toBe('E901');
  expect(readdirSync(folder)).toEqual([]);
  expect(sealUnderLimit(folder, 4096)).toBe('placed');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a place where nobody may write is named as such', async () => {
  const refusal = await sealBundle(bundleInput('/sys/kernel'));
  expect(codeOf(refusal)).toBe('E902');
  expect(!refusal.ok && refusal.word).toBe('read-only');
});

test('a body that fails half way leaves no file at all', async () => {
  const folder = tempFolder();
  const body = (async function* () {
    yield* chunks('half');
    throw new RangeError('the source failed');
  })();
  const draft = { headSize: 4, body, finish: () => ({ head: Buffer.alloc(4), tail: Buffer.alloc(0) }) };
  await expect(place(folder, draft)).rejects.toThrow(RangeError);
  expect(readdirSync(folder)).toEqual([]);
});

test('a head is written before what was written first', async () => {
  const draft = {
    headSize: 2,
    body: chunks('bo', 'dy'),
    finish: (size: number) => ({ head: Buffer.from(`${size};`), tail: Buffer.from('.') }),
  };
  const placed = await place(tempFolder(), draft);
  expect(readFileSync(placed.path, 'utf8')).toBe('4;body.');
  expect(placed.size).toBe(7);
});

test('a file renamed on the way is read with a warning', async () => {
  const folder = tempFolder();
  const sealed = must(await sealBundle(bundleInput(folder)));
  const renamed = join(folder, '第12周.jwb');
  writeFileSync(renamed, readFileSync(sealed.path));
  expect(must(await verifyBundle(renamed, stationReader)).warnings).toEqual(['W106']);
});

test('a folder in the place of a file, or no file, is refused', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'x.jwb'));
  expect(codeOf(await verifyBundle(join(folder, 'x.jwb'), stationReader))).toBe('E202');
  expect(codeOf(await verifyBundle(join(folder, 'y.jwb'), stationReader))).toBe('E103');
});

test('a file that changes after it was verified yields no line', async () => {
  const folder = tempFolder();
  const sealed = must(await sealBundle(bundleInput(folder)));
  const opened = must(await openBundle(sealed.path, stationReader));
  const other = must(await sealBundle(bundleInput(folder, { lines: linesOf(1, 41) })));
  writeFileSync(sealed.path, readFileSync(other.path));
  const first = opened.lines()[Symbol.asyncIterator]().next();
  await expect(first).rejects.toMatchObject({ code: 'E306' });
  expect(existsSync(sealed.path)).toBe(true);
});

test('every code has its own word and speaks Chinese and English', () => {
  const words = new Set<string>();
  for (const [code, { word, zh, en }] of Object.entries(codes)) {
    expect(words.has(word), word).toBe(false);
    words.add(word);
    expect(word, code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(zh, code).toMatch(/\p{Script=Han}/u);
    expect(en, code).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
  }
});

test('more parts than a file may have are not written', async () => {
  const folder = tempFolder();
  const members = (async function* () {
    for (let i = 0; ; i += 1) yield { name: `changes-${i}`, content: Buffer.from('x') };
  })();
  const body = packInner(members, officeSigner, () => '{}\n');
  const nothing = { head: Buffer.alloc(0), tail: Buffer.alloc(0) };
  const placed = place(folder, { headSize: 0, body, finish: () => nothing });
  await expect(placed).rejects.toMatchObject({ code: 'E906' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a disk that gives back other bytes than it was given is found out before the file has a name', async () => {
  for (const at of [0, 5]) {
    const folder = tempFolder();
    let stick: number | null = null;
    // Stands for a bad stick: one byte turns, again and again, while the file is being finished.
    const tamper = (): void => {
      if (stick === null) return;
      writeSync(stick, '?', at);
      setImmediate(tamper);
    };
    const finish = () => {
      stick = openSync(join(folder, readdirSync(folder)[0] ?? ''), 'r+');
      setImmediate(tamper);
      return { head: Buffer.from('head'), tail: Buffer.from('.') };
    };
    const placed = place(folder, { headSize: 4, body: chunks('body'), finish });
    await expect(placed, `byte ${at}`).rejects.toMatchObject({ code: 'E905' });
    if (stick !== null) closeSync(stick);
    stick = null;
    expect(readdirSync(folder)).toEqual([]);
  }
});
