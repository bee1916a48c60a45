import { expect, test } from 'vitest';
import { verifyBundle } from '#bundle-format';
import { block, decodeHeader, encodeHeader, endBlocks, packTar } from '#bundle-format/tar.ts';
import { hostileBundle, sealRaw } from './hostile-bundle.ts';
import { codeOf, stationReader, sealedBytes } from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';
import { run } from './stock-tools.ts';

const check = async (bytes: Uint8Array): Promise<string> => codeOf(await verifyBundle(bytes, stationReader));

/** Writes into a header and puts its checksum right again, as another tar would have. */
function rewrite(header: Buffer, at: number, text: string): Buffer {
  const changed = Buffer.from(header);
  changed.write(text, at, 'latin1');
  changed.write('        ', 148, 'latin1');
  let sum = 0;
  for (const byte of changed) sum += byte;
  changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return changed;
}

const headerTricks: readonly (readonly [string, number, string])[] = [
  ['another mode', 100, '0000755\0'],
  ['an owner', 108, '0001750\0'],
  ['a group', 116, '0001750\0'],
  ['a time', 136, '14000000000\0'],
  ['a size in base 256', 124, '\x80\0\0\0\0\0\0\0\0\0\0\x10'],
  ['a size with a sign', 124, '-0000000020\0'],
  ['a size with spaces', 124, '        20 \0'],
  ['a size without NUL', 124, '000000000020'],
  ['a hard link', 156, '1'],
  ['a symbolic link', 156, '2'],
  ['a directory', 156, '5'],
  ['an old regular file', 156, '\0'],
  ['a pax header', 156, 'x'],
  ['a global pax header', 156, 'g'],
  ['a GNU long name', 156, 'L'],
  ['a sparse file', 156, 'S'],
  ['a link target', 157, '/etc/passwd'],
  ['GNU magic', 257, 'ustar  \0'],
  ['a user name', 265, 'root'],
  ['a group name', 297, 'root'],
  ['a device number', 329, '0000001\0'],
  ['a prefix', 345, '..'],
  ['something in the unused end', 505, 'x'],
];

test('a header has one spelling: every other one is not read at all', () => {
  const header = encodeHeader('manifest.json', 16);
  expect(decodeHeader(header)).toEqual({ name: 'manifest.json', size: 16 });
  for (const [name, at, text] of headerTricks) {
    expect(decodeHeader(rewrite(header, at, text)), name).toBeNull();
  }
  expect(decodeHeader(Buffer.alloc(512))).toBeNull();
  expect(decodeHeader(Buffer.alloc(511))).toBeNull();
  expect(decodeHeader(rewrite(header, 148, '0'))).not.toBeNull();
});

test('a trick in a header outside is a malformed file', async () => {
  const whole = await sealedBytes();
  for (const [name, at, text] of headerTricks) {
    const changed = Buffer.concat([rewrite(whole.subarray(0, 512), at, text), whole.subarray(512)]);
    expect(await check(changed), name).toBe('E202');
  }
});

test('a trick in a header inside is a wrong inner structure, though every signature is right', async () => {
  for (const [name, at, text] of headerTricks) {
    const bytes = await hostileBundle({
      inner: (archive) => Buffer.concat([rewrite(archive.subarray(0, 512), at, text), archive.subarray(512)]),
    });
    expect(await check(bytes), name).toBe('E404');
  }
});

test('names that lead elsewhere are refused inside', async () => {
  for (const name of [
    '../evil',
    '/etc/passwd',
    'blob/x',
    'changes-000002.ndjson.zst',
    'changes-1.ndjson.zst',
  ]) {
    const bytes = await hostileBundle({ members: (members) => members.map((part) => ({ ...part, name })) });
    expect(await check(bytes), name).toBe('E404');
  }
});

test('a part twice, in another order, missing or added is refused', async () => {
  const twin = (members: { name: string; content: Buffer }[]) => [...members, ...members];
  expect(await check(await hostileBundle({ members: twin }))).toBe('E404');
  expect(await check(await hostileBundle({ members: () => [] }))).toBe('E405');
  const added = { name: 'changes-000002.ndjson.zst', content: Buffer.from('x') };
  expect(await check(await hostileBundle({ members: (members) => [...members, added] }))).toBe('E405');
  expect(await check(await hostileBundle({ members: (members) => [added, ...members] }))).toBe('E404');
});

test('manifest, signature and padding stand in this order and nowhere else', async () => {
  const zero = (name: string) => ({ name, content: Buffer.alloc(16) });
  const orders = [
    [],
    ['padding'],
    ['manifest.json'],
    ['manifest.json', 'padding'],
    ['manifest.json.sig', 'manifest.json', 'padding'],
    ['manifest.json', 'manifest.json.sig', 'changes-000001.ndjson.zst'],
    ['manifest.json', 'manifest.json', 'manifest.json.sig', 'padding'],
  ];
  for (const names of orders) {
    expect(await check(await sealRaw(packTar(names.map(zero)))), names.join(' ')).toBe('E404');
  }
});

test('padding of another length, of other bytes, or bytes after the end are refused', async () => {
  const end = 1024;
  const cases: Record<string, (archive: Buffer) => Buffer> = {
    'one block less': (archive) => Buffer.concat([archive.subarray(0, -end - 512), Buffer.alloc(end)]),
    'one block more': (archive) => Buffer.concat([archive, Buffer.alloc(512)]),
    'one end block': (archive) => archive.subarray(0, -512),
    'no end blocks': (archive) => archive.subarray(0, -end),
    'a byte in the end blocks': (archive) => Buffer.concat([archive.subarray(0, -1), Buffer.from([1])]),
  };
  for (const [name, inner] of Object.entries(cases)) {
    expect(await check(await hostileBundle({ inner })), name).toBe('E404');
  }
});

test('members outside in another order, twice or under other names are refused', async () => {
  const whole = await sealedBytes();
  const [sums, sig] = [whole.subarray(0, 1024), whole.subarray(1024, 2048)];
  const body = whole.subarray(2048);
  const swapped = [
    [sig, sums, body],
    [sums, sums, sig, body],
    [sums, body],
    [body, sums, sig],
    [sums, sig, sig, body],
  ];
  for (const pieces of swapped) expect(await check(Buffer.concat(pieces))).toBe('E202');
});

test('what tar packs from the very same files is refused: there is one container only', async () => {
  const desk = tempFolder();
  expect(run('tar', ['-xf', '-'], { cwd: desk, input: await sealedBytes() }).status).toBe(0);
  const members = ['SHA256SUMS', 'SHA256SUMS.sig', 'body.age'];
  const packed = run('tar', ['--format=ustar', '-cf', '-', ...members], { cwd: desk });
  expect(packed.status, packed.stderr).toBe(0);
  expect(await check(packed.stdout)).toBe('E202');
});

test('bytes between the members are zero, and padding has the one size the rule gives', async () => {
  const fill = (archive: Buffer) => {
    const changed = Buffer.from(archive);
    const end = block + (decodeHeader(archive.subarray(0, block))?.size ?? 0);
    expect(end % block).not.toBe(0);
    changed.writeUInt8(1, end);
    return changed;
  };
  expect(await check(await hostileBundle({ inner: fill }))).toBe('E404');
  const longer = (archive: Buffer) => {
    const at = archive.indexOf('padding\0');
    const size = (decodeHeader(archive.subarray(at, at + block))?.size ?? 0) + block;
    return Buffer.concat([
      archive.subarray(0, at),
      encodeHeader('padding', size),
      Buffer.alloc(size),
      endBlocks,
    ]);
  };
  expect(await check(await hostileBundle({ inner: longer }))).toBe('E404');
});

test('a size beyond the limits is refused before anything of that size is read', async () => {
  const MiB = 1024 * 1024;
  const part = encodeHeader('changes-000001.ndjson.zst', 17 * MiB);
  const manifest = encodeHeader('manifest.json', 17 * MiB);
  const signature = Buffer.concat([
    packTar([{ name: 'manifest.json', content: Buffer.alloc(0) }]).subarray(0, block),
  ]);
  for (const archive of [
    part,
    manifest,
    Buffer.concat([signature, encodeHeader('manifest.json.sig', 5000)]),
  ]) {
    expect(await check(await sealRaw(archive))).toBe('E610');
  }
  expect(await check(encodeHeader('SHA256SUMS', 512 * MiB))).toBe('E202');
});
