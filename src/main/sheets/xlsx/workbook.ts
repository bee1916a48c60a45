/** The outline of an xlsx file: its sheets and where the parts lie that the rows need. */
import { MAX_SMALL_PART } from '#main/sheets/limits.ts';
import type { Epoch } from '#main/sheets/number-text.ts';
import type { PackageParts } from '#main/sheets/package-parts.ts';
import { readXml } from '#main/sheets/xml.ts';

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly epoch: Epoch;
  /** Null for a file without texts shared by its cells. */
  readonly strings: string | null;
  readonly styles: string | null;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

interface Relation {
  /** The last word of the type's address: it is the same in both editions of the standard. */
  readonly type: string;
  readonly part: string;
}

/** The part the file begins with, or null for a package that is no workbook. */
export async function findWorkbook(parts: PackageParts): Promise<string | null> {
  if (!parts.has('_rels/.rels')) return null;
  const relations = await readRelations(parts, '');
  const found = [...relations.values()].find(({ type }) => type === 'officeDocument');
  return found !== undefined && /(?:^|\/)workbook\.xml$/i.test(found.part) ? found.part : null;
}

export async function readWorkbook(parts: PackageParts, part: string): Promise<Workbook> {
  const relations = await readRelations(parts, part);
  const sheets: WorkbookSheet[] = [];
  let epoch: Epoch = 1900;
  await readXml(parts.read(part, MAX_SMALL_PART), {
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) epoch = 1904;
      if (name !== 'sheet') return;
      const relation = relations.get(relationId(attributes));
      // Sheets that are only a chart or a macro have no rows.
      if (relation?.type !== 'worksheet' || !parts.has(relation.part)) return;
      const state = attributes['state'] ?? 'visible';
      sheets.push({ name: attributes['name'] ?? '', hidden: state !== 'visible', part: relation.part });
    },
  });
  const partOf = (type: string) => {
    const found = [...relations.values()].find((relation) => relation.type === type);
    return found !== undefined && parts.has(found.part) ? found.part : null;
  };
  return { sheets, epoch, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

async function readRelations(parts: PackageParts, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!parts.has(name)) return relations;
  await readXml(parts.read(name, MAX_SMALL_PART), {
    open(name, { Id = '', Type = '', Target = '', TargetMode = 'Internal' }) {
      if (name !== 'Relationship' || TargetMode !== 'Internal') return;
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolvePart(folder, Target) });
    },
  });
  return relations;
}

/** Part names begin at the package when they begin with a slash, else at the folder of the part that names them. */
function resolvePart(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** `r:id` under whatever prefix; the sheet's own number is `sheetId`. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
