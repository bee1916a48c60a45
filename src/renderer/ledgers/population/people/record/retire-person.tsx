/** Takes somebody registered by mistake out of the ledger: an officer's, with a reason. Others see that it is locked. */
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ReasonQuestion } from '#renderer/record/reason-question.tsx';

export function RetirePerson({ person }: { readonly person: ResidentRow }) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const me = useMe();
  const desk = useDesk();
  const deed = useDeed();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const may = mayCall(me.role, contract.residents.retire);
  const retire = async (reason: string) => {
    const { id, revision } = person;
    const done = await deed(() => client.residents.retire({ id, revision, reason }));
    if (done === null) return;
    setAsking(false);
    toast({ tone: 'done', text: t('record.retired') });
    desk.go('/population');
  };
  return (
    <>
      <Button
        kind={may ? 'danger' : 'plain'}
        {...(may ? {} : { icon: <IconLock size={16} aria-hidden="true" /> })}
        aria-disabled={!may}
        title={may ? undefined : t('record.retireLocked')}
        onClick={() => (may ? setAsking(true) : toast({ tone: 'failed', text: t('record.retireLocked') }))}
      >
        {t('record.retire')}
      </Button>
      <Dialog
        opened={asking}
        title={t('record.retireTitle', { id: person.id })}
        onClose={() => setAsking(false)}
      >
        <ReasonQuestion
          confirm={t('record.retire')}
          onConfirm={(reason) => void retire(reason)}
          onClose={() => setAsking(false)}
        >
          {t('record.retireWhy')}
        </ReasonQuestion>
      </Dialog>
    </>
  );
}
