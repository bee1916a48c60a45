/** The figures themselves: each as bars and as a table, the totals before them, the bodies after. */
import { useTranslation } from 'react-i18next';
import { SUPPRESSED_UNDER, type DisputeFigures } from '#shared/contract/disputes/figures.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { BarChart, type ChartRow } from '#renderer/ui/chart/bar-chart.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { BodiesTable } from './bodies-table.tsx';
import type { zh } from './figures-text.ts';
import styles from './figures.module.css';

type Word = Extract<keyof typeof zh, string>;

interface Chart {
  readonly title: Extract<Word, `by${string}`>;
  readonly head: Extract<Word, 'type' | 'month' | 'level' | 'age' | 'result'>;
  readonly series: readonly Extract<Word, 'received' | 'archived' | 'inHand'>[];
  readonly rows: readonly ChartRow[];
}

export function Figures({ figures }: { readonly figures: DisputeFigures }) {
  const { t } = useTranslation('disputeFigures');
  const untold = t('untold', { least: SUPPRESSED_UNDER });
  return (
    <>
      <Card title={t('totals')}>
        <dl className={styles.totals}>
          {(['received', 'archived', 'inHand'] as const).map((name) => (
            <div key={name}>
              <dt>
                {t(name)} {name === 'inHand' && <small>{t('inHandNote')}</small>}
              </dt>
              <dd>{figures[name] ?? untold}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className={styles.grid}>
        {useCharts(figures).map(({ title, head, series, rows }) => (
          <Card key={title} title={t(title)}>
            <BarChart
              label={t(title)}
              head={t(head)}
              series={series.map((name) => t(name))}
              rows={rows}
              untold={untold}
              empty={t('none')}
            />
          </Card>
        ))}
        <Card title={t('byBody')} padded={figures.byBody.length === 0}>
          <BodiesTable figures={figures} />
        </Card>
      </div>
    </>
  );
}

function useCharts({ byType, byMonth, byLevel, byAge, byResult }: DisputeFigures): readonly Chart[] {
  const { t } = useTranslation('disputeFigures');
  const words = useDisputeWords();
  const both = ['received', 'archived'] as const;
  return [
    {
      title: 'byType',
      head: 'type',
      series: ['received'],
      rows: told(
        byType.map(({ type, received }) => ({ id: type, label: words.type(type), counts: [received] })),
      ),
    },
    {
      title: 'byMonth',
      head: 'month',
      series: both,
      rows: byMonth.map(({ month, ...row }) => ({
        id: month,
        label: month,
        counts: both.map((n) => row[n]),
      })),
    },
    {
      title: 'byLevel',
      head: 'level',
      series: both,
      rows: byLevel.map(({ level, ...row }) => ({
        id: level,
        label: words.level(level),
        counts: both.map((name) => row[name]),
      })),
    },
    {
      title: 'byAge',
      head: 'age',
      series: ['inHand'],
      rows: byAge.map(({ from, inHand }) => ({
        id: String(from),
        label: t(`ages.d${from}`),
        counts: [inHand],
      })),
    },
    {
      title: 'byResult',
      head: 'result',
      series: ['archived'],
      rows: told(
        byResult.map(({ result, archived }) => ({
          id: result,
          label: words.result(result),
          counts: [archived],
        })),
      ),
    },
  ];
}

/** Without the kinds of which there was none: a suppressed count is not none. */
function told(rows: readonly ChartRow[]): readonly ChartRow[] {
  return rows.filter(({ counts }) => counts.some((count) => count !== 0));
}
