/** What has to happen next and until when, and every other way that is open to this person now. */
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { levelsAbove } from '#shared/ledgers/disputes/codes.ts';
import type { DeedName } from '#shared/ledgers/disputes/deeds.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { DueChip } from '#renderer/ledgers/disputes/chips.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import type { ChosenDeed } from '#renderer/ledgers/disputes/deeds/deed-dialog.tsx';
import {
  mayHandle,
  mayHandleDispute,
  usualDeed,
  type ExtraDeed,
} from '#renderer/ledgers/disputes/deeds/deed-kind.ts';
import { SecondBy } from '#renderer/ledgers/disputes/deeds/forms/mediation-forms.tsx';
import { ForkNotice } from '#renderer/ledgers/disputes/fork-notice.tsx';
import styles from './dispute.module.css';

type Offered = DeedName | Extract<ExtraDeed, 'escalate' | 'assign' | 'invite' | 'planFollowUp'>;

export interface StepCardProps {
  readonly dispute: DisputeRecord;
  readonly today: CalendarDay;
  readonly choose: (chosen: ChosenDeed) => void;
}

export function StepCard({ dispute, today, choose }: StepCardProps) {
  const { t } = useTranslation(['disputeRecord', 'disputeDeeds']);
  const words = useDisputeWords();
  const me = useMe();
  const { next, dueOn, stage, deeds } = dispute;
  const usual = usualDeed(dispute);
  const others: Offered[] = [
    ...deeds.filter((deed) => deed !== usual && deed !== 'reportViolence'),
    ...extrasFor(dispute, me.role),
  ];
  return (
    <Card
      title={next === null ? t('ended') : t('nextDue', { step: words.step(next) })}
      note={
        dueOn === null ? undefined : (
          <>
            {dueOn} <DueChip dueOn={dueOn} today={today} />
          </>
        )
      }
    >
      <div className={styles.stack}>
        {(stage === 'received' || stage === 'violence') && <ForkNotice answers={dispute.answers} />}
        <SecondBy dispute={dispute} />
        {next !== null && usual === null && <p className={styles.soft}>{t('officerHas')}</p>}
        {(usual !== null || others.length > 0 || deeds.includes('reportViolence')) && (
          <div className={styles.row} role="group" aria-label={t('otherDeeds')}>
            {usual !== null && (
              <Button kind="primary" size="desk" onClick={() => choose({ deed: usual })}>
                {t(`disputeDeeds:deeds.${usual}.button`)}
              </Button>
            )}
            {others.map((deed) => (
              <Button key={deed} onClick={() => choose({ deed })}>
                {t(`disputeDeeds:deeds.${deed}.button`)}
              </Button>
            ))}
            {deeds.includes('reportViolence') && (
              <Button kind="danger" onClick={() => choose({ deed: 'reportViolence' })}>
                {t('disputeDeeds:deeds.reportViolence.button')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

/** What changes no stage. */
function extrasFor(dispute: DisputeRecord, role: string): Offered[] {
  const extras: Offered[] = [];
  if (mayHandleDispute(dispute, role)) {
    if (levelsAbove(dispute.level).length > 0) extras.push('escalate');
    if (mayCall(role, contract.disputes.invite)) extras.push('invite');
    if (dispute.stage === 'fed-back') extras.push('planFollowUp');
  }
  if (mayHandle(dispute, role) && mayCall(role, contract.disputes.assign)) extras.push('assign');
  return extras;
}
