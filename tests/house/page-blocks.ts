/** A page of the handbook whose tables are written from the code between two marks; a difference fails its test. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The page as it should be. @param page beside this folder: `../../docs/disputes.md` */
export function withBlocks(page: string, blocks: Readonly<Record<string, readonly string[]>>): string {
  const before = readFileSync(resolve(import.meta.dirname, page), 'utf8');
  return Object.entries(blocks).reduce((text, [name, lines]) => {
    const [begin, end] = [`<!-- ${name}: from the code -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`${page} has no place for ${name}`);
    return `${text.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`;
  }, before);
}
