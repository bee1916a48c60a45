import type { HouseholdSheet } from '#shared/contract/population/papers.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import { FOOT_WORDS, relationWord, RESIDENCE_WORDS, SEX_WORDS, SHEET_WORDS } from './paper-words.ts';
import { CHECK_SHEET, sheetPages, type SheetRow } from './sheet-pages.ts';
import styles from './population.module.css';

const ROW = { height: `${CHECK_SHEET.row}mm` };

export const householdSheet: Drawing<HouseholdSheet> = {
  Pages: HouseholdSheetPages,
  count: (paper) => sheetPages(paper).length,
};

/** 入户核对表: one row a person with a box to tick and a line to write on; the header stands on every page. */
function HouseholdSheetPages({ paper }: { readonly paper: HouseholdSheet }) {
  const pages = sheetPages(paper);
  return pages.map((rows, index) => (
    <section key={index} className={styles.page} lang="zh-CN" data-paper="household-sheet">
      <SheetHead paper={paper} />
      <table className={styles.sheet}>
        <colgroup>
          {WIDTHS.map((width, at) => (
            <col key={at} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: `${CHECK_SHEET.header}mm` }}>
            {SHEET_WORDS.columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <PersonRow key={at} row={row} />
          ))}
        </tbody>
      </table>
      <footer className={styles.foot}>
        <p>
          {SHEET_WORDS.checkedBy}________________　{SHEET_WORDS.checkedOn}________________
        </p>
        <p className={styles.imprint}>
          <span>
            {FOOT_WORDS.template} {paper.template} · {FOOT_WORDS.printed(paper.printedBy, paper.printedOn)} ·{' '}
            {FOOT_WORDS.masked}
          </span>
          <span>{FOOT_WORDS.page(index + 1, pages.length)}</span>
        </p>
      </footer>
    </section>
  ));
}

/** Millimetres of the ten columns; together the width between the margins. */
const WIDTHS = [27, 30, 9, 9, 17, 17, 16, 19, 12, 30] as const;

function SheetHead({ paper }: { readonly paper: HouseholdSheet }) {
  return (
    <header className={styles.head} style={{ height: `${CHECK_SHEET.head}mm` }}>
      <h1>
        {paper.building} {SHEET_WORDS.title}
      </h1>
      <p>
        {paper.officeName}
        {paper.policeGrid !== null && ` · ${SHEET_WORDS.grid} ${paper.policeGrid}`}
        {paper.blank && ` · ${SHEET_WORDS.blank}`}
      </p>
      <p className={styles.how}>{SHEET_WORDS.how}</p>
    </header>
  );
}

function PersonRow({ row: { door, continued, person } }: { readonly row: SheetRow }) {
  return (
    <tr style={ROW} data-first={door !== null}>
      <td className={styles.door}>
        {door !== null && (
          <>
            {door.door}
            {continued && SHEET_WORDS.continued}
            {(door.quiet || door.bestTime !== '') && (
              <small>
                {[door.quiet ? SHEET_WORDS.quiet : '', door.bestTime].filter(Boolean).join(' · ')}
              </small>
            )}
          </>
        )}
      </td>
      <td className={styles.name}>{person?.name}</td>
      <td>{person === null ? '' : SEX_WORDS[person.sex]}</td>
      <td>{person?.age}</td>
      <td>{person?.idTail}</td>
      <td>{person === null ? '' : relationWord(person.relation)}</td>
      <td>{person === null ? '' : RESIDENCE_WORDS[person.residenceType]}</td>
      <td>{person?.verifiedOn}</td>
      <td>{person !== null && <span className={styles.box} />}</td>
      <td />
    </tr>
  );
}
