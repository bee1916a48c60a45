/** What is done to residents with a key or two, and the way back from it. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { BULK_MAX, type ResidentRow } from '#shared/contract/population/residents.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';

/** Takes a whole action back, and says of how many. */
export function useUndoVerify(): (action: string) => void {
  const { t } = useTranslation('peopleList');
  const { client } = useOffice();
  const toast = useToast();
  const deed = useDeed();
  return useCallback(
    (action: string) =>
      void deed(async () => {
        const { restored, kept } = await client.residents.undoVerify({ action });
        const text = kept === 0 ? t('bulk.undone', { restored }) : t('bulk.undoneSome', { restored, kept });
        toast({ tone: 'done', text });
      }),
    [client, deed, t, toast],
  );
}

/** Marks people as found unchanged; one undo takes the whole action back. Answers whether it was done. */
export function useVerify(): (people: readonly ResidentRow[], how: VerifiedHow) => Promise<boolean> {
  const { t } = useTranslation(['people', 'peopleList']);
  const { client } = useOffice();
  const toast = useToast();
  const deed = useDeed();
  const undo = useUndoVerify();
  return useCallback(
    async (people, how) => {
      const chosen = people.slice(0, BULK_MAX).map(({ id, revision }) => ({ id, revision }));
      const done = await deed(() => client.residents.verify({ people: chosen, how }));
      if (done === null) return false;
      const [only] = people;
      const text =
        people.length === 1 && only !== undefined
          ? t('verify.done', { name: only.name })
          : t('peopleList:bulk.done', { count: done.verified });
      toast({ tone: 'done', text, undo: () => undo(done.action) });
      return true;
    },
    [client, deed, t, toast, undo],
  );
}
