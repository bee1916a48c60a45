/** Changes a file a little or a lot: bits, bytes, pieces of other files, numbers and words that parsers stumble over. */

/** A generator of its own, so that a run can be repeated. */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

const WORDS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '\n',
  '\r\n',
  '\0',
  'null',
  'true',
  '-0',
  '-1',
  '0',
  '00',
  '1e9',
  '1e400',
  '0.5',
  '9007199254740991',
  '9007199254740992',
  '99999999999999999999',
  '__proto__',
  'constructor',
  '"v":2',
  '../',
  '\u{feff}',
  '\u202e',
  '張',
  '\ud83d\ude00',
  '<',
  '&#x0;',
  '&amp;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<row r="1048577">',
  '<c r="XFE1"/>',
  ' '.repeat(512),
  '"'.repeat(64),
  '['.repeat(200),
  'ustar\u000000',
  '0000644\0',
].map((word) => Buffer.from(word));

const LENGTHS = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

export function mutate(file: Buffer, other: Buffer, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(file);
  for (let times = 1 + random(4); times > 0; times -= 1) bytes = once(bytes, other, random);
  return bytes;
}

function once(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = random(bytes.length + 1);
  const inside = Math.min(at, Math.max(0, bytes.length - 1));
  switch (random(10)) {
    case 0:
      if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(inside) ^ (1 << random(8)), inside);
      return bytes;
    case 1:
      if (bytes.length > 0) bytes.writeUInt8(random(256), inside);
      return bytes;
    case 2:
      return spliced(bytes, at, 0, WORDS[random(WORDS.length)] ?? bytes);
    case 3: {
      const word = WORDS[random(WORDS.length)] ?? bytes;
      return spliced(bytes, at, word.length, word);
    }
    case 4:
      return spliced(bytes, at, 1 + random(16), Buffer.alloc(0));
    case 5:
      return spliced(bytes, at, 0, bytes.subarray(at, at + 1 + random(64)));
    case 6:
      return bytes.subarray(0, at);
    case 7: {
      const from = random(other.length + 1);
      return spliced(bytes, at, random(64), other.subarray(from, from + random(128)));
    }
    case 8:
      if (bytes.length >= 4) {
        const length = LENGTHS[random(LENGTHS.length)] ?? 0;
        const where = Math.min(inside, bytes.length - 4);
        if (random(2) === 0) bytes.writeUInt32BE(length, where);
        else bytes.writeUInt32LE(length, where);
      }
      return bytes;
    default:
      return digitsChanged(bytes, at, random);
  }
}

function spliced(bytes: Buffer, at: number, drop: number, add: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), add, bytes.subarray(at + drop)]);
}

/** The next run of digits becomes another number. */
function digitsChanged(bytes: Buffer, from: number, random: Random): Buffer {
  let start = from;
  const isDigit = (at: number) =>
    at < bytes.length && bytes.readUInt8(at) >= 0x30 && bytes.readUInt8(at) <= 0x39;
  while (start < bytes.length && !isDigit(start)) start += 1;
  let end = start;
  while (isDigit(end)) end += 1;
  const numbers = ['0', '1', '2', '-1', String(random(100_000)), '4096', '16777217', '9007199254740993'];
  return spliced(bytes, start, end - start, Buffer.from(numbers[random(numbers.length)] ?? '0'));
}
