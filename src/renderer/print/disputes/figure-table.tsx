import { SUPPRESSED_UNDER } from '#shared/contract/disputes/figures.ts';
import styles from './figures.module.css';

export interface FigureRow {
  readonly label: string;
  /** One for each column; null: suppressed. */
  readonly values: readonly (number | null)[];
}

export interface FigureTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** Millimetres of the longest bar, and how thick the bars of one row are together. */
const BAR = { width: 26, height: 2.6 } as const;
/** The first series is filled, the second only drawn around: they are told apart without colour. */
const FILLS = ['#444', '#fff'] as const;

/** A table with its bars: the longest stands for the largest number of the table. */
export function FigureTable({ title, columns, rows }: FigureTableProps) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th />
          {columns.map((column, index) => (
            <th key={column}>
              {columns.length > 1 && <Key fill={FILLS[index] ?? FILLS[0]} />}
              {column}
            </th>
          ))}
          <th aria-hidden="true" className={styles.bars} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values }) => (
          <tr key={label}>
            <th>{label}</th>
            {values.map((value, at) => (
              <td key={at}>{value ?? `少于 ${SUPPRESSED_UNDER}`}</td>
            ))}
            <td className={styles.bars}>
              <Bars values={values} most={most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Key({ fill }: { readonly fill: string }) {
  return (
    <svg className={styles.key} viewBox="0 0 2 2" aria-hidden="true">
      <rect x="0.1" y="0.1" width="1.8" height="1.8" fill={fill} stroke="#444" strokeWidth="0.2" />
    </svg>
  );
}

function Bars({ values, most }: { readonly values: FigureRow['values']; readonly most: number }) {
  const height = BAR.height / values.length;
  return (
    <svg
      viewBox={`0 0 ${BAR.width} ${BAR.height}`}
      width={`${BAR.width}mm`}
      height={`${BAR.height}mm`}
      aria-hidden="true"
    >
      {values.map((value, at) => (
        <rect
          key={at}
          x="0.1"
          y={at * height + 0.1}
          width={((value ?? 0) / most) * (BAR.width - 0.2)}
          height={height - 0.2}
          fill={FILLS[at] ?? FILLS[0]}
          stroke="#444"
          strokeWidth={value === null || value === 0 ? 0 : 0.15}
        />
      ))}
    </svg>
  );
}
