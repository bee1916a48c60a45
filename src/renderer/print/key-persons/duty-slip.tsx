/** 履职单: on the upper half of a sheet who, what and when, with lines to write on; on the lower half more lines. No category. */
import type { DutySlip } from '#shared/contract/key-persons/papers.ts';
import { CutLine } from '#renderer/print/cut-line.tsx';
import { spacedName } from '#renderer/print/document/characters.ts';
import { dayWords, printedFoot } from '#renderer/print/document/pieces.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import { SLIP_RULE } from './law-texts.ts';
import { DUTY_WORDS, SLIP_WORDS } from './slip-words.ts';
import styles from './slip.module.css';

export const dutySlip: Drawing<DutySlip> = { Pages: SlipPage, count: () => 1 };

/** Lines to write on, in the upper and the lower half. */
const LINES = { slip: 6, more: 11 } as const;

function SlipPage({ paper }: { readonly paper: DutySlip }) {
  return (
    <section className={styles.halves} lang="zh-CN" data-paper="duty-slip">
      <article className={styles.half}>
        <Head paper={paper} title={SLIP_WORDS.title} />
        <Facts duty={paper.duty} />
        <Rules count={LINES.slip} />
        <Foot paper={paper} />
      </article>
      <article className={styles.half}>
        <Head paper={paper} title={`${SLIP_WORDS.title}（${SLIP_WORDS.more}）`} />
        <Rules count={LINES.more} />
        <Foot paper={paper} />
      </article>
      <CutLine />
    </section>
  );
}

function Head({ paper, title }: { readonly paper: DutySlip; readonly title: string }) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <p>
        {paper.officeName}　{SLIP_WORDS.number} {paper.duty?.number ?? <Blank width={30} />}
      </p>
    </header>
  );
}

function Facts({ duty }: Pick<DutySlip, 'duty'>) {
  return (
    <table className={styles.facts}>
      <tbody>
        <tr>
          <th>{SLIP_WORDS.person}</th>
          <td colSpan={3}>{duty !== null && spacedName(duty.person)}</td>
        </tr>
        <tr>
          <th>{SLIP_WORDS.kind}</th>
          <td>{duty !== null && DUTY_WORDS[duty.kind]}</td>
          <th>{SLIP_WORDS.dueOn}</th>
          <td>{duty !== null && dayWords(duty.dueOn)}</td>
        </tr>
        <tr>
          <th>{SLIP_WORDS.officer}</th>
          <td>{duty !== null && spacedName(duty.officer)}</td>
          <th>{SLIP_WORDS.record}</th>
          <td />
        </tr>
        <tr>
          <th>{SLIP_WORDS.when}</th>
          <td colSpan={3}>
            <Blank width={16} />年<Blank width={10} />月<Blank width={10} />日<Blank width={10} />时
            <Blank width={10} />分 {SLIP_WORDS.until} <Blank width={10} />时<Blank width={10} />分
          </td>
        </tr>
        <tr>
          <th>{SLIP_WORDS.where}</th>
          <td colSpan={3} />
        </tr>
        <tr>
          <th>{SLIP_WORDS.result}</th>
          <td colSpan={3}>
            {SLIP_WORDS.results.map((result) => (
              <span key={result} className={styles.choice}>
                <span className={styles.box} /> {result}
              </span>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Millimetres to write on. */
function Blank({ width }: { readonly width: number }) {
  return <span className={styles.blank} style={{ width: `${width}mm` }} />;
}

function Rules({ count }: { readonly count: number }) {
  return (
    <div className={styles.rules}>
      {Array.from({ length: count }, (_, at) => (
        <div key={at} />
      ))}
    </div>
  );
}

function Foot({ paper }: { readonly paper: DutySlip }) {
  return (
    <footer className={styles.foot}>
      <p className={styles.sign}>
        {SLIP_WORDS.signatures.map((words) => (
          <span key={words}>
            {words} <Blank width={28} />
          </span>
        ))}
      </p>
      <p>{[SLIP_RULE.text, ...printedFoot(paper)].join(' · ')}</p>
    </footer>
  );
}
