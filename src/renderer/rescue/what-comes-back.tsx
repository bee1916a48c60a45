/** What comes back and what is gone, before anybody decides; and the one button that does it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescuePreview } from '#shared/contract/rescue.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useProgress } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { CountGrid } from '#renderer/ui/basic/count-grid.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';
import styles from './rescue.module.css';

export interface WhatComesBackProps {
  readonly found: RescuePreview;
  readonly onBack: () => void;
}

export function WhatComesBack({ found, onBack }: WhatComesBackProps) {
  const { t } = useTranslation('rescue');
  const { client } = useOffice();
  const deed = useDeed();
  const progress = useProgress('rescue');
  const [stage, setStage] = useState<'asking' | 'working' | 'done'>('asking');
  const { lines, to, writtenAt, lost } = found;
  const take = async () => {
    setStage('working');
    setStage((await deed(() => client.rescue.go({}))) === null ? 'asking' : 'done');
  };
  return (
    <section className={styles.stack} aria-label={t('found.title')}>
      <p>{t('found.lines', { lines, to, at: dayOf(writtenAt) })}</p>
      <LiveRows live={found.live} />
      <Notice tone="amber">
        {lost === null ? t('found.lostUnknown') : t('found.lost', { from: lost.from, to: lost.to })}
      </Notice>
      <p>{t('found.accounts')}</p>
      <p className={styles.soft}>{t('found.kept')}</p>
      {stage === 'working' && (
        <progress
          aria-label={t('taking')}
          {...(progress === null ? {} : { value: progress.done, max: progress.total })}
        />
      )}
      {stage === 'done' ? (
        <Notice tone="green">{t('done')}</Notice>
      ) : (
        <DialogActions>
          <Button disabled={stage === 'working'} onClick={onBack}>
            {t('other')}
          </Button>
          <Button kind="primary" autoFocus busy={stage === 'working'} onClick={() => void take()}>
            {t(stage === 'working' ? 'taking' : 'take')}
          </Button>
        </DialogActions>
      )}
    </section>
  );
}

function LiveRows({ live }: Pick<RescuePreview, 'live'>) {
  const { t } = useTranslation(['rescue', 'client']);
  const rows = live.filter((row) => row.rows > 0);
  if (rows.length === 0) return <p>{t('rescue:found.unknown')}</p>;
  const counts = rows.map((row) => ({ label: t(`client:ledgers.${row.ledger}`), count: row.rows }));
  return (
    <>
      <p className={styles.soft}>{t('rescue:found.rows')}</p>
      <CountGrid counts={counts} />
    </>
  );
}
