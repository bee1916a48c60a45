/** What a person made of the same headers before. Only a hash of the headers is kept. */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { IMPORT_FIELDS } from '#shared/contract/population/imports.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { importMappings } from '#main/db/shelf-tables.ts';
import type { ColumnChoice } from './map-columns.ts';

const kept = z.array(z.object({ index: z.int(), field: z.enum(IMPORT_FIELDS) }));

export function hashOfHeaders(headers: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex');
}

/** Null where these headers are new. */
export function rememberedColumns(
  db: ReadHandle,
  headers: readonly string[],
  forbidden: ReadonlyMap<number, string>,
): ColumnChoice[] | null {
  if (headers.length === 0) return null;
  const row = db
    .select()
    .from(importMappings)
    .where(eq(importMappings.headers, hashOfHeaders(headers)))
    .get();
  if (row === undefined) return null;
  // A field that this version no longer has: asked anew.
  const choices = kept.safeParse(JSON.parse(row.mapping));
  return choices.success ? choices.data.filter(({ index }) => !forbidden.has(index)) : null;
}

/** Part of the transaction that writes the import. */
export function rememberColumns(
  desk: Desk,
  caller: Caller,
  headers: readonly string[],
  choices: readonly ColumnChoice[],
): void {
  if (headers.length === 0) return;
  desk.shelves.keep(importMappings, {
    headers: hashOfHeaders(headers),
    mapping: JSON.stringify(choices),
    staff: caller.staff,
    keptAt: desk.now,
  });
}
