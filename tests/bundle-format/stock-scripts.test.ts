/** The scripts of docs/format: a stranger opens our bundle, and makes one that our reader takes, with stock tools alone. */
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  allowedSignersLine,
  encodeForgotten,
  leafOf,
  openBundle,
  sealBundle,
  tagOfKeyset,
  verifyBundle,
} from '#bundle-format';
import { hostileBundle, type Hostility } from './hostile-bundle.ts';
import {
  bundleInput,
  chainAfter,
  escrow,
  keyset,
  linesOf,
  must,
  office,
  officeSigner,
  op,
  otherBox,
  secondOfficeSigner,
  stationReader,
  strangerSigner,
} from './office-and-station.ts';
import { run, type Ran } from './stock-tools.ts';
import { tempFolder } from './temp-folder.ts';

// A dozen processes for each opening, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const FORMAT = join(import.meta.dirname, '../../docs/format');

interface Desk {
  readonly folder: string;
  readonly open: (file: string, also?: { key?: string; env?: NodeJS.ProcessEnv }) => Ran;
}

function desk(): Desk {
  const folder = tempFolder();
  writeFileSync(join(folder, 'station.key'), `${op.identity}\n`, { mode: 0o600 });
  writeFileSync(join(folder, 'other.key'), `${otherBox.identity}\n`, { mode: 0o600 });
  const line = (who: string, key: string) => allowedSignersLine(`office-${who}`, key);
  const signers = [line(office, officeSigner.publicKey), line('519901-08', secondOfficeSigner.publicKey)];
  writeFileSync(join(folder, 'allowed_signers'), `${signers.join('\n')}\n`);
  return {
    folder,
    open: (file, { key = 'station.key', env } = {}) =>
      run('sh', [join(FORMAT, 'open-bundle.sh'), file, key, 'allowed_signers', office, 'out'], {
        cwd: folder,
        ...(env === undefined ? {} : { env }),
      }),
  };
}

test('a bundle of ours opens with the script, everything checked, and the lines are the lines', async () => {
  const { folder, open } = desk();
  const lines = linesOf(1, 300);
  const forgotten = encodeForgotten({ n: 7, leaf: leafOf(lines[6] ?? '').toString('hex') });
  const carried = lines.toSpliced(6, 1, forgotten);
  const sealed = must(await sealBundle(bundleInput(folder, { lines: carried, live: { visitors: 299 } })));
  const { status, stdout, stderr } = open(sealed.name);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout.toString()).toContain('lines: 300 (1–300, epoch 1)');
  expect(stdout.toString()).toContain('forgotten: 1');
  expect(stdout.toString()).toContain('visitors: I 299, U 0, X 0, live 299');
  expect(readFileSync(join(folder, 'out/lines.ndjson'), 'utf8')).toBe(carried.join(''));
  expect(readdirSync(folder)).not.toContain('out.part');
});

test('without python3 the chain is computed by sh, to the same end', async () => {
  const { folder, open } = desk();
  const sealed = must(await sealBundle(bundleInput(folder, { lines: linesOf(1, 5), live: { visitors: 5 } })));
  // A folder of links to what the script needs, and to no python3.
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const tool of NEEDED) symlinkSync(whereIs(tool), join(bin, tool));
  const { status, stderr } = open(sealed.name, { env: { PATH: bin } });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

const NEEDED =
  'tar sha256sum ssh-keygen age zstd jq sh basename cat cut env grep head ls mkdir mv printf rm sed sort tr uniq wc xargs'.split(
    ' ',
  );

function whereIs(tool: string): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = folders.map((folder) => join(folder, tool)).find((one) => existsSync(one));
  if (path === undefined) throw new Error(`${tool} is not on this machine`);
  return path;
}

const wrong: readonly (readonly [what: string, code: string, how: Hostility])[] = [
  ['signed by a stranger', 'E305', { outerSigner: strangerSigner, innerSigner: strangerSigner }],
  ['signed inside by another office', 'E406', { innerSigner: secondOfficeSigner }],
  [
    'with a part added',
    'E40',
    { members: (members) => [...members, { name: 'evil.sh', content: Buffer.from('x') }] },
  ],
  ['with another chain', 'E605', { chain: chainAfter(linesOf(1, 11)) }],
  ['with other counts', 'E606', { manifest: { counts: { visitors: { I: 11, U: 1, X: 0, live: 12 } } } }],
  ['with more lines than it says', 'E606', { manifest: { range: { from: 1, to: 11 } } }],
  ['with lines out of order', 'E604', { raw: Buffer.from(linesOf(1, 12).reverse().join('')) }],
];

test.each(wrong)(
  'a bundle %s is refused by the script with %s, and leaves nothing',
  async (_what, code, how) => {
    const { folder, open } = desk();
    writeFileSync(join(folder, 'x.jwb'), await hostileBundle(how));
    const { status, stderr } = open('x.jwb');
    expect(stderr).toContain(`not opened`);
    expect(stderr).toContain(` ${code}`);
    expect(status).toBe(5);
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
  },
);

test('a damaged bundle, a cut one and a wrong key are told apart', async () => {
  const { folder, open } = desk();
  const whole = await hostileBundle();
  const damaged = Buffer.from(whole);
  damaged.writeUInt8(damaged.readUInt8(whole.length - 3000) ^ 1, whole.length - 3000);
  writeFileSync(join(folder, 'damaged.jwb'), damaged);
  writeFileSync(join(folder, 'cut.jwb'), whole.subarray(0, 5000));
  writeFileSync(join(folder, 'whole.jwb'), whole);
  expect(open('damaged.jwb').stderr).toContain('E306');
  expect(open('cut.jwb').stderr).toMatch(/E20[12]/);
  const { status, stderr } = open('whole.jwb', { key: 'other.key' });
  expect([status, stderr.includes('E403')]).toEqual([4, true]);
  expect(open('nothing.jwb').status).toBe(3);
  expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
});

/** A private key file as OpenSSH keeps it: PROTOCOL.key, unencrypted. */
function openSshKey(seed: Buffer, publicKey: string): string {
  const u32 = (value: number) =>
    Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  const text = (bytes: Buffer | string) => Buffer.concat([u32(Buffer.byteLength(bytes)), Buffer.from(bytes)]);
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  const raw = blob.subarray(-32);
  const body = Buffer.concat([
    u32(1),
    u32(1),
    text('ssh-ed25519'),
    text(raw),
    text(Buffer.concat([seed, raw])),
    text(''),
  ]);
  const fill = Buffer.from(Array.from({ length: (8 - (body.length % 8)) % 8 }, (_, i) => i + 1));
  const whole = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    text('none'),
    text('none'),
    text(''),
    u32(1),
    text(blob),
    text(Buffer.concat([body, fill])),
  ]);
  const lines = whole.toString('base64').match(/.{1,70}/g) ?? [];
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join('\n')}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

test('a bundle made from the specification with stock tools is taken by our reader, every line of it', async () => {
  const folder = tempFolder();
  const lines = linesOf(1, 12);
  const model = must(await sealBundle(bundleInput(folder, { lines, live: { visitors: 12 } })));
  const draft = { ...model.manifest, chain: '', files: [] };
  writeFileSync(join(folder, 'draft.json'), `${JSON.stringify(draft)}\n`);
  writeFileSync(join(folder, 'lines.ndjson'), lines.join(''));
  writeFileSync(join(folder, 'office.key'), openSshKey(officeSigner.seed, officeSigner.publicKey), {
    mode: 0o600,
  });
  mkdirSync(join(folder, 'out'));
  const args = [
    'draft.json',
    'lines.ndjson',
    'office.key',
    op.recipient,
    escrow.recipient,
    tagOfKeyset(keyset),
    'out',
  ];
  const made = run('sh', [join(FORMAT, 'make-bundle.sh'), ...args], { cwd: folder });
  expect(made.stderr).toBe('');
  expect(made.status).toBe(0);
  const path = join(folder, made.stdout.toString().trim());
  const opened = must(await openBundle(path, stationReader));
  expect(opened.warnings).toEqual([]);
  expect(opened.manifest.chain).toBe(model.manifest.chain);
  const read: string[] = [];
  for await (const { line } of opened.lines()) read.push(line);
  expect(read).toEqual(lines);
  expect((await verifyBundle(path, { ...stationReader, identities: [escrow.identity] })).ok).toBe(true);
});
