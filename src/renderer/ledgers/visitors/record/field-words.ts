/** A field of a visit and its value in words, as the history and a conflict show them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BODIES,
  MATTER_CODES,
  RESULTS,
  SATISFACTION,
  STATES,
  visitFields,
} from '#shared/ledgers/visitors.ts';
import { zh, type VisitField } from '#renderer/ledgers/visitors/visitors-text.ts';
import type { ShownFields } from '#renderer/record/history/shown-field.ts';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T/u;

export function useShownVisit(): ShownFields {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  return useMemo(
    () => ({
      field: (name) => (isVisitField(name) ? t(`fields.${name}`) : null),
      value: (name, value) => {
        switch (name) {
          case 'matter':
            return wordOf(MATTER_CODES, value, words.matter);
          case 'result':
            return wordOf(RESULTS, value, words.result);
          case 'referredTo':
            return wordOf(BODIES, value, words.body);
          case 'state':
            return wordOf(STATES, value, words.state);
          case 'satisfied':
            return wordOf(SATISFACTION, value, words.satisfied);
          default:
            return typeof value === 'string' && INSTANT.test(value) ? fullMoment(value) : null;
        }
      },
      entered: (name) => name in visitFields,
    }),
    [t, words],
  );
}

function isVisitField(name: string): name is VisitField {
  return name in zh.fields;
}

function wordOf<Code extends string>(
  codes: readonly Code[],
  value: string | number,
  words: (code: Code) => string,
): string | null {
  const code = codes.find((one) => one === value);
  return code === undefined ? null : words(code);
}
