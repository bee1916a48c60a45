import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { DueChip } from '#renderer/ledgers/disputes/chips.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import type { ChosenDeed } from '#renderer/ledgers/disputes/deeds/deed-dialog.tsx';
import { mayHandleDispute } from '#renderer/ledgers/disputes/deeds/deed-kind.ts';
import styles from './dispute.module.css';

export interface BodiesCardProps {
  readonly dispute: DisputeRecord;
  readonly today: CalendarDay;
  readonly choose: (chosen: ChosenDeed) => void;
}

/** Other bodies that were asked: what, until when, and what they answered. Nothing where none was. */
export function BodiesCard({ dispute, today, choose }: BodiesCardProps) {
  const { t } = useTranslation(['disputeRecord', 'disputeDeeds']);
  const words = useDisputeWords();
  const me = useMe();
  const { referrals } = dispute;
  if (referrals.length === 0) return null;
  const mayAnswer =
    mayHandleDispute(dispute, me.role) && mayCall(me.role, contract.disputes.answerInvitation);
  return (
    <Card title={t('bodies')} note={referrals.length}>
      <ul className={styles.parties}>
        {referrals.map((referral) => (
          <li key={referral.id}>
            <div className={styles.party}>
              <span className={styles.row}>
                <Chip tone="grey">{words.part(referral.part)}</Chip>
                <strong>{words.bodyNamed(referral)}</strong>
                {referral.answeredOn === null ? (
                  <DueChip dueOn={referral.dueOn} today={today} />
                ) : (
                  <Chip tone={referral.outcome === 'settled' ? 'green' : 'amber'}>
                    {referral.outcome === null ? '' : words.outcome(referral.outcome)}
                  </Chip>
                )}
                {referral.answeredOn !== null && referral.lateDays > 0 && (
                  <Chip tone="red">{t('lines.late', { days: referral.lateDays })}</Chip>
                )}
              </span>
              <span className={styles.soft}>{referral.request}</span>
              {referral.answer !== '' && <span>{referral.answer}</span>}
            </div>
            {mayAnswer && referral.part === 'joint' && referral.answeredOn === null && (
              <Button size="small" onClick={() => choose({ deed: 'answerInvitation', referral })}>
                {t('disputeDeeds:deeds.answerInvitation.button')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
