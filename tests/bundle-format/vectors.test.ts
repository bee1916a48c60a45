import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  openEnrolment,
  openKeyset,
  openReceipt,
  openRescue,
  openSnapshot,
  verifyBundle,
  type Refusal,
} from '#bundle-format';
import { keyset, officeReader, stationReader } from './office-and-station.ts';

interface Expected {
  readonly what: string;
  readonly sha256: string;
  readonly code: string;
  readonly disposition: string;
}

const folder = join(import.meta.dirname, '../vectors');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>;
const files = readdirSync(folder).filter((file) => file.endsWith('.jwb'));

/** As the office and the station of the vectors would open it; keyset 5 is in force and its root is pinned. */
function open(file: string, bytes: Buffer): Promise<{ ok: true } | Refusal> {
  if (file.startsWith('receipt-')) return openReceipt(bytes, officeReader);
  if (file.startsWith('restore-')) return openRescue(bytes, officeReader);
  if (file.startsWith('snapshot-')) return openSnapshot(bytes, stationReader);
  if (file.startsWith('keyset-')) return openKeyset(bytes, { root: keyset.root, held: keyset });
  if (file.startsWith('enrol-')) return openEnrolment(bytes);
  return verifyBundle(bytes, { ...stationReader, retiredTags: ['0badc0de'] });
}

test('every frozen file is listed, and every listed file is there', () => {
  expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  const size = files.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
  expect(size).toBeLessThan(400 * 1024);
});

test.each(Object.entries(expected))('%s', async (file, { what, sha256, code, disposition }) => {
  const bytes = readFileSync(join(folder, file));
  expect(hash('sha256', bytes), 'the frozen file itself has changed').toBe(sha256);
  const result = await open(file, bytes);
  expect(result.ok ? 'ok' : result.code, what).toBe(code);
  expect(result.ok ? 'apply' : result.disposition, what).toBe(disposition);
});
