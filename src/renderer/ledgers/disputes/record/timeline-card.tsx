import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { useTimeline } from './timeline-entries.ts';
import styles from './dispute.module.css';

/** Everything that was done, with the days at each level and who is waited for. */
export function TimelineCard({ dispute }: { readonly dispute: DisputeRecord }) {
  const { t } = useTranslation('disputeRecord');
  const entries = useTimeline(dispute);
  return (
    <Card title={t('timeline')}>
      <ol className={styles.timeline}>
        {entries.map(({ key, day, kind, text, note, mark }) => (
          <li key={key}>
            <span className={styles.day}>{day}</span>
            <Chip tone="grey">{t(`kinds.${kind}`)}</Chip>
            <span>
              {text} {mark !== null && <Chip tone={mark.tone}>{mark.text}</Chip>}
              {note !== '' && <small>{note}</small>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
