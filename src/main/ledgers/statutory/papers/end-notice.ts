/**
 * 期满告知书: what the law has told to the person, the unit and the residents' committee in writing (《刑事诉讼法》第270条 and
 * alike). Once it is made the entry has done what it was kept for, and is sealed on its day.
 */
import type { EndNotice, StatutoryOrder } from '#shared/contract/key-persons/papers.ts';
import { today } from '#shared/kernel/clock.ts';
import { daysBetween } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { REMINDER_DAYS } from '#shared/ledgers/statutory/term.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { endOf } from '#main/ledgers/statutory/rows.ts';
import { statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import { liveEntry, type Matter } from '#main/ledgers/statutory/visible.ts';
import { noteOf, type Reason, type StatutoryPapersDesk } from './papers-desk.ts';

type NoticeOrder = Extract<StatutoryOrder, { readonly name: 'end-notice' }> & Reason;

export function endNoticeMaker(
  desk: StatutoryPapersDesk,
  db: ReadHandle,
): PaperMaker<NoticeOrder, EndNotice> {
  /** From the first reminder on, where one is owed: earlier it would tell of an end that may not come. */
  function checkNow({ entry, standing }: Matter): void {
    const left = daysBetween(today(desk.clock), endOf(entry));
    const isNear = standing === 'in-force' && left <= REMINDER_DAYS[0];
    if (!CATEGORIES[entry.category].endNotice || !(standing === 'notice-due' || isNear))
      refuseField('paper', 'not-now');
  }

  return {
    template: 'L2',
    roles: ['officer'],
    make: ({ name, id }, caller, template) => {
      const matter = desk.visible(caller, id);
      checkNow(matter);
      const { name: person, category, issuer, documentNumber, startsOn } = matter.entry;
      const notice = {
        number: id,
        person,
        category,
        issuer,
        documentNumber,
        startsOn,
        endsOn: endOf(matter.entry),
      };
      return { name, ...desk.imprintOf(caller, template), notice };
    },
    fileName: ({ printedOn }) => fileNameFrom('期满告知书', printedOn),
    note: ({ name, id, ...why }) => noteOf(name, id, why),
    follow: ({ id }, write) => {
      const entry = liveEntry(db, id);
      if (entry === null || entry.noticeOn !== null) return;
      write.patch(statutoryMattersLedger, id, entry.revision, { noticeOn: today(desk.clock) });
    },
  };
}
