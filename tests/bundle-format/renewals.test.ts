import { readFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  allowedSignersLine,
  digitsOf,
  openEnrolment,
  openReceipt,
  sealRenewal,
  verifyBundle,
  type Renewal,
  type Signer,
} from '#bundle-format';
import { sealEnvelope } from '#bundle-format/envelope.ts';
import { countersign, encodeRenewal, renewalNamespace } from '#bundle-format/cards/renewal.ts';
import { signSsh } from '#bundle-format/sshsig.ts';
import { packTar } from '#bundle-format/tar.ts';
import {
  box,
  codeOf,
  inTempFolder,
  must,
  office,
  officeReader,
  officeSigner,
  otherBox,
  receiptBytes,
  sealedBytes,
  secondOfficeSigner,
  stationReader,
  strangerSigner,
} from './office-and-station.ts';
import { run, runAll } from './stock-tools.ts';
import { tempFolder } from './temp-folder.ts';

const next = secondOfficeSigner;
const renewal: Renewal = {
  format: 'jwb-enrol',
  v: 2,
  office,
  name: '示例社区警务室',
  device: '前台电脑',
  epoch: 1,
  created: '2026-11-23T08:00:00.000Z',
  sign: next.publicKey,
  box: otherBox.recipient,
  former: officeSigner.publicKey,
  from: { epoch: 1, seq: 13 },
};
const text = encodeRenewal(renewal);

/** Sealed as it stands, whatever it says. */
const rawCard = (
  members: readonly (readonly [string, string])[],
  signer: Signer = next,
  pack: (archive: Buffer) => Buffer = (archive) => archive,
): Promise<Buffer> =>
  inTempFolder(async (folder) => {
    const body = (async function* () {
      yield pack(packTar(members.map(([name, content]) => ({ name, content: Buffer.from(content) }))));
    })();
    return readFile((await sealEnvelope({ folder, kind: 'enrol', tag: '00000000', signer, body })).path);
  });

const judged = async (members: readonly (readonly [string, string])[], signer?: Signer) =>
  codeOf(await openEnrolment(await rawCard(members, signer)));

test('an office renews its keys by the word of the key it had', async () => {
  const folder = tempFolder();
  const placed = must(await sealRenewal({ folder, signer: next, former: officeSigner, renewal }));
  const opened = must(await openEnrolment(placed.path));
  expect(opened.renews).toEqual({ former: officeSigner.publicKey, from: { epoch: 1, seq: 13 } });
  expect(opened.enrolment).toMatchObject({ office, sign: next.publicKey, box: otherBox.recipient });
  expect(opened.digits).toEqual(digitsOf([next.publicKey, otherBox.recipient]));
});

test('the countersignature is checked with ssh-keygen as with us', async () => {
  const desk = tempFolder();
  const placed = must(await sealRenewal({ folder: desk, signer: next, former: officeSigner, renewal }));
  writeFileSync(
    join(desk, 'allowed_signers'),
    `${allowedSignersLine('former', officeSigner.publicKey)}\n${allowedSignersLine('next', next.publicKey)}\n`,
  );
  const out = runAll(
    `tar -xf ${placed.name}
     ssh-keygen -Y verify -f allowed_signers -I next -n jwb-enrol-v1@jwb -s SHA256SUMS.sig < SHA256SUMS
     sha256sum -c --strict SHA256SUMS
     tar -xf body.tar
     ssh-keygen -Y verify -f allowed_signers -I former -n ${renewalNamespace} -s enrol.json.sig < enrol.json`,
    desk,
  );
  expect(out).toContain(`Good "${renewalNamespace}" signature for former`);
});

test('a countersignature made by ssh-keygen itself is taken', async () => {
  const desk = tempFolder();
  const key = join(desk, 'key');
  expect(run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]).status).toBe(0);
  const former = (await readFile(`${key}.pub`, 'utf8')).trim();
  const own = encodeRenewal({ ...renewal, former });
  writeFileSync(join(desk, 'enrol.json'), own);
  run('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', renewalNamespace, join(desk, 'enrol.json')]);
  const signature = await readFile(join(desk, 'enrol.json.sig'), 'utf8');
  const members = [
    ['enrol.json', own],
    ['enrol.json.sig', signature],
  ] as const;
  expect(await judged(members)).toBe('ok');
});

test('nobody but the former key agrees, and to nothing but these bytes', async () => {
  const card = ['enrol.json', text] as const;
  const by = (signature: string) => judged([card, ['enrol.json.sig', signature]]);
  expect(await by(countersign(officeSigner, text))).toBe('ok');
  expect(await by(countersign(strangerSigner, text))).toBe('E809');
  expect(await by(countersign(next, text))).toBe('E809');
  expect(await by(countersign(officeSigner, text.replace('"seq":13', '"seq":12')))).toBe('E809');
  expect(await by(signSsh(officeSigner, 'jwb-manifest-v1@jwb', Buffer.from(text)))).toBe('E809');
  expect(await by('no signature\n')).toBe('E809');
});

test('the new key itself has to sign the file', async () => {
  const members = [
    ['enrol.json', text],
    ['enrol.json.sig', countersign(officeSigner, text)],
  ] as const;
  expect(await judged(members, officeSigner)).toBe('E805');
  expect(await judged(members, strangerSigner)).toBe('E805');
  const folder = tempFolder();
  await expect(sealRenewal({ folder, signer: officeSigner, former: officeSigner, renewal })).rejects.toThrow(
    TypeError,
  );
  await expect(sealRenewal({ folder, signer: next, former: strangerSigner, renewal })).rejects.toThrow(
    TypeError,
  );
});

test('a renewal that is not of its one form is refused', async () => {
  const signed = (content: string) =>
    [
      ['enrol.json', content],
      ['enrol.json.sig', countersign(officeSigner, content)],
    ] as const;
  expect(await judged([['enrol.json', text]])).toBe('E804');
  const plain = text.replace('"v":2', '"v":1').replace(/,"former":.*$/m, '}');
  expect(await judged([['enrol.json', plain]])).toBe('ok');
  expect(await judged(signed(plain))).toBe('E804');
  expect(await judged([...signed(text), ['more', 'x']])).toBe('E804');
  expect(await judged([...signed(text)].toReversed())).toBe('E804');
  expect(await judged(signed(text.replace('"v":2', '"v":3')))).toBe('E203');
  expect(await judged(signed(text.replace('{"epoch":1,"seq":13}', '{"epoch":2,"seq":13}')))).toBe('E804');
  expect(await judged(signed(text.replace('"seq":13', '"seq":0')))).toBe('E804');
  expect(await judged(signed(text.replace(officeSigner.publicKey, next.publicKey)))).toBe('E804');
  const padded = await rawCard(signed(text), next, (archive) => Buffer.concat([archive, Buffer.alloc(512)]));
  expect(codeOf(await openEnrolment(padded))).toBe('E804');
});

test('what an announced key sealed is held, and of the same key unannounced it is from nobody', async () => {
  const bytes = await sealedBytes({ signer: strangerSigner });
  expect(codeOf(await verifyBundle(bytes, stationReader))).toBe('E303');
  const announced = [strangerSigner.publicKey];
  const held = await verifyBundle(bytes, { ...stationReader, announced });
  expect(held).toMatchObject({ ok: false, code: 'E307', disposition: 'hold' });
});

test('what a closed key sealed goes on where people admitted it; what no key answers for yet never does', async () => {
  const [own, ...others] = stationReader.offices;
  if (own === undefined) throw new Error('no office');
  const bytes = await sealedBytes();
  const judge = (key: Partial<typeof own>, isAdmitted: boolean) =>
    verifyBundle(
      bytes,
      { ...stationReader, offices: [{ ...own, ...key }, ...others] },
      { isAdmitted: () => isAdmitted },
    );
  const closed = { from: { epoch: 1, seq: 0 }, to: { epoch: 1, seq: 0 } };
  expect(codeOf(await judge(closed, false))).toBe('E304');
  expect(codeOf(await judge(closed, true))).toBe('ok');
  expect(codeOf(await judge({ from: { epoch: 1, seq: 2 } }, true))).toBe('E304');
});

test('a receipt opens with whichever box it was sealed to, the former one or the new one', async () => {
  const bytes = await receiptBytes();
  const open = async (...identities: string[]) =>
    codeOf(await openReceipt(bytes, { ...officeReader, identities }));
  expect(await open(box.identity)).toBe('ok');
  expect(await open(otherBox.identity, box.identity)).toBe('ok');
  expect(await open(otherBox.identity)).toBe('E702');
});
