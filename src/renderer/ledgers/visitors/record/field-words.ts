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
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';

type Value = string | number | boolean | null;

export interface ShownField {
  field(name: string): string;
  value(name: string, value: Value): string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/u;

export function useShowField(): ShownField {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  return useMemo(() => {
    const code = (name: string, value: string): string | null => {
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
          return INSTANT.test(value) ? fullMoment(value) : null;
      }
    };
    return {
      field: (name) => (isVisitField(name) ? t(`fields.${name}`) : name),
      value: (name, value) => {
        if (value === null || value === '') return t('history.empty');
        if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
        if (typeof value === 'number') return String(value);
        return code(name, value) ?? value;
      },
    };
  }, [t, words]);
}

/** Fields that people read; others, such as the source, are the office's own bookkeeping. */
export function isVisitField(name: string): name is VisitField {
  return name in zh.fields;
}

/** Fields the desk enters; the rest of a new record follows from them. */
export function isEntered(name: string): boolean {
  return name in visitFields;
}

function wordOf<Code extends string>(
  codes: readonly Code[],
  value: string,
  words: (code: Code) => string,
): string | null {
  const code = codes.find((one) => one === value);
  return code === undefined ? null : words(code);
}
