import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ReasonQuestion } from '#renderer/record/reason-question.tsx';
import type { DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';

/** Takes a wrong entry out of the ledger with all that hangs on it. */
export function RetireDispute({ dispute, onDone }: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const cache = useQueryClient();
  const desk = useDesk();
  const deed = useDeed();
  const toast = useToast();
  const retire = async (reason: string) => {
    const { id, revision } = dispute;
    const done = await deed(() => client.disputes.retire({ id, revision, reason }));
    if (done === null) return;
    onDone();
    toast({ tone: 'done', text: t('deeds.retire.done') });
    desk.go('/disputes');
    await invalidateRoom(cache, 'disputes');
  };
  return (
    <ReasonQuestion
      confirm={t('deeds.retire.button')}
      onConfirm={(reason) => void retire(reason)}
      onClose={onDone}
    >
      {t('retireWhy')}
    </ReasonQuestion>
  );
}
