/** What an officer does with a consent. A refusal of the ledger is told in its own words. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareRow } from '#shared/contract/key-persons/care.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { ReasonQuestion } from '#renderer/record/reason-question.tsx';
import shared from '#renderer/record/record.module.css';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { asFormIssue } from '#renderer/ledgers/care/entry/entry-values.ts';
import { useCareIssue } from '#renderer/ledgers/care/issue-word.ts';

export interface CareDeedsProps {
  readonly row: CareRow;
  readonly onDone: () => void;
}

export function CareDeeds({ row, onDone }: CareDeedsProps) {
  const { t } = useTranslation('care');
  const { client } = useOffice();
  const cache = useQueryClient();
  const toast = useToast();
  const words = useCareIssue();
  const deed = useIssueDeed((issue) => words(asFormIssue(issue)));
  const [asking, setAsking] = useState<'decline' | 'withdraw' | null>(null);
  const { id, revision, name } = row;
  const act = async (work: () => Promise<unknown>, done: string) => {
    const answer = await deed(work);
    if (answer === null) return;
    setAsking(null);
    await invalidateRoom(cache, 'care');
    toast({ tone: 'done', text: done });
    onDone();
  };
  return (
    <div className={shared.row}>
      {row.state === 'waiting' && (
        <>
          <Button
            kind="primary"
            size="desk"
            onClick={() =>
              void act(() => client.care.approve({ id, revision }), t('record.approved', { name }))
            }
          >
            {t('record.approve')}
          </Button>
          <Button size="desk" onClick={() => setAsking('decline')}>
            {t('record.decline')}
          </Button>
        </>
      )}
      {row.state === 'approved' && (
        <Button kind="danger" onClick={() => setAsking('withdraw')}>
          {t('record.withdraw')}
        </Button>
      )}
      <Dialog
        opened={asking === 'decline'}
        title={t('record.declineTitle', { id })}
        onClose={() => setAsking(null)}
      >
        <ReasonQuestion
          confirm={t('record.decline')}
          onConfirm={(reason) =>
            void act(() => client.care.decline({ id, revision, reason }), t('record.declined'))
          }
          onClose={() => setAsking(null)}
        >
          {t('record.declineWhy')}
        </ReasonQuestion>
      </Dialog>
      <ConfirmDialog
        opened={asking === 'withdraw'}
        title={t('record.withdrawTitle', { id })}
        confirm={t('record.withdraw')}
        onConfirm={() => act(() => client.care.withdrawOne({ id, revision }), t('record.withdrawn'))}
        onClose={() => setAsking(null)}
      >
        <p>{t('record.withdrawWhy')}</p>
      </ConfirmDialog>
    </div>
  );
}
