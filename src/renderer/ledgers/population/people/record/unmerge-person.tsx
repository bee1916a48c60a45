/** Takes a joining of two records back, while that is still possible; nothing where none was made in the last day. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { daysBetween, dayOf } from '#shared/kernel/calendar-day.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useHistory } from '#renderer/record/history/use-history.ts';

export function UnmergePerson({ person }: { readonly person: ResidentRow }) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const me = useMe();
  const deed = useDeed();
  const toast = useToast();
  const today = useOfficeDay();
  const history = useHistory('residents', person.id);
  const [asking, setAsking] = useState(false);
  const merged = history.data?.find(({ changes }) =>
    changes.some(({ field, after }) => field === 'mergedInto' && after === person.id),
  );
  if (merged === undefined || !mayCall(me.role, contract.doubles.unmerge)) return null;
  // The office takes it back for 24 hours, and says so when they are over.
  if (daysBetween(dayOf(merged.at), today) > 1) return null;
  const unmerge = async () => {
    const { id, revision } = person;
    const done = await deed(() => client.doubles.unmerge({ id, revision }));
    setAsking(false);
    if (done !== null) toast({ tone: 'done', text: t('record.unmerged') });
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('record.unmerge')}</Button>
      <ConfirmDialog
        opened={asking}
        title={t('record.unmergeTitle', { name: person.name })}
        confirm={t('record.unmerge')}
        onConfirm={unmerge}
        onClose={() => setAsking(false)}
      >
        {t('record.unmergeWhy')}
      </ConfirmDialog>
    </>
  );
}
