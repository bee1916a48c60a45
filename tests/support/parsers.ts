/**
 * Every parser that reads what somebody else may have written, each with files it takes and what it must never do with any other:
 * end with an error that has no word, accept what it would write differently, or run for long.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BundleFault,
  encodeChange,
  judgeStickMarker,
  openReceipt,
  parseChange,
  readForgotten,
  verifyBundle,
} from '#bundle-format';
import { decryptAge, encryptAge } from '#bundle-format/age.ts';
import { encodeCanonical, Misfit, type Spec } from '#bundle-format/canonical.ts';
import { decisionsPart } from '#bundle-format/receipts/decisions.ts';
import { encodeEnrolment, enrolmentSpec } from '#bundle-format/cards/enrolment.ts';
import { readInner } from '#bundle-format/inner.ts';
import { findKeysetFlaw, keysetSpec } from '#bundle-format/keyset.ts';
import { bundleManifestSpec, findManifestFlaw } from '#bundle-format/manifest.ts';
import { parseManifest } from '#bundle-format/parse-manifest.ts';
import { findReceiptFlaw, receiptManifestSpec } from '#bundle-format/receipts/receipt-manifest.ts';
import { signSsh, parseSsh } from '#bundle-format/sshsig.ts';
import { parseStatement } from '#bundle-format/statement.ts';
import { encodeStickMarker, stickNamespace } from '#bundle-format/stick-marker.ts';
import { compressPart, decompressPart } from '#bundle-format/zstd.ts';
import { Refusal } from '#shared/kernel/failure.ts';
import { createVault, readVault } from '#main/session/vault.ts';
import { makeRecoveryCode } from '#main/session/recovery-code.ts';
import { openReader } from '#main/sheets/thread/open-reader.ts';
import { readCsvRows } from '#main/sheets/text/csv.ts';
import { recognise } from '#main/sheets/recognise.ts';
import { archiveOf } from '#tests/bundle-format/hostile-bundle.ts';
import {
  box,
  changeOf,
  decisionOf,
  keyset,
  linesOf,
  officeReader,
  officeSigner,
  op,
  receiptBytes,
  sealedBytes,
  station,
  stationReader,
  stationSigner,
} from '#tests/bundle-format/office-and-station.ts';

export interface Parser {
  readonly name: string;
  /** Files it takes, or parts of them. */
  readonly seeds: () => Promise<readonly Buffer[]>;
  /** Throws for what must never happen; answers whether it was accepted. */
  readonly read: (bytes: Buffer) => Promise<boolean>;
}

/** An error that somebody can be told of. */
function hasWord(error: unknown): boolean {
  return error instanceof BundleFault || error instanceof Refusal || error instanceof Misfit;
}

async function parsed(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (hasWord(error)) return false;
    throw error;
  }
}

function parser(name: string, seeds: Parser['seeds'], read: (bytes: Buffer) => unknown): Parser {
  return { name, seeds, read: (bytes) => parsed(() => read(bytes)) };
}

const same = (written: string | Uint8Array, bytes: Buffer): void => {
  if (!Buffer.from(written).equals(bytes)) throw new Error('accepted what it would write differently');
};

const isOk = (result: { readonly ok: boolean }): void => {
  if (!result.ok) throw new Misfit('refused');
};

function jsonParser<T>(
  name: string,
  spec: Spec<T>,
  findFlaw: (value: T) => string | null,
  seed: () => Promise<string>,
): Parser {
  const seeds = async () => [Buffer.from(await seed())];
  return parser(name, seeds, (bytes) =>
    same(encodeCanonical(spec, parseManifest(spec, findFlaw, bytes, 'E408')), bytes),
  );
}

/** The inner manifest of a sealed file. */
async function manifestOf(bytes: Buffer, identity: string): Promise<string> {
  const inner = await readInner(decryptAge(once(bodyOf(bytes)), [identity]), () => true);
  return inner.manifest.toString();
}

const bodyOf = (sealed: Buffer): Buffer => {
  const at = sealed.indexOf('body.age\0');
  const size = Number.parseInt(sealed.subarray(at + 124, at + 135).toString(), 8);
  return sealed.subarray(at + 512, at + 512 + size);
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  const steps = stream[Symbol.asyncIterator]();
  while ((await steps.next()).done !== true);
}

const marker = encodeStickMarker({
  format: 'jwb-stick',
  v: 1,
  station,
  id: '0123456789abcdef',
  serial: '03',
  created: '2026-09-01T02:00:00.000Z',
});

const enrolment = encodeEnrolment({
  format: 'jwb-enrol',
  v: 1,
  office: '519901-07',
  name: '示例社区警务室',
  device: '前台电脑',
  epoch: 1,
  created: '2026-11-23T08:00:00.000Z',
  sign: officeSigner.publicKey,
  box: box.recipient,
});

const formatParsers: readonly Parser[] = [
  parser(
    'outer',
    async () => [await sealedBytes({ lines: linesOf(1, 2), live: { visitors: 2 } })],
    async (bytes) => isOk(await verifyBundle(bytes, stationReader)),
  ),
  parser(
    'receipt',
    async () => [await receiptBytes()],
    async (bytes) => isOk(await openReceipt(bytes, officeReader)),
  ),
  parser(
    'statement',
    () => Promise.resolve([Buffer.from(`# jwb 1 bundle 5f0c9a1e\n${'ab'.repeat(32)}  body.age\n`)]),
    (bytes) => parseStatement(bytes),
  ),
  parser(
    'sshsig',
    () => Promise.resolve([Buffer.from(signSsh(officeSigner, 'jwb-bundle-v1@jwb', Buffer.from('x')))]),
    (bytes) => {
      if (parseSsh(bytes) === null) throw new Misfit('refused');
    },
  ),
  parser(
    'inner',
    async () => [
      archiveOf(
        [{ name: 'changes-000001.ndjson.zst', content: await compressPart(Buffer.from('x')) }],
        '{}\n',
      ),
    ],
    (bytes) => readInner(once(bytes), (name) => name.startsWith('changes-')),
  ),
  parser(
    'age',
    async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of encryptAge(once(Buffer.from('text')), [op.recipient])) pieces.push(piece);
      return [Buffer.concat(pieces)];
    },
    (bytes) => drain(decryptAge(once(bytes), [op.identity])),
  ),
  parser(
    'zstd',
    async () => [await compressPart(Buffer.from('一行\n'.repeat(40)))],
    (bytes) => decompressPart(bytes, 280, 'part'),
  ),
  parser(
    'line',
    () =>
      Promise.resolve(
        [
          encodeChange(changeOf(1)),
          encodeChange(
            changeOf(7, { op: 'U', b: 3, v: 4, why: '更正', d: { a: [1, -2, null, { b: '张' }] } }),
          ),
          `{"n":3,"leaf":"${'ab'.repeat(32)}"}\n`,
        ].map((line) => Buffer.from(line)),
      ),
    (bytes) => {
      const line = bytes.toString();
      if (!Buffer.from(line).equals(bytes) || readForgotten(line) !== null) return;
      same(encodeChange(parseChange(line)), bytes);
    },
  ),
  jsonParser('manifest', bundleManifestSpec, findManifestFlaw, async () =>
    manifestOf(await sealedBytes(), op.identity),
  ),
  jsonParser('receipt-manifest', receiptManifestSpec, findReceiptFlaw, async () =>
    manifestOf(
      await receiptBytes({ held: [{ epoch: 1, from: 2, to: 3 }], durable: { '1': 2 } }),
      box.identity,
    ),
  ),
  jsonParser('keyset', keysetSpec, findKeysetFlaw, () =>
    Promise.resolve(encodeCanonical(keysetSpec, keyset)),
  ),
  jsonParser(
    'enrolment',
    enrolmentSpec,
    () => null,
    () => Promise.resolve(enrolment),
  ),
  parser(
    'decisions',
    () =>
      Promise.resolve([
        decisionsPart.encode([decisionOf(), decisionOf({ k: '07-000004', answer: 'deny', reason: '不符' })]),
      ]),
    (bytes) => same(decisionsPart.encode(decisionsPart.parse(bytes)), bytes),
  ),
  parser(
    'stick-marker',
    () => Promise.resolve([Buffer.from(marker)]),
    (bytes) => {
      const signature = Buffer.from(signSsh(stationSigner, stickNamespace, bytes));
      const judged = judgeStickMarker(bytes, signature, { station, sign: [stationSigner.publicKey] });
      if ('ok' in judged) throw new Misfit('refused');
      same(encodeStickMarker(judged), bytes);
    },
  ),
];

/** Files are read where they lie, so these are written first. */
function onDisk(
  name: string,
  file: string,
  seeds: (folder: string) => readonly Buffer[],
  read: (path: string) => unknown,
): Parser {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-parser-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, file);
  return parser(
    name,
    () => Promise.resolve(seeds(folder)),
    (bytes) => {
      writeFileSync(path, bytes);
      return read(path);
    },
  );
}

const IMPORTS = join(import.meta.dirname, '../fixtures/import');
/** Large files only slow the search down. */
const MOST_SEED = 64 * 1024;
const sheets = (ending: RegExp) => (): Buffer[] =>
  readdirSync(IMPORTS)
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(IMPORTS, name)))
    .filter(({ length }) => length <= MOST_SEED);

async function readAll(path: string): Promise<void> {
  const shape = await recognise(path);
  if (shape.kind === 'csv') return drain(readCsvRows(path, shape.encoding, undefined));
  const reader = await openReader(path, shape);
  try {
    await reader.inspect();
    await drain(reader.rows(null));
  } finally {
    reader.close();
  }
}

const vaultSeed = (folder: string): Buffer[] => {
  const path = join(folder, 'seed.json');
  const facts = { officeName: '胜利社区警务室', officeCode: '519901-07', language: 'zh' } as const;
  createVault(path, facts, Buffer.alloc(32, 7), makeRecoveryCode());
  return [readFileSync(path)];
};

const fileParsers = (): readonly Parser[] => [
  onDisk('vault', 'vault.json', vaultSeed, (path) => readVault(path)),
  onDisk('csv', 'table.csv', sheets(/\.csv$/), readAll),
  onDisk('xlsx', 'table.xlsx', sheets(/\.xlsx$/), readAll),
  onDisk('xls', 'table.xls', sheets(/\.xls$/), readAll),
];

export const allParsers = (): readonly Parser[] => [...formatParsers, ...fileParsers()];
