/**
 * Counts as bars, one row a kind, and the same counts as a table: whoever cannot see the bars reads the numbers, and whoever
 * can is not left to guess them. A count that is not told has no bar and its own word.
 */
import type { ReactNode } from 'react';
import styles from './chart.module.css';

export interface ChartRow {
  readonly id: string;
  readonly label: string;
  /** One a series; null: not told. */
  readonly counts: readonly (number | null)[];
}

export interface BarChartProps {
  /** Names the counts for assistive technology. */
  readonly label: string;
  /** What the rows are: the head of the table's first column. */
  readonly head: string;
  readonly series: readonly string[];
  readonly rows: readonly ChartRow[];
  /** Said instead of a count that is not told. */
  readonly untold: string;
  readonly empty: ReactNode;
}

/** In px of the drawing, which is shown at this size or smaller. */
const WIDTH = 320;
const LABELS = 104;
const NUMBERS = 44;
const BAR = 14;
const GAP = 10;

export function BarChart({ label, head, series, rows, untold, empty }: BarChartProps) {
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <div className={styles.pair}>
      <Bars series={series} rows={rows} />
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {series.map((name, index) => (
              <th key={name} scope="col" className={styles.number}>
                {series.length > 1 && <i className={styles.swatch} data-series={index} aria-hidden="true" />}
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label: name, counts }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {counts.map((count, index) => (
                <td key={series[index]} className={styles.number}>
                  {count ?? untold}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bars({ series, rows }: Pick<BarChartProps, 'series' | 'rows'>) {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  const span = WIDTH - LABELS - NUMBERS;
  const height = series.length * BAR + GAP;
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${WIDTH} ${rows.length * height}`}
      width={WIDTH}
      height={rows.length * height}
      aria-hidden="true"
    >
      {rows.map(({ id, label, counts }, row) => (
        <g key={id} transform={`translate(0 ${row * height + GAP / 2})`}>
          <text x={LABELS - 8} y={(series.length * BAR) / 2} textAnchor="end" dominantBaseline="central">
            {label}
          </text>
          {counts.map((count, index) => (
            <g key={series[index]} transform={`translate(${LABELS} ${index * BAR})`}>
              <line x1="0" y1="0" x2="0" y2={BAR} className={styles.axis} />
              <rect
                y="1"
                width={((count ?? 0) / most) * span}
                height={BAR - 2}
                data-series={index}
                data-untold={count === null || undefined}
              />
              <text x={((count ?? 0) / most) * span + 6} y={BAR / 2} dominantBaseline="central">
                {count ?? '–'}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
