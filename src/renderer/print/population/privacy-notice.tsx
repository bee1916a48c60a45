import type { PrivacyNotice } from '#shared/contract/population/papers.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import { CutLine } from '#renderer/print/cut-line.tsx';
import { FOOT_WORDS } from './paper-words.ts';
import { PRIVACY_NOTICE } from './privacy-text.ts';
import styles from './population.module.css';

export const privacyNotice: Drawing<PrivacyNotice> = {
  Pages: PrivacyNoticePages,
  count: () => 1,
};

/** 个人信息处理告知: a poster of one A4 page, or two leaflets of half a page. */
function PrivacyNoticePages({ paper }: { readonly paper: PrivacyNotice }) {
  if (paper.form === 'poster')
    return (
      <section className={styles.poster} lang="zh-CN" data-paper="privacy-notice">
        <Text paper={paper} />
      </section>
    );
  return (
    <section className={styles.halves} lang="zh-CN" data-paper="privacy-notice">
      <article className={`${styles.half} ${styles.leaflet}`}>
        <Text paper={paper} />
      </article>
      <article className={`${styles.half} ${styles.leaflet}`}>
        <Text paper={paper} />
      </article>
      <CutLine />
    </section>
  );
}

function Text({ paper }: { readonly paper: PrivacyNotice }) {
  const { title, intro, parts, contact } = PRIVACY_NOTICE;
  const contacts = [
    { label: contact.who, value: `${paper.stationName} ${paper.officeName}` },
    { label: contact.where, value: paper.address },
    { label: contact.phone, value: paper.phone },
    { label: contact.complaint, value: paper.supervisionPhone },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <h1>{title}</h1>
      <p className={styles.body}>{intro(paper.officeName)}</p>
      {parts.map((part) => (
        <section key={part.title} className={styles.part}>
          <h2>{part.title}</h2>
          {part.lines.map((line) => (
            <p key={line} className={styles.body}>
              {line}
            </p>
          ))}
        </section>
      ))}
      <p className={styles.contact}>
        {contacts.map(({ label, value }) => (
          <span key={label}>
            {label}：{value}
          </span>
        ))}
      </p>
      <p className={styles.imprint}>
        <span>
          {FOOT_WORDS.template} {paper.template}
        </span>
        <span>{paper.printedOn}</span>
      </p>
    </>
  );
}
