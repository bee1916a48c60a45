/** The number format of each cell style of an xlsx file. */
import { MAX_SMALL_PART } from '#main/sheets/limits.ts';
import { builtInFormat, formatOf, type NumberFormat } from '#main/sheets/number-format.ts';
import type { PackageParts } from '#main/sheets/package-parts.ts';
import { readXml } from '#main/sheets/xml.ts';

export async function readFormats(parts: PackageParts, part: string | null): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (part === null) return formats;
  const custom = new Map<number, NumberFormat>();
  let inCells = false;
  await readXml(parts.read(part, MAX_SMALL_PART), {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') custom.set(Number(numFmtId), formatOf(formatCode));
      else if (name === 'xf' && inCells)
        formats.push(custom.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
