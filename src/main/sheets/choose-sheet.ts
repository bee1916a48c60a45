/** Which sheet of a file is meant. */
import { refuse } from '#shared/kernel/failure.ts';
import type { SheetName } from './sheet.ts';

/** The one of that name, or the first a person sees. Refuses with `no-such-sheet`. */
export function chooseSheet<S extends SheetName>(sheets: readonly S[], name: string | null): S {
  const chosen =
    name === null
      ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0])
      : sheets.find((sheet) => sheet.name === name);
  return chosen ?? refuse({ code: 'sheet-refused', rule: 'no-such-sheet' });
}
