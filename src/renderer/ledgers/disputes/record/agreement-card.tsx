/** What was agreed, whether it was performed, and until when both may ask the court to confirm it. */
import { useTranslation } from 'react-i18next';
import type { AgreementRow, DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import { DueChip } from '#renderer/ledgers/disputes/chips.tsx';
import styles from './dispute.module.css';

export interface AgreementCardProps {
  readonly dispute: DisputeRecord;
  readonly today: CalendarDay;
}

export function AgreementCard({ dispute, today }: AgreementCardProps) {
  const { t } = useTranslation(['disputeRecord', 'disputes']);
  const { agreement } = dispute;
  if (agreement === null) return null;
  const { performedOn, breachedOn, recognisedOn, confirmUntil, performBy } = agreement;
  const open = performedOn === null && breachedOn === null;
  const facts: Fact[] = [
    { label: t('agreementKind'), value: t(`disputes:agreementKinds.${agreement.kind}`) },
    { label: t('agreementForm'), value: t(`disputes:agreementForms.${agreement.form}`) },
    { label: t('agreedOn'), value: agreement.agreedOn },
    {
      label: t('performBy'),
      value: (
        <span className={styles.row}>
          {performBy} {open && <DueChip dueOn={performBy} today={today} />}
        </span>
      ),
    },
    ...(performedOn === null
      ? []
      : [{ label: t('performedOn'), value: <Chip tone="green">{performedOn}</Chip> }]),
    ...(breachedOn === null ? [] : [{ label: t('breachedOn'), value: <Chip tone="red">{breachedOn}</Chip> }]),
    ...(recognisedOn === null
      ? []
      : [{ label: t('recognisedOn'), value: <Chip tone="green">{recognisedOn}</Chip> }]),
    ...(confirmUntil === null
      ? []
      : [{ label: t('court'), value: <CourtWindow until={confirmUntil} today={today} /> }]),
  ];
  return (
    <Card title={t('agreement')}>
      <Facts facts={facts} />
    </Card>
  );
}

interface CourtWindowProps {
  readonly until: NonNullable<AgreementRow['confirmUntil']>;
  readonly today: CalendarDay;
}

function CourtWindow({ until, today }: CourtWindowProps) {
  const { t } = useTranslation('disputeRecord');
  const days = daysBetween(today, until);
  if (days < 0) return <span className={styles.soft}>{t('courtOver', { day: until })}</span>;
  return <span>{days === 0 ? t('courtLast') : t('courtOpen', { day: until, days })}</span>;
}
