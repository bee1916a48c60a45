/** No note is a list of people: what is typed at the counter carries no label, whichever field or reason it is typed into. */
import { describe, expect, test } from 'vitest';
import { failureOfCall } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const labelAt = (field: string) => ({ code: 'invalid', issues: [{ field, rule: 'label' }] });

describe('through the counter', () => {
  test('a label is refused in a note, in a reason and over the door, and nothing is written', async () => {
    const desk = await openTestOffice({ staffed: true });
    try {
      await desk.signIn('officer');
      const visit = { ...enquiry, matter: 'help', summary: '咨询办证' } as const;
      const { counter } = desk;
      const register = (summary: string) =>
        counter.visitors.register({ visit: { ...visit, summary }, draft: newDraft() });
      expect(await failureOfCall(register('上访户来访'))).toEqual(labelAt('summary'));
      const { id, revision } = await register(visit.summary);
      const retire = (reason: string) => counter.visitors.retire({ id, revision, reason });
      expect(await failureOfCall(retire('此人为重点人员'))).toEqual(labelAt('reason'));
      await retire('登记错误');
      await desk.signIn('administrator');
      const {
        revision: seen,
        code: _code,
        backupFolder: _folder,
        ...fields
      } = await desk.counter.office.profile({});
      const amend = (hours: string) =>
        desk.counter.office.amend({ revision: seen, fields: { ...fields, hours } });
      expect(await failureOfCall(amend('重点人员每日报到'))).toEqual(labelAt('hours'));
      expect((await amend('8:00—22:00')).hours).toBe('8:00—22:00');
    } finally {
      await desk.dispose();
    }
  });
});
