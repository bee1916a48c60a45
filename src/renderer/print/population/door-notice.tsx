import type { DoorNotice } from '#shared/contract/population/papers.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import { CutLine } from '#renderer/print/cut-line.tsx';
import { FOOT_WORDS, NOTICE_WORDS } from './paper-words.ts';
import styles from './population.module.css';

export const doorNotice: Drawing<DoorNotice> = {
  Pages: DoorNoticePages,
  count: ({ sheets }) => sheets,
};

/** 上门告知, two on a sheet with a cut between them. Anybody may read a door: it names no resident and no matter. */
function DoorNoticePages({ paper }: { readonly paper: DoorNotice }) {
  return Array.from({ length: paper.sheets }, (_, sheet) => (
    <section key={sheet} className={styles.halves} lang="zh-CN" data-paper="door-notice">
      <Notice paper={paper} />
      <Notice paper={paper} />
      <CutLine />
    </section>
  ));
}

function Notice({ paper }: { readonly paper: DoorNotice }) {
  return (
    <article className={styles.half}>
      <h1>{NOTICE_WORDS.title}</h1>
      <p className={styles.body}>{NOTICE_WORDS.greeting}</p>
      <p className={styles.boxes}>
        {NOTICE_WORDS.purpose}：
        {NOTICE_WORDS.purposes.map((purpose) => (
          <span key={purpose}>
            <span className={styles.box} /> {purpose}
          </span>
        ))}
      </p>
      <p className={styles.body}>{NOTICE_WORDS.ask}</p>
      <p className={styles.call}>
        <span>
          {NOTICE_WORDS.officer} {paper.officerName}
        </span>
        <strong>{paper.officerPhone}</strong>
      </p>
      <dl className={styles.facts}>
        <Fact label={NOTICE_WORDS.address} value={paper.address} />
        <Fact label={NOTICE_WORDS.hours} value={paper.hours} />
      </dl>
      <p className={styles.proof}>{NOTICE_WORDS.proof}</p>
      <div className={styles.slip}>
        <p>{NOTICE_WORDS.reply}</p>
        <p>
          {NOTICE_WORDS.replyTime} __________________　{NOTICE_WORDS.replyPhone} __________________
        </p>
      </div>
      <p className={styles.imprint}>
        <span>
          {paper.stationName} {paper.officeName}
        </span>
        <span>
          {FOOT_WORDS.template} {paper.template} · {paper.printedOn}
        </span>
      </p>
    </article>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
