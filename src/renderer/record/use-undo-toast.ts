import { useCallback } from 'react';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';

interface Changed {
  readonly id: string;
  readonly revision: number;
}

/** Offers the way back from the last change of one record, in a toast. */
export function useUndoToast(
  ledger: LedgerName,
): (record: Changed, done: string, undone: string, then?: () => void) => void {
  const { client } = useOffice();
  const toast = useToast();
  const deed = useDeed();
  return useCallback(
    ({ id, revision }, done, undone, then) =>
      toast({
        tone: 'done',
        text: done,
        undo: () =>
          void deed(async () => {
            await client.history.undo({ ledger, id, revision });
            toast({ tone: 'done', text: undone });
            then?.();
          }),
      }),
    [client, deed, ledger, toast],
  );
}
