/** Why something is looked at or printed, as fields of a form: the reason, and words for the one that needs them. */
import { useTranslation } from 'react-i18next';
import { REVEAL_NOTE_MIN, type RevealReason } from '#shared/ledgers/reveal.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';

export interface Why {
  readonly reason: RevealReason | null;
  readonly note: string;
}

export interface ReasonFieldsProps {
  readonly why: Why;
  readonly onChange: (why: Why) => void;
  readonly hint: string;
  readonly autoFocus?: boolean;
}

export function ReasonFields({ why, onChange, hint, autoFocus = false }: ReasonFieldsProps) {
  const { t } = useTranslation('record');
  const reasons = useRevealReasons();
  const needsNote = reasons.some(({ code, needsNote: needs }) => code === why.reason && needs);
  return (
    <>
      <DigitChoice
        name="reason"
        label={t('why')}
        hint={hint}
        value={why.reason}
        advances={false}
        onChange={(code) => onChange({ reason: toRevealReason(code), note: '' })}
        options={reasons.map(({ code, digit, label }) => ({ value: code, label, digit }))}
        autoFocus={autoFocus}
        required
      />
      {needsNote && (
        <TextField
          name="note"
          label={t('note')}
          hint={t('noteHint', { least: REVEAL_NOTE_MIN })}
          value={why.note}
          onChange={(note) => onChange({ ...why, note })}
          required
          autoFocus
        />
      )}
    </>
  );
}
