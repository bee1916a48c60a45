/** The strip above the work, only when something is wrong that cannot wait. */
import { useTranslation } from 'react-i18next';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';

type Summary = InferContractRouterOutputs<Contract>['today']['summary'];

/** The clock may lag by a minute or two without a word: several people save within one minute. */
const CLOCK_SLACK_MINUTES = 2;

export function TodayNotices({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('today');
  const desk = useDesk();
  return (
    <>
      {summary.clockBehindMinutes > CLOCK_SLACK_MINUTES && (
        <Notice tone="red">{t('notice.clock', { minutes: summary.clockBehindMinutes })}</Notice>
      )}
      {summary.weekly === 'overdue' && (
        <Notice
          tone="red"
          action={
            <Button size="small" onClick={() => desk.go('/weekly')}>
              {t('notice.overdueGo')}
            </Button>
          }
        >
          {t('notice.overdue')}
        </Notice>
      )}
    </>
  );
}
