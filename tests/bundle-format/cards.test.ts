import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
  digitsOf,
  digitsOfEnrolment,
  encodeKeyset,
  isValidFor,
  kindOf,
  matchDigits,
  openEnrolment,
  openKeyset,
  sealEnrolment,
  sealKeyset,
  tagOfKeyset,
  type Enrolment,
  type Keyset,
  type OfficeKey,
  type Signer,
} from '#bundle-format';
import { sealEnvelope } from '#bundle-format/envelope.ts';
import { packTar } from '#bundle-format/tar.ts';
import {
  box,
  codeOf,
  inTempFolder,
  keyset,
  must,
  office,
  officeSigner,
  otherBox,
  rootSigner,
  stationSigner,
  strangerSigner,
} from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';

const enrolment: Enrolment = {
  format: 'jwb-enrol',
  v: 1,
  office,
  name: '示例社区警务室',
  device: '前台电脑',
  epoch: 1,
  created: '2026-11-23T08:00:00.000Z',
  sign: officeSigner.publicKey,
  box: box.recipient,
};

const sealedKeyset = (also: Partial<Keyset> = {}): Promise<Buffer> =>
  inTempFolder(async (folder) =>
    readFile(must(await sealKeyset({ folder, root: rootSigner, keyset: { ...keyset, ...also } })).path),
  );

const rawCard = (
  kind: 'enrol' | 'keyset',
  text: string | Buffer,
  signer: Signer,
  tag = '00000000',
  pack: (archive: Buffer) => Buffer = (archive) => archive,
): Promise<Buffer> =>
  inTempFolder(async (folder) => {
    const name = `${kind}.json`;
    const body = (async function* () {
      yield pack(packTar([{ name, content: Buffer.from(text) }]));
    })();
    return readFile((await sealEnvelope({ folder, kind, tag, signer, body })).path);
  });

test('an office is enrolled by its card, and both screens show the same digits', async () => {
  const placed = must(await sealEnrolment({ folder: tempFolder(), signer: officeSigner, enrolment }));
  expect(await kindOf(placed.path)).toBe('enrol');
  const opened = must(await openEnrolment(placed.path));
  expect(opened.enrolment).toEqual(enrolment);
  expect(opened.digits).toEqual(digitsOfEnrolment(enrolment));
  expect(opened.digits).toHaveLength(8);
  for (const group of opened.digits) expect(group).toMatch(/^[0-9]{5}$/);
});

test('a card signed by another key than it names is refused, and cannot even be made', async () => {
  const folder = tempFolder();
  await expect(sealEnrolment({ folder, signer: strangerSigner, enrolment })).rejects.toThrow(TypeError);
  const text = `${JSON.stringify(enrolment)}\n`;
  expect(codeOf(await openEnrolment(await rawCard('enrol', text, officeSigner)))).toBe('ok');
  expect(codeOf(await openEnrolment(await rawCard('enrol', text, strangerSigner)))).toBe('E805');
  expect(codeOf(await openEnrolment(await rawCard('enrol', `${text} `, officeSigner)))).toBe('E804');
  expect(codeOf(await openEnrolment(await rawCard('enrol', text, officeSigner, '00000001')))).toBe('E804');
  const otherKey = text.replace(box.recipient, box.recipient.toUpperCase());
  expect(codeOf(await openEnrolment(await rawCard('enrol', otherKey, officeSigner)))).toBe('E804');
});

test('the digits are those of the published construction', () => {
  // Computed with: printf 'jwb-digits-v1\nssh-ed25519 AAAA\nage1xyz\n' | sha512sum, groups of 10 hex digits mod 100000.
  const sha512 = digitsOf(['ssh-ed25519 AAAA', 'age1xyz']);
  expect(sha512.join(' ')).toBe('58738 01795 01617 10905 41938 35263 27991 36032');
  expect(digitsOf(['age1xyz', 'ssh-ed25519 AAAA'])).not.toEqual(sha512);
});

test('digits are compared as people type them', () => {
  const digits = digitsOf(['x']);
  expect(matchDigits(digits, digits.join(' '))).toBe(true);
  expect(matchDigits(digits, digits.join('-'))).toBe(true);
  expect(matchDigits(digits, ` ${digits.join('\n')}　`)).toBe(true);
  const wide = digits.join(' ').replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  expect(matchDigits(digits, wide)).toBe(true);
  const first = digits.join('');
  expect(matchDigits(digits, (first.startsWith('0') ? '1' : '0') + first.slice(1))).toBe(false);
  expect(matchDigits(digits, first.slice(1))).toBe(false);
  expect(matchDigits(digits, '')).toBe(false);
  expect(matchDigits([], '')).toBe(false);
});

test('a keyset is believed under the pinned root only', async () => {
  const bytes = await sealedKeyset();
  const opened = must(await openKeyset(bytes, { root: null, held: null }));
  expect(opened.keyset).toEqual(keyset);
  expect(opened.tag).toBe(tagOfKeyset(keyset));
  expect(opened.digits).toEqual(digitsOf([rootSigner.publicKey]));
  expect(codeOf(await openKeyset(bytes, { root: rootSigner.publicKey, held: null }))).toBe('ok');
  expect(codeOf(await openKeyset(bytes, { root: stationSigner.publicKey, held: null }))).toBe('E801');
  const text = encodeKeyset(keyset);
  const resigned = await rawCard('keyset', text, strangerSigner, tagOfKeyset(keyset));
  expect(codeOf(await openKeyset(resigned, { root: null, held: null }))).toBe('E801');
  expect(
    codeOf(await openKeyset(await rawCard('keyset', text, rootSigner), { root: null, held: null })),
  ).toBe('E803');
});

test('a keyset only ever goes up', async () => {
  const root = rootSigner.publicKey;
  const open = async (also: Partial<Keyset>) => openKeyset(await sealedKeyset(also), { root, held: keyset });
  expect(codeOf(await open({ version: 4 }))).toBe('E802');
  expect(codeOf(await open({ name: '改名派出所' }))).toBe('E802');
  expect(must(await open({})).warnings).toEqual(['I806']);
  expect(must(await open({ version: 6, name: '改名派出所' })).warnings).toEqual([]);
  expect(codeOf(await open({ version: 6, station: '519902' }))).toBe('E803');
});

test('a keyset that contradicts itself cannot be made', () => {
  const [first, second] = keyset.offices as readonly [OfficeKey, OfficeKey];
  const wrong: Partial<Keyset>[] = [
    { sign: [] },
    { sign: [rootSigner.publicKey] },
    { recipients: { op: box.recipient, escrow: box.recipient } },
    { recipients: { op: 'age1pq', escrow: box.recipient } },
    { offices: [second, first] },
    { offices: [first, first] },
    { offices: [first, { ...second, office: first.office }] },
    { name: '' },
    { name: '示例\u202e派出所' },
    { name: '两\n行' },
    { root: 'ssh-rsa AAAA' },
    { version: 0 },
  ];
  for (const also of wrong)
    expect(() => encodeKeyset({ ...keyset, ...also }), JSON.stringify(also)).toThrow(TypeError);
  const next = { ...second, office: first.office, from: { epoch: 1, seq: 9 } };
  const closed = { ...first, to: { epoch: 1, seq: 8 } };
  expect(encodeKeyset({ ...keyset, offices: [closed, { ...next, to: null }] })).toContain('"seq":9');
});

test('a key is valid between its first and its last bundle, epochs before numbers', () => {
  const key: OfficeKey = {
    office,
    name: 'x',
    sign: officeSigner.publicKey,
    box: otherBox.recipient,
    from: { epoch: 1, seq: 3 },
    to: { epoch: 2, seq: 2 },
  };
  const valid = (epoch: number, seq: number) => isValidFor(key, { epoch, seq });
  expect([valid(1, 2), valid(1, 3), valid(1, 99), valid(2, 2), valid(2, 3), valid(3, 1)]).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(isValidFor({ ...key, to: null }, { epoch: 9, seq: 1 })).toBe(true);
});

test('a card is one member of text and nothing beside it', async () => {
  const text = `${JSON.stringify(enrolment)}\n`;
  const open = async (content: string | Buffer, pack?: (archive: Buffer) => Buffer) =>
    codeOf(await openEnrolment(await rawCard('enrol', content, officeSigner, '00000000', pack)));
  expect(await open(text)).toBe('ok');
  expect(await open(text, (archive) => Buffer.concat([archive, Buffer.alloc(512)]))).toBe('E804');
  expect(await open(text, (archive) => Buffer.concat([archive.subarray(0, -1024), archive]))).toBe('E804');
  expect(await open(text, (archive) => archive.subarray(0, 100))).toBe('E804');
  expect(await open(text, () => Buffer.alloc(0))).toBe('E804');
  expect(await open('x'.repeat(2 * 1024 * 1024))).toBe('E610');
  const latin = Buffer.from(Buffer.from(text).toString('latin1').replace('\xe7', '\xff'), 'latin1');
  expect(latin.equals(Buffer.from(text))).toBe(false);
  expect(await open(latin)).toBe('E804');
});
