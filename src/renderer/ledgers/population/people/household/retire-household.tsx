/** Takes an empty household out of the ledger: an officer's. Nothing is offered to whoever may not. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { HouseholdRecord } from '#shared/contract/population/residents.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ReasonQuestion } from '#renderer/record/reason-question.tsx';

export function RetireHousehold({ household }: { readonly household: HouseholdRecord }) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const me = useMe();
  const desk = useDesk();
  const deed = useDeed();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  if (!mayCall(me.role, contract.households.retire)) return null;
  const retire = async (reason: string) => {
    const { id, revision, addressId } = household;
    const done = await deed(() => client.households.retire({ id, revision, reason }));
    if (done === null) return;
    setAsking(false);
    toast({ tone: 'done', text: t('household.retired') });
    desk.go(`/places/${addressId}`);
  };
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('household.retire')}
      </Button>
      <Dialog opened={asking} title={t('household.retireTitle')} onClose={() => setAsking(false)}>
        <ReasonQuestion
          confirm={t('household.retire')}
          onConfirm={(reason) => void retire(reason)}
          onClose={() => setAsking(false)}
        >
          {t('household.retireWhy')}
        </ReasonQuestion>
      </Dialog>
    </>
  );
}
