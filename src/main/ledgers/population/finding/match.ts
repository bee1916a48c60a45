/** People whom a text in the list means, as the search box reads it. */
import { cleanText } from '#shared/kernel/text-input.ts';
import type { Store } from '#main/db/open.ts';

/**
 * Record ids, best first.
 * @param office `519901-07`
 * @returns null when the text says nothing
 */
export function residentMatches(
  raw: Pick<Store['raw'], 'prepare'>,
  _office: string,
  text: string,
  limit: number,
): string[] | null {
  const words = cleanText(text);
  if (words === '') return null;
  return raw
    .prepare(
      'SELECT id FROM residents WHERE retired_at IS NULL AND instr(name, ?) > 0 ORDER BY name, id LIMIT ?',
    )
    .pluck()
    .all(words, limit) as string[];
}
