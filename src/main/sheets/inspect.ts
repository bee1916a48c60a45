/** Looks at a table file before it is read. */
import { recognise } from './recognise.ts';
import type { SheetInfo } from './sheet.ts';
import { runThread } from './thread/run-thread.ts';

/**
 * Kind, encoding and sheets, by what the file is and not by what its name says.
 * Refuses with `sheet-refused` what is no table, is encrypted, damaged or too big.
 */
export async function inspectSheet(path: string, signal?: AbortSignal): Promise<SheetInfo> {
  const shape = await recognise(path);
  if (shape.kind === 'csv')
    return { kind: 'csv', encoding: shape.encoding, sheets: [{ name: '', hidden: false }] };
  for await (const answer of runThread({ path, shape, read: null }, signal))
    if (answer.kind === 'info') return answer.info;
  throw new Error('a thread ended without an answer');
}
