/** Takes a unit out of the ledger: an officer's. Nothing is offered to whoever may not. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { UnitRow } from '#shared/contract/population/units.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ReasonQuestion } from '#renderer/record/reason-question.tsx';

export function RetireUnit({ unit }: { readonly unit: UnitRow }) {
  const { t } = useTranslation('units');
  const { client } = useOffice();
  const me = useMe();
  const desk = useDesk();
  const deed = useDeed();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  if (!mayCall(me.role, contract.units.retire)) return null;
  const retire = async (reason: string) => {
    const { id, revision } = unit;
    const done = await deed(() => client.units.retire({ id, revision, reason }));
    if (done === null) return;
    setAsking(false);
    toast({ tone: 'done', text: t('record.retired') });
    desk.go('/units');
  };
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('record.retire')}
      </Button>
      <Dialog
        opened={asking}
        title={t('record.retireTitle', { name: unit.name })}
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
