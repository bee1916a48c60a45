// The whole files that are damaged: a bundle of about ten kilobytes, a receipt with all its parts, a keyset, an enrolment.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { encodeChange, openEnrolment, openKeyset, openReceipt, verifyBundle } from '#bundle-format';
import { changeOf, officeReader, sealedBytes, stationReader } from './office-and-station.ts';
import type { Check } from './damage.ts';

export interface Sample {
  readonly name: string;
  readonly whole: Buffer;
  readonly check: Check;
}

const vector = (file: string): Buffer => readFileSync(join(import.meta.dirname, '../vectors', file));

/** Bytes that no compressor makes smaller, the same ones each time. */
export function noise(seed: string, length: number): Buffer {
  return createHash('shake256', { outputLength: length }).update(seed).digest();
}

/** Text that does not shrink, so that the bundle is about 10 KB after compression too. */
export const smallBundle = (): Promise<Buffer> =>
  sealedBytes({
    lines: Array.from({ length: 20 }, (_, i) =>
      encodeChange(changeOf(i + 1, { d: { note: noise(`line ${i}`, 180).toString('base64') } })),
    ),
    live: { visitors: 20 },
  });

export async function damageSamples(): Promise<Sample[]> {
  return [
    { name: 'bundle', whole: await smallBundle(), check: (bytes) => verifyBundle(bytes, stationReader) },
    {
      name: 'receipt',
      whole: vector('receipt-with-decisions.jwb'),
      check: (bytes) => openReceipt(bytes, officeReader),
    },
    {
      name: 'keyset',
      whole: vector('keyset-whole.jwb'),
      check: (bytes) => openKeyset(bytes, { root: null, held: null }),
    },
    { name: 'enrolment', whole: vector('enrol-whole.jwb'), check: (bytes) => openEnrolment(bytes) },
  ];
}
