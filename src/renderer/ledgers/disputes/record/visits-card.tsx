import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import styles from './dispute.module.css';

/** Visits to the desk in this matter, those that this person may see. Nothing where there are none. */
export function VisitsCard({ dispute }: { readonly dispute: DisputeRecord }) {
  const { t } = useTranslation(['disputeRecord', 'visitors']);
  const desk = useDesk();
  if (dispute.visits.length === 0) return null;
  return (
    <Card title={t('visits')} note={dispute.visits.length}>
      <ul className={styles.plain}>
        {dispute.visits.map((visit) => (
          <li key={visit.id}>
            <button type="button" className={styles.link} onClick={() => desk.go(`/visitors/${visit.id}`)}>
              {t('visitLine', { time: fullMoment(visit.arrivedAt), name: visit.name ?? t('anonymous') })} ·{' '}
              {t(`visitors:matters.${visit.matter}`)}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
