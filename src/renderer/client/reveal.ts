/** The reasons for looking at a masked value, ready for the dialog. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { REVEAL_REASONS, type RevealReason } from '#shared/ledgers/reveal.ts';

export interface RevealReasonWords {
  readonly code: RevealReason;
  readonly digit: string;
  readonly label: string;
  readonly needsNote: boolean;
}

export function useRevealReasons(): readonly RevealReasonWords[] {
  const { t } = useTranslation('client');
  return useMemo(
    () =>
      REVEAL_REASONS.map((code, index) => ({
        code,
        digit: code === 'other' ? '9' : String(index + 1),
        label: t(`reveal.${code}`),
        needsNote: code === 'other',
      })),
    [t],
  );
}

/** The chosen code as the contract wants it. */
export function toRevealReason(code: string): RevealReason {
  return REVEAL_REASONS.find((reason) => reason === code) ?? 'other';
}
