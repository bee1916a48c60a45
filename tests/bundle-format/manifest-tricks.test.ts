import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openBundle, verifyBundle, type BundleManifest, type StationReader } from '#bundle-format';
import { walkParts } from '#bundle-format/lines.ts';
import { signSsh } from '#bundle-format/sshsig.ts';
import { packTar } from '#bundle-format/tar.ts';
import { hostileBundle, outerOf, type Hostility } from './hostile-bundle.ts';
import {
  chainAfter,
  codeOf,
  keyset,
  linesOf,
  office,
  officeSigner,
  op,
  otherBox,
  sealedBytes,
  secondOfficeSigner,
  stationReader,
  strangerSigner,
} from './office-and-station.ts';

async function check(how: Hostility = {}, reader: Partial<StationReader> = {}): Promise<string> {
  return codeOf(await verifyBundle(await hostileBundle(how), { ...stationReader, ...reader }));
}

test('the bundle all these tests change is accepted as it is', async () => {
  expect(await check({})).toBe('ok');
});

test('a manifest in any other spelling of the same values is refused', async () => {
  const spellings: Record<string, (text: string) => string> = {
    'a space': (text) => text.replace('"v":1', '"v": 1'),
    'no line end': (text) => text.trimEnd(),
    'two line ends': (text) => `${text}\n`,
    'keys in another order': (text) =>
      text.replace('"format":"jwb-manifest","v":1', '"v":1,"format":"jwb-manifest"'),
    'a key twice': (text) => text.replace('"v":1,', '"v":1,"v":1,'),
    'a key nobody knows': (text) => text.replace('"v":1,', '"v":1,"x":1,'),
    'a missing key': (text) => text.replace('"forgotten":0,', ''),
    'a number with a fraction': (text) => text.replace('"seq":1,', '"seq":1.0,'),
    'a number with an exponent': (text) => text.replace('"seq":1,', '"seq":1e0,'),
    'an escape nobody needs': (text) => text.replace('"kind":"bundle"', '"kind":"\\u0062undle"'),
    'a byte order mark': (text) => `\uFEFF${text}`,
    'not JSON': () => 'manifest\n',
    'an array': () => '[]\n',
    nothing: () => '',
  };
  for (const [name, manifestText] of Object.entries(spellings)) {
    expect(await check({ manifestText }), name).toBe('E408');
  }
});

test('a manifest whose fields contradict each other is refused', async () => {
  const { files } = JSON.parse(await manifestTextOf()) as BundleManifest;
  const [entry] = files;
  const base = { epoch: 1, n: 0, chain: chainAfter([]) };
  const contradictions: Record<string, Hostility['manifest']> = {
    'a base in epoch 1': { epoch_base: base },
    'sealed before its epoch began': { epoch: 2, epoch_base: base, sealed_epoch: 1 },
    'epoch 2 without a base': { epoch: 2 },
    'a base in the future': { epoch: 2, epoch_base: { ...base, epoch: 2 } },
    'seq 1 with a predecessor': { prev: '0'.repeat(64) },
    'seq 2 without one': { seq: 2 },
    'a range that runs backwards': { range: { from: 14, to: 12 } },
    'a range larger than the parts': { range: { from: 1, to: 13 } },
    'rows that are not the range': { files: [{ ...entry, rows: 11 }] },
    'a part that starts late': { files: [{ ...entry, from: 2, rows: 11 }] },
    'another part name': { files: [{ ...entry, name: 'changes-000002.ndjson.zst' }] },
    'a part larger than the limit': { files: [{ ...entry, raw_size: 16 * 1024 * 1024 + 1 }] },
    'more forgotten than there is': { forgotten: 13 },
    attachments: { blobs: [{ sha256: '0'.repeat(64), size: 1 }] },
    'a negative count': { counts: { visitors: { I: -1, U: 0, X: 0, live: 0 } } },
    'no readers': { to: { station: '519901', keyset: 5, recipients: [] } },
  };
  for (const [name, manifest] of Object.entries(contradictions)) {
    expect(await check({ manifest }), name).toBe('E408');
  }
});

async function manifestTextOf(): Promise<string> {
  let seen = '';
  await hostileBundle({ manifestText: (text) => (seen = text) });
  return seen;
}

test('a manifest of a later version is held, not called wrong', async () => {
  expect(await check({ manifest: { v: 2 } })).toBe('E203');
});

test('an empty range must leave the chain where it was', async () => {
  const manifest = { range: { from: 1, to: 0 }, files: [] };
  expect(await check({ manifest, members: () => [] })).toBe('E408');
});

test('who signs, who is named and who reads must agree', async () => {
  const cases: readonly (readonly [string, Hostility, string, Partial<StationReader>?])[] = [
    ['a stranger signs', { outerSigner: strangerSigner, innerSigner: strangerSigner }, 'E303'],
    ['a stranger signs anew outside', { outerSigner: strangerSigner }, 'E303'],
    ['another office signs anew outside', { outerSigner: secondOfficeSigner }, 'E407'],
    ['another office signs inside', { innerSigner: secondOfficeSigner }, 'E407'],
    [
      'another office signs both',
      { outerSigner: secondOfficeSigner, innerSigner: secondOfficeSigner },
      'E501',
    ],
    ['another office is named', { manifest: { office: '519901-08' } }, 'E501'],
    ['another key is named', { manifest: { office_key: `SHA256:${'A'.repeat(43)}` } }, 'E501'],
    ['it is sealed to others', { recipients: [otherBox.recipient] }, 'E403'],
    [
      'it names other readers',
      { manifest: { to: { station: '519901', keyset: 5, recipients: ['0'.repeat(16)] } } },
      'E409',
    ],
    ['it names another station', { manifest: { to: { ...(await toOf()), station: '519902' } } }, 'E409'],
    ['its keyset is unknown', { tag: '00000000' }, 'E401'],
    ['its keyset is retired', { tag: '11111111' }, 'E402', { retiredTags: ['11111111'] }],
    ['it is of another kind', { kind: 'snapshot' }, 'E204'],
  ];
  for (const [name, how, code, reader] of cases) expect(await check(how, reader), name).toBe(code);
});

async function toOf(): Promise<object> {
  return (JSON.parse(await manifestTextOf()) as { to: object }).to;
}

test('a bundle of a retired key is refused from its number on, and accepted before', async () => {
  const retired = (seq: number): Partial<StationReader> => ({
    offices: keyset.offices.map((key) => (key.office === office ? { ...key, to: { epoch: 1, seq } } : key)),
  });
  expect(await check({}, retired(1))).toBe('ok');
  expect(await check({}, retired(0))).toBe('E304');
  const later = keyset.offices.map((key) => ({ ...key, from: { epoch: 2, seq: 1 } }));
  expect(await check({}, { offices: later })).toBe('E304');
});

test('a part that is not the one the manifest lists is refused before it is decompressed', async () => {
  const swap = (members: { name: string; content: Buffer }[]) =>
    members.map(({ name, content }) => ({ name, content: Buffer.alloc(content.length) }));
  expect(await check({ members: swap })).toBe('E405');
});

test('lines that are wrong are named by what is wrong with them', async () => {
  const good = linesOf(1, 12);
  const text = (lines: readonly string[]) => ({ raw: Buffer.from(lines.join('')), chain: chainAfter(lines) });
  const replaced = (index: number, line: string) => text(good.toSpliced(index, 1, line));
  const fourth = good[3] ?? '';
  const cases: readonly (readonly [string, Hostility, string])[] = [
    ['not JSON', replaced(3, 'x\n'), 'E603'],
    ['a space', replaced(3, fourth.replace(',"t"', ', "t"')), 'E603'],
    ['an unknown key', replaced(3, fourth.replace('"s":1', '"s":1,"zz":1')), 'E603'],
    ['a version that skips', replaced(3, fourth.replace('"b":0,"v":1', '"b":0,"v":2')), 'E603'],
    ['a schema above the manifest', replaced(3, fourth.replace('"s":1', '"s":2')), 'E603'],
    [
      'not UTF-8',
      { raw: Buffer.from(Buffer.from(good.join('')).toString('latin1').replace('\xe5', '\xff'), 'latin1') },
      'E603',
    ],
    ['no end after the last', { raw: Buffer.from(good.join('').trimEnd()) }, 'E603'],
    ['a number twice', replaced(3, good[2] ?? ''), 'E604'],
    ['two lines changed places', text([...good.slice(0, 10), good[11] ?? '', good[10] ?? '']), 'E604'],
    ['one line too few', text(good.slice(0, 11)), 'E606'],
    ['one line too many', text(linesOf(1, 13)), 'E606'],
    ['a chain that ends elsewhere', { chain: '0'.repeat(64) }, 'E605'],
    [
      'other values under the old chain',
      { raw: Buffer.from(good.join('').replace('张某4', '张某五')) },
      'E605',
    ],
    [
      'a forgotten line in the right counts, but not named',
      {
        ...replaced(3, `{"n":4,"leaf":"${'0'.repeat(64)}"}\n`),
        manifest: { counts: { visitors: { I: 11, U: 0, X: 0, live: 12 } } },
      },
      'E606',
    ],
    [
      'a forgotten line that is named',
      {
        ...replaced(3, `{"n":4,"leaf":"${'0'.repeat(64)}"}\n`),
        manifest: { counts: { visitors: { I: 11, U: 0, X: 0, live: 12 } }, forgotten: 1 },
      },
      'ok',
    ],
    ['a forgotten line uncounted', replaced(3, `{"n":4,"leaf":"${'0'.repeat(64)}"}\n`), 'E606'],
    [
      'counts of another week',
      { manifest: { counts: { visitors: { I: 11, U: 1, X: 0, live: 12 } } } },
      'E606',
    ],
    ['a ledger that is not counted', { manifest: { counts: {} } }, 'E606'],
    [
      'a ledger counted that did not change',
      {
        manifest: { counts: { visitors: { I: 12, U: 0, X: 0, live: 12 }, x: { I: 1, U: 0, X: 0, live: 1 } } },
      },
      'E606',
    ],
  ];
  for (const [name, how, code] of cases) expect(await check(how), name).toBe(code);
});

test('a bundle of a schema the station does not know yet is held after all of it was verified', async () => {
  const bytes = await sealedBytes({ schema: 9 });
  expect(codeOf(await verifyBundle(bytes, stationReader, { schema: 8 }))).toBe('E607');
  expect(codeOf(await verifyBundle(bytes, stationReader, { schema: 9 }))).toBe('ok');
});

test('the station is asked whether the bundle fits before any part is decompressed', async () => {
  const bytes = await hostileBundle({ compress: () => Buffer.from('not a frame') });
  const asked: number[] = [];
  const admit = (manifest: { seq: number }) => {
    asked.push(manifest.seq);
    return 'I502' as const;
  };
  const result = await openBundle(bytes, stationReader, { admit });
  expect(codeOf(result)).toBe('I502');
  expect(!result.ok && result.disposition).toBe('duplicate');
  expect(asked).toEqual([1]);
});

test('no key at all, or the key of somebody else, opens nothing', async () => {
  expect(await check({}, { identities: [] })).toBe('E403');
  expect(await check({}, { identities: [otherBox.identity] })).toBe('E403');
  expect(await check({}, { identities: [otherBox.identity, op.identity] })).toBe('ok');
});

test('the inner signature is over this manifest, in its own namespace, and spelled as it must be', async () => {
  const other = Buffer.from('{}\n');
  const signatures: Record<string, (manifest: Buffer) => string> = {
    'of another manifest': () => signSsh(officeSigner, 'jwb-manifest-v1@jwb', other),
    'in the namespace of the outside': (manifest) => signSsh(officeSigner, 'jwb-bundle-v1@jwb', manifest),
    'with a line end more': (manifest) => `${signSsh(officeSigner, 'jwb-manifest-v1@jwb', manifest)}\n`,
    'of nothing': () => '',
  };
  for (const [name, innerSignature] of Object.entries(signatures)) {
    expect(await check({ innerSignature }), name).toBe('E406');
  }
});

test('a statement of a later version, or signed for another purpose, is told apart from damage', async () => {
  const body = Buffer.from('sealed in some later way');
  const statement = (version: number, kind: string) =>
    `# jwb ${version} ${kind} 00000000\n${hash('sha256', body)}  body.age\n`;
  const open = async (text: string, namespace: string) =>
    codeOf(await verifyBundle(outerOf(text, namespace, body), stationReader));
  expect(await open(statement(2, 'bundle'), 'jwb-bundle-v1@jwb')).toBe('E203');
  expect(await open(statement(1, 'bundle'), 'jwb-receipt-v1@jwb')).toBe('E302');
  expect(await open(statement(1, 'bundle'), 'file')).toBe('E302');
  expect(await open(statement(1, 'parcel'), 'jwb-parcel-v1@jwb')).toBe('E204');
  expect(await open(statement(1, 'bundle').replace('1 bundle', '01 bundle'), 'jwb-bundle-v1@jwb')).toBe(
    'E202',
  );
  expect(await open(statement(1, 'keyset'), 'jwb-keyset-v1@jwb')).toBe('E202');
  expect(await open(statement(1, 'bundle'), 'jwb-bundle-v1@jwb')).toBe('E401');
});

test('a part that changes between the two readings is noticed at the second', async () => {
  const opened = await verifyBundle(await hostileBundle(), stationReader);
  if (!opened.ok) throw new Error(opened.code);
  const [entry] = opened.manifest.files;
  if (entry === undefined) throw new Error('no part');
  const swapped = packTar([{ name: entry.name, content: Buffer.alloc(entry.size) }]);
  const plain = (async function* () {
    yield swapped;
  })();
  await expect(walkParts(plain, opened.manifest).next()).rejects.toMatchObject({ code: 'E405' });
});
