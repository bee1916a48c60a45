import styles from './cut-line.module.css';

/** Where a sheet of two halves is cut: dashed from edge to edge. Millimetres. */
export function CutLine() {
  return (
    <svg className={styles.cut} viewBox="0 0 210 0.3" aria-hidden="true">
      <line x1="0" y1="0" x2="210" y2="0" stroke="#000" strokeWidth="0.2" strokeDasharray="2 2" />
    </svg>
  );
}
