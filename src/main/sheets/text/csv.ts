/** csv files, read where they lie: no library holds them, and between two pieces the office answers its calls. */
import { refuse } from '#shared/kernel/failure.ts';
import { openRowGate } from '#main/sheets/row-gate.ts';
import type { Encoding, SheetRow } from '#main/sheets/sheet.ts';
import { openCsvParser, type LineEnd, type Separator } from './csv-parser.ts';
import { decodeFile } from './decode-file.ts';

export async function* readCsvRows(
  path: string,
  encoding: Encoding,
  signal: AbortSignal | undefined,
): AsyncGenerator<SheetRow[]> {
  const gate = openRowGate();
  let number = 0;
  let parser = null;
  for await (const piece of decodeFile(path, encoding)) {
    if (signal?.aborted === true) refuse({ code: 'cancelled' });
    let text = piece;
    if (parser === null) {
      const hint = HINT.exec(piece);
      text = piece.slice(hint?.[0].length ?? 0);
      number = hint === null ? 0 : 1;
      parser = openCsvParser(separatorOf(hint?.[1] ?? text), lineEndOf(text));
    }
    for (const cells of parser.push(text)) gate.admit((number += 1), cells);
    yield gate.take();
  }
  for (const cells of parser?.end() ?? []) gate.admit((number += 1), cells);
  gate.end();
  yield gate.take();
}

/** A first line for Excel that is no row of the table, though it has a number. */
const HINT = /^sep=([,;\t])\r?\n/i;
/** Lines looked at to find the separator. */
const LINES = 50;
const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** The one that stands in most of the first lines, and of two such the more frequent; quoted text does not count. */
function separatorOf(text: string): Separator {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .slice(0, LINES);
  const weigh = (separator: Separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    return counts.filter((count) => count > 0).length * text.length + counts.reduce((a, b) => a + b, 0);
  };
  const weights = SEPARATORS.map(weigh);
  return SEPARATORS[weights.indexOf(Math.max(...weights))] ?? ',';
}

function lineEndOf(text: string): LineEnd {
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
}
