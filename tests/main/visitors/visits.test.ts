/** One visit from the door to the archive, with everything that goes wrong on the way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { cleanVisit, visitIssues, type VisitInput } from '#shared/ledgers/visitors.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from '#tests/support/store.ts';
import { anyVisit, enquiry, newDraft, TODAY } from '#tests/support/visits.ts';

const named: VisitInput = {
  ...enquiry,
  name: '张欣',
  phone: '１５４ ０００１ ５６７８',
  matter: 'residence',
  summary: '办居住证',
};
const signal = { signal: undefined };

const register = (desk: TestStore, caller: Caller, visit: VisitInput = named, draft = newDraft()): VisitRow =>
  now(desk.visitors.register({ visit, draft }, caller, signal));
const amend = (
  desk: TestStore,
  row: VisitRow,
  visit: Partial<VisitInput> & { phone?: string | null | undefined },
  caller = desk.officer,
) => {
  const { phone: _, ...rest } = named;
  return now(
    desk.visitors.amend({ id: row.id, revision: row.revision, visit: { ...rest, ...visit } }, caller, signal),
  );
};
const phoneOf = (desk: TestStore, id: string) =>
  desk.store.raw.prepare('SELECT phone FROM visitors WHERE id = ?').pluck().get(id);
const undo = (desk: TestStore, row: { id: string; revision: number }, caller: Caller) =>
  now(desk.history.undo({ ledger: 'visitors', id: row.id, revision: row.revision }, caller, signal));
const historyOf = (desk: TestStore, id: string, caller: Caller) =>
  now(desk.history.of({ ledger: 'visitors', id }, caller, signal));

describe('registering', () => {
  test('stores the entry clean, with its basis, its retention day and who received it', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary);
    expect(row).toEqual({
      id: '07-000001',
      revision: 1,
      arrivedAt: desk.clock.now(),
      leftAt: null,
      name: '张欣',
      phoneMasked: '154····5678',
      people: 1,
      matter: 'residence',
      summary: '办居住证',
      papersChecked: false,
      handledBy: desk.auxiliary.staff,
      handledByName: '王芳',
      result: null,
      referredTo: null,
      promisedOn: null,
      repliedOn: null,
      satisfied: 'not-asked',
      state: 'received',
      retainUntil: '2027-11-23',
      synthetic: true,
      source: 'desk',
      legalBasis: '《居住证暂行条例》第8条',
      changeN: 3,
      createdAt: desk.clock.now(),
      createdBy: desk.auxiliary.staff,
      updatedAt: desk.clock.now(),
      updatedBy: desk.auxiliary.staff,
      retiredAt: null,
    });
    expect(phoneOf(desk, row.id)).toBe('15400015678');
  });

  test('twice with the same draft, as a double click does, is one record and one line', () => {
    const desk = openTestStore();
    const draft = newDraft();
    const first = register(desk, desk.auxiliary, named, draft);
    const lines = desk.lines().length;
    expect(register(desk, desk.auxiliary, { ...named, name: '别人' }, draft)).toEqual(first);
    expect(desk.lines()).toHaveLength(lines);
    expect(failureOfWork(() => register(desk, desk.officer, named, draft))).toEqual({ code: 'forbidden' });
  });

  test('again after the record was taken back makes a record: a save that was pressed is never swallowed', () => {
    const desk = openTestStore();
    const draft = newDraft();
    const first = register(desk, desk.auxiliary, named, draft);
    undo(desk, first, desk.auxiliary);
    const second = register(desk, desk.auxiliary, named, draft);
    expect(second.id).not.toBe(first.id);
    expect(register(desk, desk.auxiliary, named, draft)).toEqual(second);
  });

  test('of whatever somebody types is saved whole or refused field by field, and the store proves it', () => {
    const desk = openTestStore();
    fc.assert(
      fc.property(anyVisit, (visit) => {
        const issues = visitIssues(cleanVisit(visit), TODAY);
        const before = desk.lines().length;
        if (issues.length > 0) {
          expect(failureOfWork(() => register(desk, desk.officer, visit))).toEqual({
            code: 'invalid',
            issues,
          });
          expect(desk.lines()).toHaveLength(before);
          return;
        }
        const row = register(desk, desk.officer, visit);
        const { phone, ...rest } = cleanVisit(visit);
        expect(row).toMatchObject(rest);
        expect(phoneOf(desk, row.id)).toBe(phone);
      }),
      { numRuns: 150 },
    );
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('of a tip or a petition writes neither name, phone nor content anywhere, not even into the journal', () => {
    const desk = openTestStore();
    const secret = { name: '举报人甲', phone: '15400077777', summary: '隔壁深夜聚赌' };
    const draft = newDraft();
    now(
      desk.drafts.keep({ id: draft, form: 'visitor', content: JSON.stringify(secret) }, desk.officer, signal),
    );
    register(desk, desk.officer, { ...enquiry, ...secret, matter: 'tip' }, draft);
    register(desk, desk.officer, {
      ...enquiry,
      ...secret,
      result: 'to-department',
      referredTo: 'petition-office',
    });
    const tables = desk.store.raw
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all() as string[];
    const everything = tables
      .map((table) => JSON.stringify(desk.store.raw.prepare(`SELECT * FROM ${table}`).all()))
      .join('\n');
    expect(everything).toContain('"tip"');
    for (const word of Object.values(secret)) expect(everything).not.toContain(word);
  });
});

describe('amending', () => {
  test('leaves the phone as it is when the counter only knows it masked, and takes it away when told to', () => {
    const desk = openTestStore();
    const row = register(desk, desk.officer);
    const second = amend(desk, row, { summary: '补材料' });
    expect(phoneOf(desk, row.id)).toBe('15400015678');
    const third = amend(desk, second, { phone: '15400015679' });
    expect(phoneOf(desk, row.id)).toBe('15400015679');
    amend(desk, third, { phone: null });
    expect(phoneOf(desk, row.id)).toBeNull();
  });

  test('to a tip takes away what was known, and moves the basis along', () => {
    const desk = openTestStore();
    const row = amend(desk, register(desk, desk.officer), { matter: 'tip' });
    expect(row).toMatchObject({ name: null, phoneMasked: null, summary: null, matter: 'tip' });
    const basis = desk.store.raw.prepare('SELECT legal_basis FROM visitors').pluck().get();
    expect(basis).toBe('《人民警察法》第21条');
  });

  test('keeps a promise of before, however old, and measures a new one against today', () => {
    const desk = openTestStore();
    const row = register(desk, desk.officer, { ...named, promisedOn: addDays(TODAY, 2) });
    desk.clock.forward({ days: 10 });
    const second = amend(desk, row, { promisedOn: addDays(TODAY, 2), summary: '过期了还没回' });
    expect(second).toMatchObject({ promisedOn: addDays(TODAY, 2), state: 'handling' });
    expect(failureOfWork(() => amend(desk, second, { promisedOn: addDays(TODAY, 3) }))).toEqual({
      code: 'invalid',
      issues: [{ field: 'promisedOn', rule: 'past' }],
    });
  });

  test('to a new promise after the reply owes a new reply', () => {
    const desk = openTestStore();
    const row = register(desk, desk.officer, { ...named, promisedOn: addDays(TODAY, 2) });
    const replied = now(
      desk.visitors.reply(
        { id: row.id, revision: 1, result: 'settled', referredTo: null, satisfied: 'yes' },
        desk.officer,
        signal,
      ),
    );
    expect(replied).toMatchObject({ repliedOn: TODAY, state: 'fed-back' });
    const again = amend(desk, replied, { result: 'settled', promisedOn: addDays(TODAY, 9) });
    expect(again).toMatchObject({ repliedOn: null, satisfied: 'not-asked', state: 'handling' });
  });

  test('what somebody else changed first is refused with the revision that stands', () => {
    const desk = openTestStore();
    const row = register(desk, desk.officer);
    amend(desk, row, { people: 2 });
    expect(failureOfWork(() => amend(desk, row, { people: 3 }))).toEqual({ code: 'stale', revision: 2 });
  });
});

describe('the way to the archive', () => {
  test('is received, promised, answered, left', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary, {
      ...named,
      result: 'appointment',
      promisedOn: addDays(TODAY, 2),
    });
    expect(row.state).toBe('handling');
    const left = now(desk.visitors.leave({ id: row.id, revision: 1 }, desk.auxiliary, signal));
    expect(left).toMatchObject({ state: 'handling', leftAt: desk.clock.now() });
    const reply = { id: row.id, revision: 2, satisfied: 'yes' as const };
    expect(
      failureOfWork(() =>
        now(
          desk.visitors.reply({ ...reply, result: 'not-police', referredTo: null }, desk.auxiliary, signal),
        ),
      ),
    ).toEqual({ code: 'invalid', issues: [{ field: 'referredTo', rule: 'required' }] });
    const done = now(
      desk.visitors.reply({ ...reply, result: 'not-police', referredTo: 'court' }, desk.auxiliary, signal),
    );
    expect(done).toMatchObject({
      state: 'archived',
      referredTo: 'court',
      repliedOn: TODAY,
      satisfied: 'yes',
    });
  });

  test('passes the door once: a second press of the same key changes nothing', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary);
    const left = now(desk.visitors.leave({ id: row.id, revision: 1 }, desk.auxiliary, signal));
    const lines = desk.lines().length;
    desk.clock.forward({ seconds: 1 });
    expect(now(desk.visitors.leave({ id: row.id, revision: 1 }, desk.auxiliary, signal))).toEqual(left);
    expect(now(desk.visitors.leave({ id: row.id, revision: 2 }, desk.officer, signal))).toEqual(left);
    expect(desk.lines()).toHaveLength(lines);
    expect(
      failureOfWork(() => now(desk.visitors.leave({ id: '07-000099', revision: 1 }, desk.officer, signal))),
    ).toEqual({ code: 'missing' });
  });

  test('ends for a petition with nothing kept but that it was passed on', () => {
    const desk = openTestStore();
    const row = register(desk, desk.officer);
    const done = now(
      desk.visitors.reply(
        {
          id: row.id,
          revision: 1,
          result: 'not-police',
          referredTo: 'petition-office',
          satisfied: 'not-asked',
        },
        desk.officer,
        signal,
      ),
    );
    expect(done).toMatchObject({
      name: null,
      phoneMasked: null,
      summary: null,
      referredTo: 'petition-office',
    });
  });
});

describe('who sees whom', () => {
  test('an auxiliary sees today, the room, what is owed and their own; an officer sees all', () => {
    const desk = openTestStore();
    const { officer, auxiliary } = desk;
    const leave = (row: VisitRow) =>
      now(desk.visitors.leave({ id: row.id, revision: row.revision }, officer, signal));
    const old = leave(register(desk, officer, { ...named, name: '昨天别人接的' }));
    const own = leave(register(desk, auxiliary, { ...named, name: '昨天自己接的' }));
    const owed = leave(
      register(desk, officer, { ...named, name: '昨天答应的', promisedOn: addDays(TODAY, 3) }),
    );
    const inside = register(desk, officer, { ...named, name: '还在室的' });
    desk.clock.forward({ days: 1 });
    const today = leave(register(desk, officer, { ...named, name: '今天的' }));
    const request = {
      after: null,
      rows: 100,
      filter: { states: [], matters: [], from: null, to: null, onSite: false, owed: false },
      sort: { by: 'arrivedAt' as const, descending: false },
    };
    const seenBy = (caller: Caller) => {
      const page = now(desk.visitors.list(request, caller, signal));
      expect(page).toMatchObject({ total: page.rows.length, all: page.rows.length });
      return page.rows.map(({ name }) => name);
    };
    expect(seenBy(officer)).toHaveLength(5);
    expect(seenBy(auxiliary).sort()).toEqual([own, owed, inside, today].map(({ name }) => name).sort());
    for (const work of [
      () => now(desk.visitors.open({ id: old.id }, auxiliary, signal)),
      () => amend(desk, old, { people: 2 }, auxiliary),
      () => now(desk.visitors.leave({ id: old.id, revision: old.revision }, auxiliary, signal)),
      () => historyOf(desk, old.id, auxiliary),
      () => undo(desk, old, auxiliary),
    ])
      expect(failureOfWork(work)).toEqual({ code: 'missing' });
    expect(now(desk.visitors.open({ id: old.id }, officer, signal))).toMatchObject({ name: '昨天别人接的' });
  });

  test('a search finds who begins so, and takes % and _ for what they are', () => {
    const desk = openTestStore();
    for (const name of ['张欣', '张欣欣', '王张欣', 'A%b', 'A_b', 'Axb', null])
      register(desk, desk.officer, { ...named, name });
    const search = (name: string) =>
      now(desk.visitors.search({ name, reason: 'x', after: null, rows: 100 }, desk.officer, signal))
        .rows.map((row) => row.name)
        .sort();
    expect(search('张欣')).toEqual(['张欣', '张欣欣']);
    expect(search(' 张 ')).toEqual(['张欣', '张欣欣']);
    expect(search('A%')).toEqual(['A%b']);
    expect(search('A_')).toEqual(['A_b']);
    expect(search('%')).toEqual([]);
    expect(search('\\')).toEqual([]);
  });

  test('a phone is revealed only where there is one, and to a reason that says enough', () => {
    const desk = openTestStore();
    const row = register(desk, desk.officer);
    const reveal = (change: object) =>
      now(
        desk.visitors.reveal(
          { id: row.id, field: 'phone', reason: 'identity', note: '', ...change },
          desk.officer,
          signal,
        ),
      );
    expect(reveal({})).toEqual({ value: '15400015678' });
    expect(failureOfWork(() => reveal({ reason: 'other', note: '五个字' }))).toEqual({
      code: 'reason-needed',
    });
    const anonymous = register(desk, desk.officer, enquiry);
    expect(failureOfWork(() => reveal({ id: anonymous.id }))).toEqual({ code: 'missing' });
  });
});

describe('the past of a record', () => {
  test('shows each step with its author, newest first, and the phone masked before and after', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary);
    const second = amend(desk, row, { phone: '15400019999' });
    desk.journal.write(desk.officer, (write) =>
      write.note('V', 'visitors', row.id, { call: 'visitors.reveal' }, 'identity'),
    );
    const [seen, changed, made] = historyOf(desk, second.id, desk.officer);
    expect(seen).toMatchObject({ what: 'seen', byName: '李建国', reason: 'identity', changes: [] });
    expect(changed).toMatchObject({
      what: 'changed',
      changes: [{ field: 'phone', before: '154····5678', after: '154····9999' }],
    });
    expect(made).toMatchObject({ what: 'made', byName: '王芳' });
    expect(made?.changes).toContainEqual({ field: 'name', before: null, after: '张欣' });
    expect(JSON.stringify([seen, changed, made])).not.toMatch(/154000\d/);
    expect(
      failureOfWork(() =>
        now(desk.history.of({ ledger: 'staff', id: desk.officer.staff }, desk.officer, signal)),
      ),
    ).toEqual({ code: 'forbidden' });
  });

  test('a change is taken back within a minute by who made it, and by nobody else', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary);
    const second = amend(desk, row, { name: '错名', people: 7, phone: null }, desk.auxiliary);
    expect(failureOfWork(() => undo(desk, second, desk.officer))).toEqual({ code: 'too-late' });
    expect(failureOfWork(() => undo(desk, row, desk.auxiliary))).toEqual({ code: 'stale', revision: 2 });
    desk.clock.forward({ seconds: 60 });
    expect(undo(desk, second, desk.auxiliary)).toEqual({ left: true });
    expect(now(desk.visitors.open({ id: row.id }, desk.auxiliary, signal))).toMatchObject({
      name: '张欣',
      people: 1,
      revision: 3,
      phoneMasked: '154····5678',
    });
    const third = amend(desk, { ...row, revision: 3 }, { people: 3 }, desk.auxiliary);
    desk.clock.forward({ seconds: 61 });
    expect(failureOfWork(() => undo(desk, third, desk.auxiliary))).toEqual({ code: 'too-late' });
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('a first save taken back is out of the ledger and stays in the journal', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary);
    expect(undo(desk, row, desk.auxiliary)).toEqual({ left: false });
    expect(failureOfWork(() => now(desk.visitors.open({ id: row.id }, desk.officer, signal)))).toEqual({
      code: 'missing',
    });
    expect(desk.lines().at(-1)).toContain('"why":"undo"');
    expect(failureOfWork(() => undo(desk, { id: row.id, revision: 2 }, desk.auxiliary))).toEqual({
      code: 'missing',
    });
  });

  test('leaving the room is taken back like any change, with the step it stood at', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary, { ...named, result: 'settled' });
    const left = now(desk.visitors.leave({ id: row.id, revision: 1 }, desk.auxiliary, signal));
    expect(left.state).toBe('archived');
    undo(desk, left, desk.auxiliary);
    expect(now(desk.visitors.open({ id: row.id }, desk.auxiliary, signal))).toMatchObject({
      leftAt: null,
      state: 'fed-back',
    });
  });

  test('an officer takes a wrong entry out with a reason, and then it can be neither seen nor changed', () => {
    const desk = openTestStore();
    const row = register(desk, desk.auxiliary);
    expect(
      now(desk.visitors.retire({ id: row.id, revision: 1, reason: ' 重复登记 ' }, desk.officer, signal)),
    ).toEqual({});
    expect(desk.lines().at(-1)).toContain('"why":"重复登记"');
    expect(failureOfWork(() => amend(desk, row, {}))).toEqual({ code: 'missing' });
    expect(failureOfWork(() => undo(desk, { id: row.id, revision: 2 }, desk.officer))).toEqual({
      code: 'missing',
    });
    expect(now(desk.visitors.onSite({}, desk.officer, signal))).toEqual([]);
  });
});

describe('a draft', () => {
  const keep = (desk: TestStore, id: string, content: string, caller = desk.auxiliary) =>
    now(desk.drafts.keep({ id, form: 'visitor', content }, caller, signal));
  const pending = (desk: TestStore, caller = desk.auxiliary) =>
    now(desk.drafts.pending({ form: 'visitor' }, caller, signal));

  test('comes back as it was last kept, to its author alone', () => {
    const desk = openTestStore();
    const id = newDraft();
    keep(desk, id, '{"name":"张"}');
    desk.clock.forward({ seconds: 2 });
    keep(desk, id, '{"name":"张欣"}');
    expect(pending(desk)).toEqual({ id, content: '{"name":"张欣"}', keptAt: desk.clock.now() });
    expect(pending(desk, desk.officer)).toBeNull();
    expect(failureOfWork(() => keep(desk, id, 'x', desk.officer))).toEqual({ code: 'forbidden' });
    expect(failureOfWork(() => now(desk.drafts.drop({ id }, desk.officer, signal)))).toEqual({
      code: 'forbidden',
    });
    expect(pending(desk)).toMatchObject({ content: '{"name":"张欣"}' });
  });

  test('is consumed by its save: an autosave that comes late does not bring it back', () => {
    const desk = openTestStore();
    const id = newDraft();
    keep(desk, id, '{"name":"张欣"}');
    const row = register(desk, desk.auxiliary, named, id);
    expect(pending(desk)).toBeNull();
    keep(desk, id, '{"name":"张欣, 晚到"}');
    now(desk.drafts.drop({ id }, desk.auxiliary, signal));
    expect(pending(desk)).toBeNull();
    expect(register(desk, desk.auxiliary, named, id).id).toBe(row.id);
    expect(desk.store.raw.prepare('SELECT content, record FROM drafts WHERE id = ?').get(id)).toEqual({
      content: null,
      record: row.id,
    });
  });

  test('stays where its save was refused, and leaves no journal line', () => {
    const desk = openTestStore();
    const id = newDraft();
    const lines = desk.lines();
    keep(desk, id, '{"name":"张欣"}');
    expect(failureOfWork(() => register(desk, desk.auxiliary, { ...named, phone: '1' }, id))).toMatchObject({
      code: 'invalid',
    });
    expect(pending(desk)).toMatchObject({ id });
    expect(desk.lines()).toEqual(lines);
    now(desk.drafts.drop({ id }, desk.auxiliary, signal));
    expect(pending(desk)).toBeNull();
  });
});
