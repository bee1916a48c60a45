/** Why a paper with what happened is made: it stands at its foot and in the journal. */
import { useTranslation } from 'react-i18next';
import { REVEAL_NOTE_MIN } from '#shared/ledgers/reveal.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { ChosenOrder } from './use-paper-order.ts';

export function ReasonFields({ order }: { readonly order: ChosenOrder }) {
  const { t } = useTranslation('disputePapers');
  const reasons = useRevealReasons();
  const needsNote = reasons.some(({ code, needsNote: needs }) => code === order.reason && needs);
  return (
    <>
      <DigitChoice
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        value={order.reason}
        advances={false}
        onChange={(code) => order.set({ reason: toRevealReason(code), note: '' })}
        options={reasons.map(({ code, digit, label }) => ({ value: code, label, digit }))}
        required
      />
      {needsNote && (
        <TextField
          name="note"
          label={t('note')}
          hint={t('noteHint', { least: REVEAL_NOTE_MIN })}
          value={order.note}
          onChange={(note) => order.set({ note })}
          required
          autoFocus
        />
      )}
    </>
  );
}
