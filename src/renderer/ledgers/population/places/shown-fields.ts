/** A field of a place, a dwelling or a visit and its value in words, as the history shows them. */
import { useMemo } from 'react';
import { ADDRESS_STATES, addressFields, ELEMENT_KINDS } from '#shared/ledgers/population/addresses.ts';
import { DWELLING_USES, dwellingFields, RENTAL_USES } from '#shared/ledgers/population/dwellings.ts';
import { VERIFIED_HOW } from '#shared/ledgers/population/verified.ts';
import type { ShownFields } from '#renderer/record/history/shown-field.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { isPlaceField, usePlaceWords } from './places-words.ts';

export function useShownAddress(): ShownFields {
  const words = usePlaceWords();
  return useMemo(
    () => ({
      field: (name) => (isPlaceField(name) ? words.field(name) : null),
      value: (name, value) => {
        if (name === 'kind') return wordOf(ELEMENT_KINDS, value, words.kind);
        if (name === 'state') return wordOf(ADDRESS_STATES, value, words.state);
        return name === 'aliases' ? String(value).replaceAll('\n', ' ') : null;
      },
      entered: (name) => name in addressFields,
    }),
    [words],
  );
}

export function useShownDwelling(): ShownFields {
  const words = usePlaceWords();
  const people = usePeopleWords();
  return useMemo(
    () => ({
      field: (name) =>
        name === 'addressId' ? words.field('line') : isPlaceField(name) ? words.field(name) : null,
      value: (name, value) => {
        if (name === 'use') return wordOf(DWELLING_USES, value, words.use);
        if (name === 'rentalUse') return wordOf(RENTAL_USES, value, words.rentalUse);
        return name === 'verifiedHow' ? wordOf(VERIFIED_HOW, value, people.how) : null;
      },
      entered: (name) => name in dwellingFields,
    }),
    [words, people],
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
