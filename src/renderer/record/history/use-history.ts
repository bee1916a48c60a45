import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/contract/desk.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { useOffice } from '#renderer/client/office.ts';

/** Newest first. */
export function useHistory(ledger: LedgerName, id: string) {
  const { queries } = useOffice();
  return useQuery(queries.history.of.queryOptions({ input: { ledger, id } }));
}

/** A reason is kept as its code, with a note after it; `undo` and `unmerge` are the office's own. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation(['client', 'ui', 'history']);
  return useCallback(
    (reason) => {
      if (reason === 'undo') return t('ui:undo');
      if (reason === 'unmerge') return t('history:unmerge');
      const [first = '', ...rest] = reason.split(': ');
      const code = REVEAL_REASONS.find((one) => one === first);
      return code === undefined ? reason : [t(`client:reveal.${code}`), ...rest].join(': ');
    },
    [t],
  );
}

/** The word for what was done. */
export function useDeedWords(): (what: HistoryEntry['what']) => string {
  const { t } = useTranslation('history');
  return useCallback((what) => t(what === 'seen' ? 'lookedAt' : what), [t]);
}
