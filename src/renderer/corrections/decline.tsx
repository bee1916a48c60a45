import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalRecord } from '#shared/contract/sent/corrections.ts';
import { DECLINE_REASON_MAX } from '#shared/ledgers/sent/corrections.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { TextAreaField } from '#renderer/ui/fields/text-field.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';

/** A no has a reason: it is all that the station learns. */
export function Decline({ proposal }: { readonly proposal: Pick<ProposalRecord, 'id' | 'revision'> }) {
  const { t } = useTranslation('corrections');
  const { client } = useOffice();
  const cache = useQueryClient();
  const toast = useToast();
  const deed = useDeed();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { id, revision } = proposal;
  const decline = async () => {
    if ((await deed(() => client.corrections.decline({ id, revision, reason }))) === null) return;
    toast({ tone: 'done', text: t('declined') });
    await invalidateRoom(cache, 'corrections');
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('decline')}</Button>
      <ConfirmDialog
        opened={asking}
        title={t('declineTitle')}
        confirm={t('decline')}
        onConfirm={decline}
        onClose={() => setAsking(false)}
      >
        <TextAreaField
          name="reason"
          label={t('declineReason')}
          value={reason}
          onChange={setReason}
          required
          rows={3}
          maxLength={DECLINE_REASON_MAX}
        />
      </ConfirmDialog>
    </>
  );
}
