/**
 * mark.json: how far this office has come, kept outside of the store, so that a store which is older than it was is noticed,
 * and no epoch is used twice (docs/format/bundle-v1.md, "Epochs"). Numbers and folders only; it protects against accidents,
 * not against somebody who can write into the data folder.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { OFFICE_CODE } from '#shared/kernel/ids.ts';
import { replaceFile } from './replace-file.ts';

const number = z.int().check(z.minimum(0));

const markSchema = z.strictObject({
  format: z.literal('lamplight-mark'),
  v: z.literal(1),
  office: z.string().check(z.regex(OFFICE_CODE)),
  /** The highest epoch that was ever used here, or heard of from the station. */
  highest: number,
  /** The last line that was seen in the store. */
  seen: z.strictObject({ epoch: number, n: number }),
  /** Office epoch → last line that the station had, as its last receipt said. */
  confirmed: z.record(z.string().check(z.regex(/^[1-9]\d{0,14}$/)), number),
  /** Where backups go; empty for the data folder. Needed when the store cannot be asked. */
  backupFolder: z.string(),
});
export type Mark = z.infer<typeof markSchema>;

/** Null where there is none, or where it cannot be read: it then says nothing. */
export function readMark(path: string): Mark | null {
  try {
    return markSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps it. The highest epoch of the same office never goes down. */
export function keepMark(path: string, mark: Omit<Mark, 'format' | 'v' | 'highest'>, atLeast = 0): Mark {
  const before = readMark(path);
  const known = before?.office === mark.office ? before.highest : 0;
  const highest = Math.max(known, atLeast, mark.seen.epoch, ...Object.keys(mark.confirmed).map(Number));
  const { office, seen, confirmed, backupFolder } = mark;
  const kept = markSchema.parse({
    format: 'lamplight-mark',
    v: 1,
    office,
    highest,
    seen,
    confirmed,
    backupFolder,
  });
  replaceFile(path, `${JSON.stringify(kept)}\n`);
  return kept;
}
