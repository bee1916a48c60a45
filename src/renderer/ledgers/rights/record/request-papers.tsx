/** The reply, and for whoever asked to see it what the office holds. Offered once there is something to print. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { mayPrintHeldData } from '#shared/ledgers/rights/requests.ts';
import { useMe } from '#renderer/client/office.ts';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { RightsOrderForm } from '#renderer/papers/rights-order.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';

export interface RequestPapersProps {
  readonly request: RightsRow;
  readonly today: CalendarDay;
}

export function RequestPapers({ request, today }: RequestPapersProps) {
  const { t } = useTranslation('rights');
  const me = useMe();
  const [opened, setOpened] = useState<'rights-reply' | 'held-data' | null>(null);
  if (request.answeredOn === null) return null;
  const held = me.role === 'officer' && mayPrintHeldData(request, today);
  return (
    <>
      {held && <Button onClick={() => setOpened('held-data')}>{t('papers.held')}</Button>}
      <Button onClick={() => setOpened('rights-reply')}>{t('papers.reply')}</Button>
      <PaperDialog
        opened={opened !== null}
        title={t('papers.title', { id: request.id })}
        onClose={() => setOpened(null)}
      >
        {opened !== null && (
          <RightsOrderForm
            label={t(opened === 'held-data' ? 'papers.heldName' : 'papers.replyName')}
            order={{ name: opened, id: request.id }}
          >
            <p>{t(opened === 'held-data' ? 'papers.heldHint' : 'papers.replyHint')}</p>
          </RightsOrderForm>
        )}
      </PaperDialog>
    </>
  );
}
