/** ods files: their tables, and the rows of one of them, piece by piece. */
import { MAX_SHEET_PART, MAX_SMALL_PART, refuseEncrypted, refuseNoTable } from '#main/sheets/limits.ts';
import { chooseSheet } from '#main/sheets/choose-sheet.ts';
import type { PackageParts } from '#main/sheets/package-parts.ts';
import { openRowGate } from '#main/sheets/row-gate.ts';
import type { SheetInfo, SheetName, SheetRow } from '#main/sheets/sheet.ts';
import { readXml, stepXml } from '#main/sheets/xml.ts';
import { tableEvents } from './table-events.ts';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
const MEDIA_TYPE = /opendocument\.spreadsheet/;

/** The manifest names the kind of document in either of two places. */
export async function isOds(parts: PackageParts): Promise<boolean> {
  if (!parts.has(CONTENT)) return false;
  for (const name of ['mimetype', MANIFEST])
    if (parts.has(name) && MEDIA_TYPE.test((await parts.readAll(name, MAX_SMALL_PART)).toString('latin1')))
      return true;
  return false;
}

export async function inspectOds(parts: PackageParts): Promise<SheetInfo> {
  return { kind: 'ods', encoding: null, sheets: await readTables(parts) };
}

export async function* readOdsRows(parts: PackageParts, name: string | null): AsyncGenerator<SheetRow[]> {
  const tables = await readTables(parts);
  const wanted = tables.indexOf(chooseSheet(tables, name));
  const gate = openRowGate();
  const events = tableEvents(wanted, gate);
  yield* stepXml(parts.read(CONTENT, MAX_SHEET_PART), events, gate.take.bind(gate));
  gate.end();
  yield gate.take();
}

async function readTables(parts: PackageParts): Promise<SheetName[]> {
  await refuseProtected(parts);
  const tables: SheetName[] = [];
  const hiding = new Set<string>();
  let style = '';
  let depth = 0;
  await readXml(parts.read(CONTENT, MAX_SHEET_PART), {
    open(name, attributes) {
      if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiding.add(style);
      else if (name === 'table') {
        depth += 1;
        if (depth > 1) return;
        const hidden = hiding.has(attributes['table:style-name'] ?? '');
        tables.push({ name: attributes['table:name'] ?? '', hidden });
      }
    },
    close(name) {
      if (name === 'table') depth -= 1;
    },
  });
  if (tables.length === 0) refuseNoTable();
  return tables;
}

async function refuseProtected(parts: PackageParts): Promise<void> {
  if (!parts.has(MANIFEST)) return;
  const manifest = await parts.readAll(MANIFEST, MAX_SMALL_PART);
  if (manifest.includes('encryption-data')) refuseEncrypted();
}
