/** 取回：a new office, made known to the station in person, takes back what the station holds. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescuePreview } from '#shared/contract/rescue.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import pageColumns from '#renderer/ui/basic/page-columns.module.css';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { StationCard } from '#renderer/weekly/station-card.tsx';
import { CheckStick } from './check-stick.tsx';
import { WhatComesBack } from './what-comes-back.tsx';
import styles from './rescue.module.css';

export function RescuePage() {
  const { t } = useTranslation('rescue');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const { data, error } = useQuery(queries.weekly.status.queryOptions({ input: {} }));
  const [found, setFound] = useState<RescuePreview | null>(null);
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (data === undefined) return <SkeletonRows />;
  return (
    <div className={pageColumns.page}>
      <PageTitle title={t('title')} note={t('note')} />
      <Notice tone="amber">{t('before')}</Notice>
      <div className={pageColumns.columns}>
        <Card title={t(found === null ? 'steps.title' : 'found.title')}>
          <div className={styles.stack}>
            {found === null && (
              <>
                <p>{t('steps.meet')}</p>
                <p>{t('steps.write')}</p>
                <p>{t('steps.take')}</p>
              </>
            )}
            {data.station === null && <p className={styles.soft}>{t('needStation')}</p>}
            {data.station !== null && found === null && <CheckStick onFound={setFound} />}
            {found !== null && <WhatComesBack found={found} onBack={() => setFound(null)} />}
          </div>
        </Card>
        <StationCard status={data} />
      </div>
    </div>
  );
}
