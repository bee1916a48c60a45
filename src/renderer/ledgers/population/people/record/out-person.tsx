/** Somebody moved out, died, went missing or left; or is back. From the day of going the office's term runs. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';
import { OutForm } from './out-form.tsx';

export function OutPerson({ person }: { readonly person: ResidentRow }) {
  return person.outState === null ? <GoOut person={person} /> : <ComeBack person={person} />;
}

function GoOut({ person }: { readonly person: ResidentRow }) {
  const { t } = useTranslation('person');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('record.out')}</Button>
      <Dialog
        opened={asking}
        title={t('record.outTitle', { name: person.name })}
        onClose={() => setAsking(false)}
      >
        <OutForm person={person} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function ComeBack({ person }: { readonly person: ResidentRow }) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const words = usePeopleWords();
  const deed = useIssueDeed(words.issue);
  const offerUndo = useUndoToast('residents');
  const [asking, setAsking] = useState(false);
  const { id, revision, name } = person;
  const bring = async () => {
    const back = await deed(() => client.residents.setOut({ id, revision, outState: null, outOn: null }));
    if (back === null) return;
    setAsking(false);
    offerUndo(back, t('record.brought', { name }), t('record.undone'));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('record.bring')}</Button>
      <ConfirmDialog
        opened={asking}
        title={t('record.bringTitle', { name })}
        confirm={t('record.bring')}
        onConfirm={bring}
        onClose={() => setAsking(false)}
      >
        {t('record.bringWhy')}
      </ConfirmDialog>
    </>
  );
}
