/** A field of a matter and its value in words, as the history and a conflict show them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DISPUTE_RESULTS,
  DISPUTE_SOURCES,
  DISPUTE_TYPE_CODES,
  LEVELS,
  ROUTES,
} from '#shared/ledgers/disputes/codes.ts';
import { intakeFields } from '#shared/ledgers/disputes/intake.ts';
import { INJURIES, NATURES, QUESTIONS } from '#shared/ledgers/disputes/questions.ts';
import { REACHED_HOW } from '#shared/ledgers/disputes/records.ts';
import { STAGES } from '#shared/ledgers/disputes/stages.ts';
import { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import type { ShownFields } from '#renderer/record/history/shown-field.ts';
import { isDisputeField, useDisputeWords } from './dispute-words.ts';

export function useShownDispute(): ShownFields {
  const { t } = useTranslation('disputes');
  const words = useDisputeWords();
  return useMemo(() => {
    const codes: Readonly<Record<string, readonly [readonly string[], (code: never) => string]>> = {
      type: [DISPUTE_TYPE_CODES, words.type],
      raisedBy: [DISPUTE_SOURCES, words.source],
      level: [LEVELS, words.level],
      route: [ROUTES, words.route],
      stage: [STAGES, words.stage],
      result: [DISPUTE_RESULTS, words.result],
      injury: [INJURIES, (code: (typeof INJURIES)[number]) => t(`injuries.${code}`)],
      nature: [NATURES, (code: (typeof NATURES)[number]) => t(`natures.${code}`)],
      satisfied: [SATISFACTION, (code: (typeof SATISFACTION)[number]) => t(`satisfaction.${code}`)],
      toldHow: [REACHED_HOW, (code: (typeof REACHED_HOW)[number]) => t(`how.${code}`)],
    };
    return {
      field: (name) => (isDisputeField(name) ? words.field(name) : null),
      value: (name, value) => {
        if (name === 'receivedAt') return fullMoment(String(value));
        const [known, say] = codes[name] ?? [[], null];
        return say !== null && known.includes(String(value)) ? say(value as never) : null;
      },
      entered: (name) => name in intakeFields || QUESTIONS.some((one) => one === name),
    };
  }, [t, words]);
}
