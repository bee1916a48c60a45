import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useRightsIssue } from '#renderer/ledgers/rights/issue-word.ts';

/** Takes out what was registered by mistake. A request that was withdrawn is answered instead. */
export function RetireRequest({ request }: { readonly request: Pick<RightsRow, 'id' | 'revision'> }) {
  const { t } = useTranslation('rights');
  const { client } = useOffice();
  const desk = useDesk();
  const toast = useToast();
  const deed = useIssueDeed(useRightsIssue());
  const [asking, setAsking] = useState(false);
  const { id, revision } = request;
  const retire = async () => {
    if ((await deed(() => client.rights.retire({ id, revision }))) === null) return;
    toast({ tone: 'done', text: t('record.retired') });
    desk.go('/rights');
  };
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('record.retire')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('record.retireTitle', { id })}
        confirm={t('record.retire')}
        danger
        onConfirm={retire}
        onClose={() => setAsking(false)}
      >
        <p>{t('record.retireWhy')}</p>
      </ConfirmDialog>
    </>
  );
}
