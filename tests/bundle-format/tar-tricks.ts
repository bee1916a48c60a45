// Everything a tar archive can say that ours may not: outside, and inside under honest signatures.
import { block, decodeHeader, encodeHeader, endBlocks, packTar } from '#bundle-format/tar.ts';
import { hostileBundle, sealRaw, type Member } from './hostile-bundle.ts';
import { sealedBytes } from './office-and-station.ts';
import type { Trick } from './trick.ts';

/** Writes into a header and puts its checksum right again, as another tar would have. */
export function rewrite(header: Buffer, at: number, text: string): Buffer {
  const changed = Buffer.from(header);
  changed.write(text, at, 'latin1');
  changed.write('        ', 148, 'latin1');
  let sum = 0;
  for (const byte of changed) sum += byte;
  changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return changed;
}

export const headerTricks: readonly (readonly [what: string, at: number, text: string])[] = [
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

const firstHeader = (archive: Buffer, at: number, text: string): Buffer =>
  Buffer.concat([rewrite(archive.subarray(0, block), at, text), archive.subarray(block)]);

const outside = (what: string, bytes: Trick['bytes']): Trick => ({ what, bytes, codes: ['E202'] });
const inside = (what: string, how: Parameters<typeof hostileBundle>[0], code = 'E404'): Trick => ({
  what,
  bytes: () => hostileBundle(how),
  codes: [code],
});

export const outerHeaderTricks: readonly Trick[] = headerTricks.map(([what, at, text]) =>
  outside(`outside: ${what}`, async () => firstHeader(await sealedBytes(), at, text)),
);

export const innerHeaderTricks: readonly Trick[] = headerTricks.map(([what, at, text]) =>
  inside(`inside: ${what}`, { inner: (archive) => firstHeader(archive, at, text) }),
);

const strangeNames = [
  '../evil',
  '/etc/passwd',
  'blob/x',
  'changes-000002.ndjson.zst',
  'changes-1.ndjson.zst',
];

export const nameTricks: readonly Trick[] = strangeNames.map((name) =>
  inside(`a part named ${name}`, { members: (members) => members.map((part) => ({ ...part, name })) }),
);

const added: Member = { name: 'changes-000002.ndjson.zst', content: Buffer.from('x') };

export const partTricks: readonly Trick[] = [
  inside('a part twice', { members: (members) => [...members, ...members] }),
  inside('the part missing', { members: () => [] }, 'E405'),
  inside('a part added', { members: (members) => [...members, added] }, 'E405'),
  inside('parts in another order', { members: (members) => [added, ...members] }),
];

const zero = (name: string): Member => ({ name, content: Buffer.alloc(16) });
const wrongOrders = [
  [],
  ['padding'],
  ['manifest.json'],
  ['manifest.json', 'padding'],
  ['manifest.json.sig', 'manifest.json', 'padding'],
  ['manifest.json', 'manifest.json.sig', 'changes-000001.ndjson.zst'],
  ['manifest.json', 'manifest.json', 'manifest.json.sig', 'padding'],
];

export const orderTricks: readonly Trick[] = wrongOrders.map((names) => ({
  what: `inside only: ${names.join(' ')}`,
  bytes: () => sealRaw(packTar(names.map(zero))),
  codes: ['E404'],
}));

const end = endBlocks.length;

function longerPadding(archive: Buffer): Buffer {
  const at = archive.indexOf('padding\0');
  const size = (decodeHeader(archive.subarray(at, at + block))?.size ?? 0) + block;
  return Buffer.concat([
    archive.subarray(0, at),
    encodeHeader('padding', size),
    Buffer.alloc(size),
    endBlocks,
  ]);
}

function filled(archive: Buffer): Buffer {
  const changed = Buffer.from(archive);
  const at = block + (decodeHeader(archive.subarray(0, block))?.size ?? 0);
  if (at % block === 0) throw new Error('this part leaves nothing to fill');
  changed.writeUInt8(1, at);
  return changed;
}

export const paddingTricks: readonly Trick[] = [
  inside('one block of padding less', {
    inner: (archive) => Buffer.concat([archive.subarray(0, -end - block), Buffer.alloc(end)]),
  }),
  inside('one block after the end', { inner: (archive) => Buffer.concat([archive, Buffer.alloc(block)]) }),
  inside('one end block', { inner: (archive) => archive.subarray(0, -block) }),
  inside('no end blocks', { inner: (archive) => archive.subarray(0, -end) }),
  inside('a byte in the end blocks', {
    inner: (archive) => Buffer.concat([archive.subarray(0, -1), Buffer.from([1])]),
  }),
  inside('a byte behind a member', { inner: filled }),
  inside('padding of another size', { inner: longerPadding }),
];

/** Sums, signature, body: in which order they stand instead. */
const outerOrders: readonly (readonly [what: string, order: readonly (0 | 1 | 2)[]])[] = [
  ['the signature first', [1, 0, 2]],
  ['the sums twice', [0, 0, 1, 2]],
  ['no signature', [0, 2]],
  ['the body first', [2, 0, 1]],
  ['the signature twice', [0, 1, 1, 2]],
];

export const outerOrderTricks: readonly Trick[] = outerOrders.map(([what, order]) =>
  outside(`outside: ${what}`, async () => {
    const whole = await sealedBytes();
    const pieces = [whole.subarray(0, 1024), whole.subarray(1024, 2048), whole.subarray(2048)] as const;
    return Buffer.concat(order.map((which) => pieces[which]));
  }),
);

const MiB = 1024 * 1024;
const tooLarge = (what: string, archive: () => Buffer): Trick => ({
  what,
  bytes: () => sealRaw(archive()),
  codes: ['E610'],
});

export const sizeTricks: readonly Trick[] = [
  tooLarge('a part of 17 MiB', () => encodeHeader('changes-000001.ndjson.zst', 17 * MiB)),
  tooLarge('a manifest of 17 MiB', () => encodeHeader('manifest.json', 17 * MiB)),
  tooLarge('a signature of 5000 bytes', () => {
    const manifest = packTar([{ name: 'manifest.json', content: Buffer.alloc(0) }]).subarray(0, block);
    return Buffer.concat([manifest, encodeHeader('manifest.json.sig', 5000)]);
  }),
  outside('sums of 512 MiB', () => encodeHeader('SHA256SUMS', 512 * MiB)),
];

export const tarTricks: readonly Trick[] = [
  ...outerHeaderTricks,
  ...innerHeaderTricks,
  ...nameTricks,
  ...partTricks,
  ...orderTricks,
  ...paddingTricks,
  ...outerOrderTricks,
  ...sizeTricks,
];
