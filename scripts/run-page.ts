/** A page of docs that a run writes: a section each, with the day it ran. Running one leaves the sections of the others. */
import { cpus } from 'node:os';

export interface Section {
  /** The word that runs it alone. */
  readonly name: string;
  readonly title: string;
  /** Above the table; '' for nothing. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @param verb what was done on that day: 'Measured', 'Ran' */
export function sectionText(
  { name, title, note, columns, rows }: Section,
  verb: string,
  day: string,
): string {
  const [cpu] = cpus();
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${name}: ${title}`,
    '',
    `${verb} ${day}, Node ${process.version}, ${cpus().length} cores (${cpu?.model ?? 'unknown'}).${note === '' ? '' : ` ${note}`}`,
    '',
    line(columns),
    `|${columns.map(() => '---|').join('')}`,
    ...rows.map(line),
    '',
  ].join('\n');
}

/** The page with this section in place of an older one of its name, in the order of `names`. */
export function pageWith(
  head: string,
  page: string,
  name: string,
  text: string,
  names: readonly string[],
): string {
  const known = new Map(
    page
      .split(/^(?=## )/mu)
      .slice(1)
      .map((part): [string, string] => [/^## ([a-z-]+):/u.exec(part)?.[1] ?? '', `${part.trimEnd()}\n`]),
  );
  known.set(name, text);
  return [head, ...names.flatMap((one) => known.get(one) ?? [])].join('\n');
}
