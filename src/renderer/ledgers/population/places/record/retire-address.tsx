import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ReasonQuestion } from '#renderer/record/reason-question.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';

/** Takes an empty address out. What still stands or lives there keeps it. */
export function RetireAddress({ address }: { readonly address: AddressRecord }) {
  const { t } = useTranslation('places');
  const { client } = useOffice();
  const desk = useDesk();
  const words = usePlaceWords();
  const deed = useIssueDeed(words.issue);
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { id, revision, parentId } = address;
  const isHeld = address.children > 0 || address.people > 0;
  const retire = async (reason: string) => {
    const done = await deed(() => client.addresses.retire({ id, revision, reason }));
    if (done === null) return;
    setAsking(false);
    toast({ tone: 'done', text: t('retire.done') });
    desk.go(parentId === null ? '/places' : `/places/${parentId}`);
  };
  return (
    <>
      <Button
        kind="danger"
        disabled={isHeld}
        title={isHeld ? t('retire.held') : undefined}
        onClick={() => setAsking(true)}
      >
        {t('retire.button')}
      </Button>
      <Dialog
        opened={asking}
        title={t('retire.title', { line: address.line })}
        onClose={() => setAsking(false)}
      >
        <ReasonQuestion
          confirm={t('retire.button')}
          onConfirm={(reason) => void retire(reason)}
          onClose={() => setAsking(false)}
        >
          {t('retire.why')}
        </ReasonQuestion>
      </Dialog>
    </>
  );
}
