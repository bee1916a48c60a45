/** Figures of disputes: what came in and was archived, how long the open ones wait, and which bodies answer late. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIENCES, SUPPRESSED_UNDER, type DisputeFigures } from '#shared/contract/dispute-figures.ts';
import { useErrorWords } from '#renderer/client/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { contract } from '#shared/contract/index.ts';
import { Back } from '#renderer/record/back.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { BarChart } from '#renderer/ui/chart/bar-chart.tsx';
import { FilterSelect } from '#renderer/ui/table/filter-select.tsx';
import { FilterToggle } from '#renderer/ui/table/filter-toggle.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { FiguresPaperButton } from '#renderer/ledgers/disputes/papers/figures-paper-button.tsx';
import { BodiesTable } from './bodies-table.tsx';
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

function Figures({ figures }: { readonly figures: DisputeFigures }) {
  const { t } = useTranslation(['disputeFigures', 'disputes']);
  const words = useDisputeWords();
  const untold = t('untold', { least: SUPPRESSED_UNDER });
  const both = [t('received'), t('archived')];
  const shared = { untold, empty: t('none') };
  const told = <Row extends { readonly counts: readonly (number | null)[] }>(rows: readonly Row[]) =>
    rows.filter(({ counts }) => counts.some((count) => count !== 0));
  return (
    <>
      <Card title={t('totals')}>
        <dl className={styles.totals}>
          {(['received', 'archived', 'open'] as const).map((name) => (
            <div key={name}>
              <dt>
                {t(name)} {name === 'open' && <small>{t('openNote')}</small>}
              </dt>
              <dd>{figures[name] ?? untold}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className={styles.grid}>
        <Card title={t('byType')}>
          <BarChart
            {...shared}
            label={t('byType')}
            head={t('type')}
            series={[t('received')]}
            rows={told(
              figures.byType.map(({ type, received }) => ({
                id: type,
                label: words.type(type),
                counts: [received],
              })),
            )}
          />
        </Card>
        <Card title={t('byMonth')}>
          <BarChart
            {...shared}
            label={t('byMonth')}
            head={t('month')}
            series={both}
            rows={figures.byMonth.map(({ month, received, archived }) => ({
              id: month,
              label: month,
              counts: [received, archived],
            }))}
          />
        </Card>
        <Card title={t('byLevel')}>
          <BarChart
            {...shared}
            label={t('byLevel')}
            head={t('level')}
            series={both}
            rows={figures.byLevel.map(({ level, received, archived }) => ({
              id: level,
              label: words.level(level),
              counts: [received, archived],
            }))}
          />
        </Card>
        <Card title={t('byAge')}>
          <BarChart
            {...shared}
            label={t('byAge')}
            head={t('age')}
            series={[t('open')]}
            rows={figures.byAge.map(({ from, open }) => ({
              id: String(from),
              label: t(`ages.d${from}`),
              counts: [open],
            }))}
          />
        </Card>
        <Card title={t('byResult')}>
          <BarChart
            {...shared}
            label={t('byResult')}
            head={t('result')}
            series={[t('archived')]}
            rows={told(
              figures.byResult.map(({ result, archived }) => ({
                id: result,
                label: words.result(result),
                counts: [archived],
              })),
            )}
          />
        </Card>
        <Card title={t('byBody')} padded={figures.byBody.length === 0}>
          <BodiesTable figures={figures} />
        </Card>
      </div>
    </>
  );
}
