import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDefinedError, safe } from '@orpc/client';
import { failureSchema, type Failure } from '#shared/kernel/failure.ts';
import type { VisitInput } from '#shared/ledgers/visitors.ts';
import { openTestOffice, type TestOffice } from '#tests/support/office.ts';

let desk: TestOffice;
beforeEach(async () => {
  desk = await openTestOffice();
});
afterEach(() => desk.dispose());

const visit: VisitInput = {
  name: '张欣', phone: '１５４ ０００１ ５６７８', people: 1, matter: 'residence', summary: null,
  papersChecked: false, result: null, referredTo: null, promisedOn: null,
};

test('smoke', async () => {
  await desk.signIn('auxiliary');
  const row = await desk.counter.visitors.register({ visit, draft: 'd12345678' });
  expect(row.phoneMasked).toBe('154····5678');
  const [error] = await safe(desk.counter.staff.add({ name: 'x', role: 'officer', badgeNo: '', phone: '', login: 'abc', password: 'x' }));
  console.log(isDefinedError(error) && error.data);
  console.log(await desk.counter.history.of({ ledger: 'visitors', id: row.id }));
  console.log(await desk.counter.visitors.list({ after: null, rows: 10, filter: { states: [], matters: [], from: null, to: null, onSite: false, owed: false }, sort: { by: 'arrivedAt', descending: true } }));
  console.log(await desk.counter.today.summary({}), await desk.counter.weekly.status({}));
  await desk.signIn('officer');
  console.log(await desk.counter.journal.verify({}));
});
