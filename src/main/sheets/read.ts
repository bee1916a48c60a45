/** Reads the rows of a table file as text. */
import { refuse } from '#shared/kernel/failure.ts';
import { recognise, type Shape } from './recognise.ts';
import type { Encoding, ReadOptions, SheetRow } from './sheet.ts';
import { readCsvRows } from './text/csv.ts';
import { runThread } from './thread/run-thread.ts';

/**
 * Rows in order, while they are read. Merged cells repeat their text, formulas give the value they were saved with,
 * hidden rows and columns are read like all others; days are ISO 8601, numbers keep every digit the file has.
 * Refuses with `sheet-refused`, and with `cancelled` when told to stop.
 */
export async function* readSheet(path: string, options: ReadOptions): AsyncGenerator<SheetRow> {
  const shape = withEncoding(await recognise(path), options.encoding);
  for await (const rows of batchesOf(path, shape, options)) for (const row of rows) yield row;
}

async function* batchesOf(
  path: string,
  shape: Shape,
  { sheet, signal }: ReadOptions,
): AsyncGenerator<readonly SheetRow[]> {
  if (shape.kind === 'csv') {
    if (sheet !== null && sheet !== '') refuse({ code: 'sheet-refused', rule: 'no-such-sheet' });
    yield* readCsvRows(path, shape.encoding, signal);
    return;
  }
  for await (const answer of runThread({ path, shape, read: { sheet } }, signal))
    if (answer.kind === 'rows') yield answer.rows;
}

function withEncoding(shape: Shape, encoding: Encoding | null): Shape {
  return encoding !== null && 'encoding' in shape ? { ...shape, encoding } : shape;
}
