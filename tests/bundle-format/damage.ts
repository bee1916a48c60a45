// Files damaged in every way a stick can damage them, one after another, and what a reader has to say of each.
import { codes, type Refusal } from '#bundle-format';

export interface Damaged {
  readonly what: string;
  /** Only until the next one is asked for: it is the same memory. */
  readonly bytes: Buffer;
}

export type Check = (bytes: Uint8Array) => Promise<{ readonly ok: true } | Refusal>;

/** Every `stride`-th bit from `first` to before `end` turned over, one at a time. */
export function* everyBit(whole: Buffer, stride = 1, first = 0, end = 8 * whole.length): Generator<Damaged> {
  const bytes = Buffer.from(whole);
  for (let bit = first; bit < end; bit += stride) {
    const at = bit >> 3;
    const was = bytes.readUInt8(at);
    bytes.writeUInt8(was ^ (1 << (bit & 7)), at);
    yield { what: `bit ${bit} turned`, bytes };
    bytes.writeUInt8(was, at);
  }
}

/** Cut to every `stride`-th length, the shortest first. */
export function* everyCut(whole: Buffer, stride = 1): Generator<Damaged> {
  for (let length = 0; length < whole.length; length += stride)
    yield { what: `cut to ${length}`, bytes: whole.subarray(0, length) };
}

/** With up to so many bytes after its end, zeros and ones in turn. */
export function* everyExtension(whole: Buffer, most: number, stride = 1): Generator<Damaged> {
  for (let more = 1; more <= most; more += stride)
    yield { what: `${more} more bytes`, bytes: Buffer.concat([whole, Buffer.alloc(more, more % 2)]) };
}

export interface Verdict {
  readonly code: string;
  /** Null where it was refused as damage has to be: as damaged or forged (exit status 5), never as "only newer". */
  readonly flaw: string | null;
}

export async function judgeDamage(check: Check, { what, bytes }: Damaged): Promise<Verdict> {
  const result = await check(bytes);
  if (result.ok) return { code: 'ok', flaw: `${what}: accepted` };
  const { code, exit } = result;
  if (!Object.hasOwn(codes, code)) return { code, flaw: `${what}: unknown code ${code}` };
  return { code, flaw: exit === 'forged' ? null : `${what}: ${code} has exit class ${exit}` };
}
