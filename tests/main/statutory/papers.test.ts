/** Papers of an entry: what stands on them, when they may be had, what they leave behind. */
import { describe, expect, test } from 'vitest';
import type { StatutoryOrder } from '#shared/contract/key-persons/papers.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES, CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { READS_AN_HOUR } from '#shared/ledgers/statutory/reading.ts';
import { failureOfLater, failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { openStatutory, type StatutoryDesk } from '#tests/support/statutory.ts';
import { TODAY } from '#tests/support/visits.ts';

const WHY = { reason: 'paper', note: '' } as const;
const NOTICES = CATEGORY_CODES.filter((code) => CATEGORIES[code].endNotice);
const notNow = { code: 'invalid', issues: [{ field: 'paper', rule: 'not-now' }] };

function asks({ papers, officer }: StatutoryDesk, id: string, by: Caller = officer) {
  const of = (order: StatutoryOrder) => ({ id, order, ...WHY });
  const notice = of({ name: 'end-notice', id });
  return {
    slip: (duty: string) => papers.preview(of({ name: 'duty-slip', id, duty }), by, CONTEXT),
    notice: () => papers.preview(notice, by, CONTEXT),
    printNotice: () => Promise.resolve(papers.print(notice, by, CONTEXT)),
    saveNotice: () => Promise.resolve(papers.savePdf(notice, by, CONTEXT)),
  };
}

describe('a duty slip', () => {
  test.each(CATEGORY_CODES)('says who, what and when, and never that it is %s', (category) => {
    const desk = openStatutory();
    const id = desk.inForce(category);
    for (const duty of desk.opened(id).duties) {
      const paper = asks(desk, id).slip(duty.id);
      const { kind, dueOn } = duty;
      // Of a visit to somebody who is protected it names nobody.
      const person = kind === 'visit-protected' ? '' : '何远';
      expect(paper).toMatchObject({ duty: { number: id, person, kind, dueOn, officer: '李建国' } });
      const { basis, document } = CATEGORIES[category];
      const text = JSON.stringify(paper);
      for (const word of [category, basis, document, '林晓', '15400000032', '青禾县人民法院', '青法字'])
        expect(text).not.toContain(word);
    }
  });

  test('is of a duty of that entry, for whoever sees it', () => {
    const desk = openStatutory();
    const [id, other] = [desk.inForce('SM01'), desk.inForce('SM01')];
    const foreign = desk.duty(other, 'talk');
    expect(failureOfWork(() => asks(desk, id).slip(foreign.id))).toEqual({ code: 'missing' });
    const { id: duty } = desk.duty(id, 'talk');
    expect(failureOfWork(() => asks(desk, id, desk.colleague).slip(duty))).toEqual({ code: 'missing' });
    // The witness would write down another entry than the one that is looked at.
    const order = { name: 'duty-slip', id, duty } as const;
    expect(
      failureOfWork(() => desk.papers.preview({ id: other, order, ...WHY }, desk.officer, CONTEXT)),
    ).toMatchObject({ issues: [{ field: 'order', rule: 'another-entry' }] });
  });
});

describe('a notice of the end', () => {
  test.each(NOTICES)(
    '%s may be had from the first reminder on, and is written down when it is made',
    async (category) => {
      const desk = openStatutory();
      const end = addDays(TODAY, 60);
      const id = desk.inForce(category, { endsOn: end });
      const { endsOn } = desk.rowOf(id);
      const { notice, printNotice } = asks(desk, id);
      expect(failureOfWork(notice)).toEqual(notNow);
      desk.clock.set(`${addDays(endsOn, -30)}T02:00:00.000Z`);
      expect(notice()).toMatchObject({ notice: { number: id, person: '何远', category, endsOn } });
      expect(desk.rowOf(id).noticeOn).toBeNull();
      await printNotice();
      expect(desk.drawn).toHaveLength(1);
      expect(desk.rowOf(id).noticeOn).toBe(addDays(endsOn, -30));
      // Told already: it ends on its day without waiting.
      desk.clock.set(`${endsOn}T02:00:00.000Z`);
      expect(desk.listed()).toEqual([]);
    },
  );

  test('made after the end is the last that anybody sees of it', async () => {
    const desk = openStatutory();
    const id = desk.inForce('SM03', { endsOn: addDays(TODAY, 60) });
    desk.clock.forward({ days: 61 });
    expect(desk.opened(id)).toMatchObject({ standing: 'notice-due', daysLeft: -1 });
    desk.shell.choose('/tmp/期满告知书.pdf');
    expect(await asks(desk, id).saveNotice()).toMatchObject({ file: '期满告知书.pdf', pages: 1 });
    expect(failureOfWork(() => desk.opened(id))).toEqual({ code: 'missing' });
    expect(desk.notes('A').at(-1)).toMatchObject({
      k: id,
      d: { event: 'saved-as-pdf', paper: 'end-notice' },
    });
  });

  test('that was not made leaves nothing: no day, no line', async () => {
    const desk = openStatutory();
    const id = desk.inForce('SM03', { endsOn: addDays(TODAY, 20) });
    expect(await failureOfLater(asks(desk, id).saveNotice)).toEqual({ code: 'cancelled' });
    expect(desk.rowOf(id).noticeOn).toBeNull();
    expect(desk.notes('A').filter((line) => JSON.stringify(line).includes('end-notice'))).toEqual([]);
  });

  test.each(CATEGORY_CODES.filter((code) => !CATEGORIES[code].endNotice))(
    '%s: the law asks for none',
    (category) => {
      const desk = openStatutory();
      const id = desk.inForce(category, { endsOn: addDays(TODAY, 20) });
      expect(failureOfWork(asks(desk, id).notice)).toEqual(notNow);
    },
  );
});

test('a paper is a look like any other: after twelve within the hour it asks what for', () => {
  const desk = openStatutory();
  const id = desk.inForce('SM01');
  const { id: duty } = desk.duty(id, 'talk');
  desk.journal.write(desk.officer, (write) => {
    for (let reads = 0; reads < READS_AN_HOUR; reads += 1)
      write.note('V', 'statutory_matters', id, { call: 'statutory.open' }, 'paper');
  });
  const order = { name: 'duty-slip', id, duty } as const;
  const look = (explanation?: string) => () =>
    desk.papers.preview(
      { id, order, ...WHY, ...(explanation === undefined ? {} : { explanation }) },
      desk.officer,
      CONTEXT,
    );
  expect(failureOfWork(look())).toEqual({ code: 'explain-needed' });
  expect(look('本周集中谈话打印履职单')()).toMatchObject({ name: 'duty-slip' });
});
