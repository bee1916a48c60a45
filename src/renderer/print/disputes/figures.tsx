/** 纠纷统计 on one page: each table has its bars beside its numbers. What is under five for the public says so, and has none. */
import type { FiguresPaper } from '#shared/contract/disputes/papers.ts';
import { SUPPRESSED_UNDER, type DisputeFigures } from '#shared/contract/disputes/figures.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import { dayWords, printedFoot } from '#renderer/print/document/pieces.ts';
import { FigureTable, type FigureRow } from './figure-table.tsx';
import { CODES } from './pieces.ts';
import styles from './figures.module.css';

export const disputeFigures: Drawing<FiguresPaper> = { Pages: FiguresPage, count: () => 1 };

function FiguresPage({ paper }: { readonly paper: FiguresPaper }) {
  const { figures } = paper;
  const open = figures.audience === 'public';
  return (
    <section className={styles.page} lang="zh-CN" data-paper="dispute-figures">
      <header className={styles.head}>
        <h1>{open ? '矛盾纠纷办理情况' : '矛盾纠纷统计'}</h1>
        <p>
          {paper.officeName}　{dayWords(figures.from)} 至 {dayWords(figures.to)}
        </p>
      </header>
      <dl className={styles.sums}>
        <Sum label="受理" value={figures.received} />
        <Sum label="归档" value={figures.archived} />
        <Sum label="现在在办" value={figures.inHand} />
      </dl>
      <div className={styles.columns}>
        <div>
          <FigureTable title="按类型" columns={['受理']} rows={byType(figures)} />
          <FigureTable title="按化解层级" columns={['受理', '归档']} rows={byLevel(figures)} />
          <FigureTable title="在办的已过天数" columns={['件数']} rows={byAge(figures)} />
        </div>
        <div>
          <FigureTable title="按月份" columns={['受理', '归档']} rows={byMonth(figures)} />
          <FigureTable title="按结果" columns={['归档']} rows={byResult(figures)} />
        </div>
      </div>
      {figures.byBody.length > 0 && <Bodies bodies={figures.byBody} />}
      <footer className={styles.foot}>
        <p>
          {open
            ? `只计事项数，不计人；少于 ${SUPPRESSED_UNDER} 件的不公布具体数字。`
            : '只计事项数，不计人；不含家庭暴力。供警务室内部使用，公布请用公开版。'}
        </p>
        <p>{[...printedFoot(paper), open ? '公开版' : '内部版', '第 1 页 共 1 页'].join(' · ')}</p>
      </footer>
    </section>
  );
}

function Sum({ label, value }: { readonly label: string; readonly value: number | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value ?? `少于 ${SUPPRESSED_UNDER}`}</dd>
    </div>
  );
}

const byType = ({ byType: rows }: DisputeFigures): FigureRow[] =>
  rows.map(({ type, received }) => ({ label: CODES.types[type], values: [received] }));

const byLevel = ({ byLevel: rows }: DisputeFigures): FigureRow[] =>
  rows.map(({ level, received, archived }) => ({ label: CODES.levels[level], values: [received, archived] }));

const byMonth = ({ byMonth: rows }: DisputeFigures): FigureRow[] =>
  rows.map(({ month, received, archived }) => ({ label: month, values: [received, archived] }));

const byResult = ({ byResult: rows }: DisputeFigures): FigureRow[] =>
  rows.map(({ result, archived }) => ({ label: CODES.results[result], values: [archived] }));

const byAge = ({ byAge: rows }: DisputeFigures): FigureRow[] =>
  rows.map(({ from, inHand }) => ({
    label: from === 0 ? '3 天以内' : CODES.ages[`d${from}`],
    values: [inHand],
  }));

const BODY_COLUMNS = ['单位', '转办', '答复', '逾期', '等待', '中位天数'] as const;

/** In two halves side by side: every body may stand there. */
function Bodies({ bodies }: { readonly bodies: DisputeFigures['byBody'] }) {
  const half = Math.ceil(bodies.length / 2);
  return (
    <>
      <h2 className={styles.title}>转其他单位（中位天数：从转办到答复）</h2>
      <div className={styles.columns}>
        {[bodies.slice(0, half), bodies.slice(half)].map((part, at) => (
          <BodyTable key={at} bodies={part} />
        ))}
      </div>
    </>
  );
}

function BodyTable({ bodies }: { readonly bodies: DisputeFigures['byBody'] }) {
  if (bodies.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {BODY_COLUMNS.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bodies.map(({ body, asked, answered, late, waiting, medianDays }) => (
          <tr key={body}>
            <th>{CODES.bodies[body]}</th>
            {[asked, answered, late, waiting, medianDays ?? '—'].map((value, column) => (
              <td key={column}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
