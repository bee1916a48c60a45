/** Every bit of every kind of sealed file turned over, and every length it can be cut to or grow to. */
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { encodeChange, sealBundle, verifyBundle } from '#bundle-format';
import { damageSamples, noise, type Sample } from '#tests/bundle-format/damage-samples.ts';
import {
  everyBit,
  everyCut,
  everyExtension,
  judgeDamage,
  type Check,
  type Damaged,
} from '#tests/bundle-format/damage.ts';
import { bundleInput, changeOf, must, stationReader } from '#tests/bundle-format/office-and-station.ts';
import { tempFolder } from '#tests/bundle-format/temp-folder.ts';
import { openRow, spreadOver, type FaultRow, type FaultRun } from '../family.ts';

const REFUSED = 'refused as damaged';
/** Prime to a byte, so that a sample meets each of its bits. */
const SAMPLE_STRIDE = 397;
const LONGER_BY = 2048;

export async function everyBitTurned({ sample, say }: FaultRun): Promise<FaultRow[]> {
  const rows: FaultRow[] = [];
  for (const { name, whole, check } of await damageSamples()) {
    say(`  ${name}: ${8 * whole.length} bits`);
    const damages = everyBit(whole, sample ? SAMPLE_STRIDE : 1);
    rows.push(await tryAll(`every bit of the ${name} of ${whole.length} bytes turned`, damages, check));
  }
  return rows;
}

export async function everyLength({ sample }: FaultRun): Promise<FaultRow[]> {
  const stride = sample ? SAMPLE_STRIDE : 1;
  const rows: FaultRow[] = [];
  for (const { name, whole, check } of await damageSamples()) {
    rows.push(await tryAll(`the ${name} cut to every length`, everyCut(whole, stride), check));
    const longer = everyExtension(whole, LONGER_BY, stride);
    rows.push(await tryAll(`the ${name} with up to ${LONGER_BY} bytes more`, longer, check));
  }
  return rows;
}

async function tryAll(what: string, damages: Iterable<Damaged>, check: Sample['check']): Promise<FaultRow> {
  const row = openRow(what, REFUSED);
  for (const damaged of damages) {
    const { code, flaw } = await judgeDamage(check, damaged);
    row.judge(code, flaw);
  }
  return row.done();
}

/** A bundle of at least so many bytes, and so many of its bits. */
const LARGE = 60 * 1024 * 1024;
const FLIPS = 2000;

export async function bitsOfALargeBundle({ sample, say }: FaultRun): Promise<FaultRow[]> {
  const path = await largeBundle();
  const size = statSync(path).size;
  if (size < LARGE) throw new Error(`only ${size} bytes`);
  const check: Check = () => verifyBundle(path, stationReader);
  if (!(await check(Buffer.alloc(0))).ok) throw new Error('the large bundle is not whole');
  const row = openRow(`a bit of a bundle of ${(size / 1e6).toFixed(0)} MB turned`, REFUSED);
  const file = openSync(path, 'r+');
  try {
    for (const [i, bit] of spreadOver(8 * size, sample ? 20 : FLIPS).entries()) {
      if (i % 500 === 499) say(`  ${i + 1}`);
      turn(file, bit);
      const { code, flaw } = await judgeDamage(check, { what: `bit ${bit} turned`, bytes: Buffer.alloc(0) });
      row.judge(code, flaw);
      turn(file, bit);
    }
  } finally {
    closeSync(file);
  }
  return [row.done()];
}

function turn(file: number, bit: number): void {
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, bit >> 3);
  byte.writeUInt8(byte.readUInt8(0) ^ (1 << (bit & 7)));
  writeSync(file, byte, 0, 1, bit >> 3);
}

async function largeBundle(): Promise<string> {
  const count = 130;
  // Half a megabyte of base64 a line: no compressor takes more than a quarter of it away.
  const lines = function* (): Generator<string> {
    for (let n = 1; n <= count; n += 1)
      yield encodeChange(changeOf(n, { d: { note: noise(`large ${n}`, 512 * 1024).toString('base64') } }));
  };
  const input = bundleInput(tempFolder(), { lines: lines(), live: { visitors: count } });
  return must(await sealBundle(input)).path;
}
