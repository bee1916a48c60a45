/** Figures of disputes: what came in and was archived, how long the open ones wait, and which bodies answer late. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIENCES, SUPPRESSED_UNDER } from '#shared/contract/disputes/figures.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { contract } from '#shared/contract/index.ts';
import { Back } from '#renderer/record/back.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { FilterSelect } from '#renderer/ui/table/filter-select.tsx';
import { FilterToggle } from '#renderer/ui/table/filter-toggle.tsx';
import { FiguresPaperButton } from '#renderer/ledgers/disputes/papers/figures-paper-button.tsx';
import { Figures } from './figures.tsx';
import { PERIODS, spanOf, type Period } from './periods.ts';
import styles from './figures.module.css';

type Audience = (typeof AUDIENCES)[number];

export function FiguresPage() {
  const { t } = useTranslation(['disputeFigures', 'disputes']);
  const { queries } = useOffice();
  const me = useMe();
  const today = useOfficeDay();
  const errorWords = useErrorWords();
  const [period, setPeriod] = useState<Period>('quarter');
  const [audience, setAudience] = useState<Audience>('office');
  const span = spanOf(period, today);
  const { data, error } = useQuery(
    queries.disputes.figures.queryOptions({
      input: { ...span, audience },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {mayCall(me.role, contract.disputes.list) && <Back to="/disputes">{t('disputes:title')}</Back>}
        <h1>{t('title')}</h1>
        <span className={styles.soft}>{t('note')}</span>
        <span className={styles.headEnd}>
          <span className={styles.row} role="group" aria-label={t('audience')}>
            {AUDIENCES.map((one) => (
              <FilterToggle
                key={one}
                on={audience === one}
                words={t(`audiences.${one}`)}
                set={() => setAudience(one)}
              />
            ))}
          </span>
          <FilterSelect
            label={t('period')}
            value={period}
            options={PERIODS.map((one) => ({ value: one, label: t(`periods.${one}`) }))}
            onChange={(one) => setPeriod(one ?? 'quarter')}
          />
          <span className={styles.soft}>{t('span', { ...span })}</span>
          <FiguresPaperButton {...span} audience={audience} />
        </span>
      </header>
      {audience === 'public' && <p className={styles.soft}>{t('publicNote', { least: SUPPRESSED_UNDER })}</p>}
      {error !== null && <ErrorPanel words={errorWords(error)} />}
      {data === undefined && error === null && <SkeletonRows />}
      {data !== undefined && <Figures figures={data} />}
    </div>
  );
}
