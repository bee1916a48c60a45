/** What is done to a visit with one key, and the way back from it. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useVisitWords } from './visit-words.ts';

/** Takes back the last change of a visit. True when it is undone; a toast says why when it is not. */
export function useUndoVisit(): (visit: Pick<VisitRow, 'id' | 'revision'>) => Promise<boolean> {
  const { client } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  return useCallback(
    async ({ id, revision }) => {
      const undone = await deed(() => client.history.undo({ ledger: 'visitors', id, revision }));
      await invalidateRoom(cache, 'visitors');
      return undone !== null;
    },
    [cache, client, deed],
  );
}

/** Offers the way back in a toast for ten seconds. */
export function useUndoToast(): (
  visit: Pick<VisitRow, 'id' | 'revision'>,
  done: string,
  undone: string,
) => void {
  const undo = useUndoVisit();
  const toast = useToast();
  return useCallback(
    (visit, done, undone) =>
      toast({
        tone: 'done',
        text: done,
        undo: () =>
          void undo(visit).then((is) => {
            if (is) toast({ tone: 'done', text: undone });
          }),
      }),
    [toast, undo],
  );
}

/** The visitor leaves the room. */
export function useLeave(): (visit: VisitRow) => void {
  const { client } = useOffice();
  const { t } = useTranslation('visitors');
  const cache = useQueryClient();
  const words = useVisitWords();
  const deed = useDeed();
  const offerUndo = useUndoToast();
  return useCallback(
    (visit) => {
      const { id, revision } = visit;
      void deed(async () => {
        const left = await client.visitors.leave({ id, revision });
        await invalidateRoom(cache, 'visitors');
        offerUndo(left, t('leave.toast', { name: words.name(left) }), t('leave.undone'));
      });
    },
    [cache, client, deed, offerUndo, t, words],
  );
}
