/** Pages with tables, as many systems write them and call them .xls: each table with text is a sheet. */
import { Parser } from 'htmlparser2';
import { chooseSheet } from '#main/sheets/choose-sheet.ts';
import { refuseNoTable } from '#main/sheets/limits.ts';
import { openRowGate } from '#main/sheets/row-gate.ts';
import type { Encoding, SheetInfo, SheetRow } from '#main/sheets/sheet.ts';
import { decodeFile } from '#main/sheets/text/decode-file.ts';
import { tableHandler, type TableSink } from './table-handler.ts';

export async function inspectHtml(path: string, encoding: Encoding): Promise<SheetInfo> {
  const sheets = await findTables(path, encoding);
  return { kind: 'html', encoding, sheets: sheets.map(({ name }) => ({ name, hidden: false })) };
}

export async function* readHtmlRows(
  path: string,
  encoding: Encoding,
  name: string | null,
): AsyncGenerator<SheetRow[]> {
  const tables = await findTables(path, encoding);
  const { table } = chooseSheet(tables, name);
  const gate = openRowGate();
  const steps = parse(path, encoding, {
    row: (at, number, cells) => {
      if (at === table) gate.admit(number, cells);
    },
    cover: (at, range) => {
      if (at === table) gate.cover(range);
    },
  });
  while ((await steps.next()).done !== true) yield gate.take();
  gate.end();
  yield gate.take();
}

/** In the order they begin; pages have no names for them, so they get those Excel gives. */
async function findTables(path: string, encoding: Encoding) {
  const found = new Set<number>();
  const steps = parse(path, encoding, {
    row: (table, _number, cells) => {
      if (cells.some((cell) => cell !== '')) found.add(table);
    },
    cover: () => {},
  });
  while ((await steps.next()).done !== true);
  if (found.size === 0) refuseNoTable();
  return Array.from(found)
    .sort((a, b) => a - b)
    .map((table, n) => ({ table, name: `Sheet${n + 1}`, hidden: false }));
}

async function* parse(path: string, encoding: Encoding, sink: TableSink): AsyncGenerator<undefined> {
  const parser = new Parser(tableHandler(sink), { decodeEntities: true });
  for await (const piece of decodeFile(path, encoding)) {
    parser.write(piece);
    yield;
  }
  parser.end();
  yield;
}
