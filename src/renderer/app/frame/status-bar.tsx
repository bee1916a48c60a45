import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import { contract } from '#shared/contract/index.ts';
import { useDeeds } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import styles from './frame.module.css';

type WeeklyState = 'not-enrolled' | 'done' | 'open' | 'due' | 'overdue';
const WEEKLY_TONES: Readonly<Record<WeeklyState, ChipTone>> = {
  'not-enrolled': 'amber',
  done: 'green',
  open: 'grey',
  due: 'amber',
  overdue: 'red',
};

/** What is safe, at a glance: last save, last backup, this week's bundle; and that nothing is online. */
export function StatusBar() {
  const { t } = useTranslation('app');
  const { session, queries } = useOffice();
  const me = useMe();
  const desk = useDesk();
  const { running, lastDoneAt } = useDeeds();
  const mayToday = mayCall(me.role, contract.today.summary);
  const summary = useQuery(queries.today.summary.queryOptions({ input: {}, enabled: mayToday }));
  // Today tells it too, and has counted nothing for it.
  const askWeekly = !mayToday && mayCall(me.role, contract.weekly.status);
  const status = useQuery(queries.weekly.status.queryOptions({ input: {}, enabled: askWeekly }));
  const backup = useQuery(queries.backups.last.queryOptions({ input: {} }));
  const weekly = summary.data?.weekly ?? status.data?.state;
  const saved =
    lastDoneAt === null
      ? t('status.savedAll')
      : t('status.saved', { time: timeOf(new Date(lastDoneAt).toISOString()) });
  return (
    <footer className={styles.status}>
      <span role="status">{running > 0 ? t('status.saving') : saved}</span>
      {backup.data !== undefined && (
        <span>
          {backup.data.at === null
            ? t('status.noBackup')
            : t('status.backup', { time: shortTime(backup.data.at) })}
        </span>
      )}
      {weekly !== undefined && (
        <button type="button" className={styles.statusLink} onClick={() => desk.go('/weekly')}>
          <Chip tone={WEEKLY_TONES[weekly]}>{t(`status.weekly.${weekly}`)}</Chip>
        </button>
      )}
      <span className={styles.statusEnd}>{t('status.offline', { version: session.version })}</span>
    </footer>
  );
}

/** `11-21 18:02`. */
function shortTime(instant: string): string {
  return `${dayOf(instant).slice(5)} ${timeOf(instant)}`;
}
