/** A field of a person and its value in words, as the history and a conflict show them. */
import { useMemo } from 'react';
import { RELATION_CODES } from '#shared/ledgers/population/relations.ts';
import {
  HOUSING_CODES,
  ID_TYPES,
  OUT_STATES,
  RESIDENCE_TYPES,
  residentFields,
  SEXES,
} from '#shared/ledgers/population/residents.ts';
import { VERIFIED_HOW } from '#shared/ledgers/population/verified.ts';
import type { ShownFields } from '#renderer/record/history/shown-field.ts';
import { isPersonField, usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';

export function useShownFields(): ShownFields {
  const words = usePeopleWords();
  return useMemo(() => {
    const codes: Readonly<Record<string, (value: string) => string | null>> = {
      idType: (value) => wordOf(ID_TYPES, value, words.idType),
      sex: (value) => wordOf(SEXES, value, words.sex),
      residenceType: (value) => wordOf(RESIDENCE_TYPES, value, words.residence),
      housing: (value) => wordOf(HOUSING_CODES, value, words.housing),
      relation: (value) => wordOf(RELATION_CODES, value, words.relation),
      outState: (value) => wordOf(OUT_STATES, value, words.out),
      verifiedHow: (value) => wordOf(VERIFIED_HOW, value, words.how),
    };
    return {
      field: (name) => (isPersonField(name) ? words.field(name) : null),
      value: (name, value) => codes[name]?.(String(value)) ?? null,
      entered: (name) => name in residentFields,
    };
  }, [words]);
}

function wordOf<Code extends string>(
  codes: readonly Code[],
  value: string,
  words: (code: Code) => string,
): string | null {
  const code = codes.find((one) => one === value);
  return code === undefined ? null : words(code);
}
