/** A field of a unit and its value in words, as the history shows them. */
import { useMemo } from 'react';
import { SMALL_PLACES, STAFF_BANDS, UNIT_TYPES, unitFields } from '#shared/ledgers/population/units.ts';
import type { ShownFields } from '#renderer/record/history/shown-field.ts';
import { isUnitField, useUnitWords } from './units-words.ts';

export function useShownUnit(): ShownFields {
  const words = useUnitWords();
  return useMemo(
    () => ({
      field: (name) => (isUnitField(name) ? words.field(name) : null),
      value: (name, value) => {
        if (name === 'type') return wordOf(UNIT_TYPES, value, words.type);
        if (name === 'smallPlace') return wordOf(SMALL_PLACES, value, words.small);
        return name === 'staffBand' ? wordOf(STAFF_BANDS, value, words.band) : null;
      },
      entered: (name) => name in unitFields,
    }),
    [words],
  );
}

function wordOf<Code extends string>(
  codes: readonly Code[],
  value: string | number,
  words: (code: Code) => string,
): string | null {
  const code = codes.find((one) => one === value);
  return code === undefined ? null : words(code);
}
