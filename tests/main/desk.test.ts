/** The small rooms of the desk: Today, the auditor's view, preferences, cards, events. One office, its clock standing still. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA } from '#main/db/migrate.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { openTestOffice, PEOPLE, type TestOffice } from '#tests/support/office.ts';
import { enquiry, newDraft, TODAY } from '#tests/support/visits.ts';

let desk: TestOffice;
beforeAll(async () => {
  desk = await openTestOffice({ staffed: true });
});
afterAll(() => desk.dispose());

describe('an officer', () => {
  beforeAll(() => desk.signIn('officer'));

  test('finds on Today who is in the room, what is owed, and whether the clock of the PC went back', async () => {
    const { counter, clock } = desk;
    const owed = await counter.visitors.register({
      visit: { ...enquiry, name: '答应的', promisedOn: TODAY },
      draft: newDraft(),
    });
    const gone = await counter.visitors.register({
      visit: { ...enquiry, name: '走了的' },
      draft: newDraft(),
    });
    await counter.visitors.leave({ id: gone.id, revision: gone.revision });
    const today = await counter.today.summary({});
    expect(today).toMatchObject({
      day: TODAY,
      week: 48,
      visitsToday: 2,
      weekly: 'not-enrolled',
      clockBehindMinutes: 0,
    });
    expect(today.onSite.map(({ id }) => id)).toEqual([owed.id]);
    expect(today.owed.map(({ id }) => id)).toEqual([owed.id]);
    clock.forward({ minutes: -90 });
    expect(await counter.today.summary({})).toMatchObject({ clockBehindMinutes: 90 });
    clock.forward({ minutes: 90 });
  });

  test('hears which ledger changed, in order', async () => {
    const events = await desk.counter.events.watch({});
    const first = events.next();
    await new Promise((resolve) => setTimeout(resolve, 10));
    await desk.counter.visitors.register({ visit: enquiry, draft: newDraft() });
    expect((await first).value).toEqual({ kind: 'changed', room: 'visitors' });
    await events.return();
  });

  test('has their own preferences, which nobody else gets', async () => {
    await desk.counter.preferences.put({ name: 'visitors.columns', value: '["name"]' });
    await desk.counter.preferences.put({ name: 'visitors.columns', value: '[]' });
    expect(await desk.counter.preferences.all({})).toEqual({ 'visitors.columns': '[]' });
    expect(
      await failureOfCall(desk.counter.preferences.put({ name: '__proto__', value: '1' })),
    ).toMatchObject({ code: 'invalid' });
  });

  test('sees on the card what the office knows, with the office phone where somebody has none', async () => {
    const people = await desk.counter.cards.people({});
    expect(people.map(({ name }) => name)).toEqual([PEOPLE.officer.name, PEOPLE.auxiliary.name]);
    const [officer, auxiliary] = people;
    if (officer === undefined || auxiliary === undefined) throw new Error('two people');
    expect(await desk.counter.cards.preview({ staff: officer.id })).toMatchObject({
      officerName: '李建国',
      role: 'officer',
      phone: PEOPLE.officer.phone,
      issuedOn: TODAY,
      batch: 'C1-20261123-03',
    });
    expect(await desk.counter.cards.preview({ staff: auxiliary.id })).toMatchObject({
      role: 'auxiliary',
      phone: '',
    });
    expect(await failureOfCall(desk.counter.cards.preview({ staff: '07-000001' }))).toEqual({
      code: 'missing',
    });
    const order = { staff: officer.id, sheets: 1, bothSides: false };
    expect(await failureOfCall(desk.counter.cards.savePdf(order))).toEqual({ code: 'cancelled' });
    expect(await failureOfCall(desk.counter.cards.print(order))).toEqual({ code: 'no-printer' });
    expect(await failureOfCall(desk.counter.cards.print({ ...order, sheets: 51 }))).toMatchObject({
      code: 'invalid',
    });
  });

  test('is told what this installation is, and nothing about people', async () => {
    const about = await desk.counter.diagnostics.about({});
    expect(about).toMatchObject({ version: '0.1.0', shell: 'none', node: process.version, schema: SCHEMA });
    expect(about.sqlite).toMatch(/^3\.\d+.* · .+Multiple/i);
    expect(about.databaseBytes).toBeGreaterThan(4096);
  });
});

describe('an auditor', () => {
  beforeAll(() => desk.signIn('auditor'));

  test('reads who did what, page by page to the first line, without any value', async () => {
    const lines: number[] = [];
    let after: string | null = null;
    let text = '';
    do {
      const page: Awaited<ReturnType<typeof desk.counter.journal.page>> = await desk.counter.journal.page({
        after,
        rows: 4,
        ops: [],
      });
      expect(page.total).toBe(page.all);
      lines.push(...page.rows.map(({ n }) => n));
      text += JSON.stringify(page.rows);
      after = page.next;
    } while (after !== null);
    expect(lines).toEqual(lines.map((_, i) => lines.length - i));
    expect(text).toContain('promisedOn');
    for (const value of ['答应的', '走了的', PEOPLE.officer.phone]) expect(text).not.toContain(value);
  });

  test('filters by what was done, and is told of a place that does not exist', async () => {
    const made = await desk.counter.journal.page({ after: null, rows: 100, ops: ['I'] });
    expect(new Set(made.rows.map(({ op }) => op))).toEqual(new Set(['I']));
    expect(made.total).toBe(made.rows.length);
    expect(made.all).toBeGreaterThan(made.total);
    for (const after of ['x', '-1', '1e3', ''])
      expect(await failureOfCall(desk.counter.journal.page({ after, rows: 10, ops: [] }))).toEqual({
        code: 'invalid',
        issues: [{ field: 'after', rule: 'shape' }],
      });
  });

  test('proves the whole journal', async () => {
    const { lines, head } = await desk.counter.journal.verify({});
    expect(lines).toBeGreaterThan(10);
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    expect(await desk.counter.preferences.all({})).toEqual({});
  });
});
