// Canonical ustar: one possible header for a name and a size, so that there is nothing to interpret.

export const block = 512;
export const endBlocks = Buffer.alloc(2 * block);
const zeros = Buffer.alloc(block);

/** The only header JWB/1 writes or accepts. Throws RangeError for a name or size it cannot carry. */
export function encodeHeader(name: string, size: number): Buffer {
  if (!/^[\x21-\x7e]{1,99}$/.test(name)) throw new RangeError('tar name');
  if (!Number.isSafeInteger(size) || size < 0 || size > 0o77777777777) throw new RangeError('tar size');
  const header = Buffer.alloc(block);
  header.write(name, 0, 'latin1');
  header.write('0000644\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0', 136, 'latin1');
  header.write('        ', 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  let sum = 0;
  for (const byte of header) sum += byte;
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** Name and size, or null unless re-encoding them gives the very same 512 bytes. */
export function decodeHeader(header: Buffer): { name: string; size: number } | null {
  const end = header.indexOf(0);
  const name = header.toString('latin1', 0, end > 0 && end < 100 ? end : 100);
  const digits = header.toString('latin1', 124, 135);
  if (!/^[0-7]{11}$/.test(digits) || !/^[\x21-\x7e]{1,99}$/.test(name)) return null;
  const size = Number.parseInt(digits, 8);
  return encodeHeader(name, size).equals(header) ? { name, size } : null;
}

/** Zero bytes after a member of this size. */
export function fillOf(size: number): Buffer {
  return zeros.subarray(0, (block - (size % block)) % block);
}

/** Bytes a member occupies: header, content, fill. */
export function spanOf(size: number): number {
  return block + size + fillOf(size).length;
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** A whole archive of small members. */
export function packTar(members: readonly { name: string; content: Uint8Array }[]): Buffer {
  const pieces = members.flatMap(({ name, content }) => [
    encodeHeader(name, content.length),
    content,
    fillOf(content.length),
  ]);
  return Buffer.concat([...pieces, endBlocks]);
}
