/** An official paper as pages: rows where the typesetting put them, the foot and the banner on every page. */
import type { Paper } from '#shared/contract/paper.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import type { OfficialPaper } from './blocks.ts';
import { DrawnLine } from './drawn-line.tsx';
import { LINE_HEIGHT, PAGE, SMALL } from './grid.ts';
import { paginate } from './paginate.ts';
import { CELL_PADDING, setBlocks, sizeOfLook, type CellsRow, type Row } from './set-blocks.ts';
import styles from './document.module.css';

/** A paper of the registry that is written in blocks. */
export function officialDrawing<Drawn extends Paper>(write: (paper: Drawn) => OfficialPaper): Drawing<Drawn> {
  return {
    Pages: ({ paper }) => <DocumentPages paper={write(paper)} />,
    count: (paper) => pagesOf(write(paper)).length,
  };
}

export function pagesOf({ blocks }: OfficialPaper): Row[][] {
  return paginate(setBlocks(blocks));
}

const AREA = { top: `${PAGE.top}mm`, left: `${PAGE.left}mm`, width: `${PAGE.width}mm` };

export function DocumentPages({ paper }: { readonly paper: OfficialPaper }) {
  const pages = pagesOf(paper);
  return pages.map((rows, index) => (
    <section key={index} className={styles.page} lang="zh-CN" data-paper={paper.name}>
      {paper.banner !== null && <p className={styles.banner}>{paper.banner}</p>}
      <div className={styles.area} style={AREA}>
        {rows.map((row, at) => (
          <DrawnRow key={at} row={row} top={at === 0} bottom={at === rows.length - 1} />
        ))}
      </div>
      <footer className={styles.foot}>
        <p className={styles.number}>
          第 {index + 1} 页 共 {pages.length} 页
        </p>
        {paper.initials && (
          <p className={styles.initials}>
            逐页签名 <span />
          </p>
        )}
        <p className={styles.imprint}>{paper.foot.join(' · ')}</p>
      </footer>
    </section>
  ));
}

interface DrawnRowProps {
  readonly row: Row;
  /** The first or the last of its page. */
  readonly top: boolean;
  readonly bottom: boolean;
}

function DrawnRow({ row, top, bottom }: DrawnRowProps) {
  const height = `${row.height * LINE_HEIGHT}mm`;
  if (row.kind === 'gap') return <div style={{ height }} />;
  if (row.kind === 'cells') return <DrawnCells row={row} top={top} bottom={bottom} />;
  return (
    <p className={`${styles.row} ${styles[row.look]}`} style={{ height, lineHeight: height }}>
      <DrawnLine line={row.line} size={sizeOfLook(row.look)} />
    </p>
  );
}

function DrawnCells({ row, top, bottom }: DrawnRowProps & { readonly row: CellsRow }) {
  const style = {
    height: `${row.height * LINE_HEIGHT}mm`,
    lineHeight: `${SMALL.height * LINE_HEIGHT}mm`,
    alignItems: row.first === row.last ? 'center' : row.first ? 'end' : 'start',
  };
  return (
    <div
      className={styles.cells}
      style={style}
      data-top={row.first || top}
      data-bottom={row.closes || bottom}
    >
      {row.parts.map(({ width, label, line }, index) => (
        <p
          key={index}
          className={label ? styles.label : styles.cell}
          style={{ width: `${width}mm`, paddingInline: `${CELL_PADDING}mm` }}
        >
          {line !== null && <DrawnLine line={line} size={SMALL} />}
        </p>
      ))}
    </div>
  );
}
