import type { SetLine } from './break-lines.ts';
import type { Size } from './grid.ts';
import { segmentsOf } from './line-segments.ts';
import styles from './document.module.css';

export interface DrawnLineProps {
  readonly line: SetLine;
  readonly size: Size;
}

/** One line on the grid. */
export function DrawnLine({ line, size }: DrawnLineProps) {
  return (
    <span className={styles.line} style={{ paddingLeft: `${line.indent * size.cell}mm` }}>
      {segmentsOf(line, size).map(({ kind, text, width, spacing }, index) => (
        <span
          key={index}
          className={styles[kind]}
          style={{ width: `${width}mm`, letterSpacing: `${spacing}mm` }}
        >
          {text}
        </span>
      ))}
    </span>
  );
}
