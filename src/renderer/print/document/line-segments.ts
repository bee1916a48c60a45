/** A set line as the page draws it: each segment has its own width in millimetres, whatever the font makes of it. */
import { fullCharacters, textOf, type SetLine } from './break-lines.ts';
import { charactersOf, kindOf, type CharacterKind } from './characters.ts';
import type { Size } from './grid.ts';

export interface Segment {
  readonly kind: CharacterKind | 'rule';
  readonly text: string;
  /** Millimetres. */
  readonly width: number;
  /** Between its characters, beyond what the font gives each. */
  readonly spacing: number;
}

export function segmentsOf(line: SetLine, { em, cell }: Size): Segment[] {
  const last = charactersOf(textOf(line)).at(-1) ?? '';
  const sharing = fullCharacters(line) - (kindOf(last) === 'half' ? 0 : 1);
  const extra = sharing > 0 ? (line.slack * cell) / sharing : 0;
  const segments: Segment[] = [];
  const add = (kind: CharacterKind, character: string) => {
    const before = segments.at(-1);
    const width = kind === 'half' ? cell : 2 * cell + extra;
    const spacing = kind === 'half' ? cell - em / 2 : 2 * cell + extra - em;
    if (before?.kind === kind && kind !== 'unsure')
      segments[segments.length - 1] = {
        ...before,
        text: before.text + character,
        width: before.width + width,
      };
    else segments.push({ kind, text: character, width, spacing: kind === 'unsure' ? 0 : spacing });
  };
  for (const token of line.tokens) {
    if (token.kind === 'rule')
      segments.push({ kind: 'rule', text: '', width: token.cells * cell, spacing: 0 });
    else for (const character of charactersOf(token.text)) add(kindOf(character), character);
  }
  return segments;
}
