import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { AGREEMENT_KINDS } from '#shared/ledgers/disputes/records.ts';
import * as records from '#shared/ledgers/disputes/records.ts';
import { agreement, reached as followUp, referral, session } from '#tests/support/dispute-words.ts';
import { flaws, messyText } from '#tests/support/typed-text.ts';
import { TODAY } from '#tests/support/visits.ts';

const YESTERDAY = addDays(TODAY, -1);
const TOMORROW = addDays(TODAY, 1);
const NO_DAYS = ['2026-02-30', '昨天', '2026-1-1'];

const answer: records.ReferralAnswer = { answeredOn: TODAY, outcome: 'settled', answer: '' };
describe('a session', () => {
  const flawsOf = (change: Partial<records.SessionInput>, minor = false) =>
    flaws(records.sessionIssues(records.cleanSession({ ...session, ...change }), minor));

  test('is refused field by field, with a word for each', () => {
    expect(flawsOf({})).toBe('');
    for (const field of ['heldOn', 'place', 'course'] as const)
      expect(flawsOf({ [field]: '' })).toBe(`${field} required`);
    for (const heldOn of NO_DAYS) expect(flawsOf({ heldOn })).toBe('heldOn unread');
    for (const field of ['place', 'present', 'recording'] as const) {
      expect(flawsOf({ [field]: '𠮷'.repeat(records.PRESENT_MAX) })).toBe('');
      expect(flawsOf({ [field]: '室'.repeat(records.PRESENT_MAX + 1) })).toBe(`${field} too-long`);
    }
    expect(flawsOf({ course: '𠮷'.repeat(records.RECORD_TEXT_MAX) })).toBe('');
    expect(flawsOf({ course: '述'.repeat(records.RECORD_TEXT_MAX + 1) })).toBe('course too-long');
  });

  test('ends after it began, where somebody looked at the clock', () => {
    expect(flawsOf({ from: '10:00', to: '09:59' })).toBe('to before-start');
    expect(flawsOf({ from: '10:00', to: '10:00' })).toBe('');
    expect(flawsOf({ from: '10:00', to: '' })).toBe('');
    expect(flawsOf({ from: '', to: '09:59' })).toBe('');
    for (const from of ['24:00', '9:00', '10:60', '十点'])
      expect(records.sessionInput.safeParse({ ...session, from }).success).toBe(false);
  });

  test('with a minor is not held without a guardian', () => {
    expect(flawsOf({}, true)).toBe('guardianPresent guardian-needed');
    expect(flawsOf({ guardianPresent: true }, true)).toBe('');
    expect(flawsOf({ guardianPresent: false }, false)).toBe('');
  });
});

describe('an agreement', () => {
  const flawsOf = (
    change: Partial<records.AgreementInput>,
    kind: records.AgreementKind = 'police-mediation',
  ) => flaws(records.agreementIssues(records.cleanAgreement({ ...agreement, ...change }), kind, TODAY));

  test('in writing has every one of its contents', () => {
    expect(flawsOf({})).toBe('');
    for (const field of ['agreedOn', 'facts', 'terms', 'performBy', 'manner'] as const)
      for (const kind of AGREEMENT_KINDS) expect(flawsOf({ [field]: '' }, kind)).toBe(`${field} required`);
  });

  test('before the police is in writing; before a committee or among the parties it may be by word of mouth', () => {
    const oral = { form: 'oral', facts: '', manner: '' } as const;
    expect(flawsOf(oral, 'police-mediation')).toBe('form must-be-written');
    expect(flawsOf(oral, 'people-mediation')).toBe('');
    expect(flawsOf(oral, 'self-settlement')).toBe('');
    for (const field of ['agreedOn', 'terms', 'performBy'] as const)
      expect(flawsOf({ ...oral, [field]: '' }, 'self-settlement')).toBe(`${field} required`);
  });

  test('was made on a day that came, and is performed on that day or later', () => {
    expect(flawsOf({ agreedOn: TOMORROW, performBy: addDays(TODAY, 9) })).toBe('agreedOn future');
    expect(flawsOf({ performBy: TODAY })).toBe('');
    expect(flawsOf({ performBy: YESTERDAY })).toBe('performBy past');
    for (const day of NO_DAYS) {
      expect(flawsOf({ agreedOn: day })).toBe('agreedOn unread');
      expect(flawsOf({ performBy: day })).toBe('performBy unread');
    }
  });

  test('is as long as its sheet, counted in characters', () => {
    for (const [field, max] of [
      ['facts', records.RECORD_TEXT_MAX],
      ['terms', records.TERMS_MAX],
      ['manner', records.REQUEST_MAX],
    ] as const) {
      expect(flawsOf({ [field]: '𠮷'.repeat(max) })).toBe('');
      expect(flawsOf({ [field]: '赔'.repeat(max + 1) })).toBe(`${field} too-long`);
    }
  });
});

describe('a referral', () => {
  const flawsOf = (change: Partial<records.ReferralInput>) =>
    flaws(records.referralIssues(records.cleanReferral({ ...referral, ...change }), TODAY));

  test('says what is asked, of whom, and until when; the parties know', () => {
    expect(flawsOf({})).toBe('');
    expect(flawsOf({ request: ' \n' })).toBe('request required');
    expect(flawsOf({ dueOn: '' })).toBe('dueOn required');
    expect(flawsOf({ partiesKnow: false })).toBe('partiesKnow required');
    expect(flawsOf({ body: 'other' })).toBe('bodyName required');
    expect(flawsOf({ body: 'other', bodyName: '青禾镇司法所' })).toBe('');
    expect(flawsOf({ bodyName: '司'.repeat(records.REQUEST_MAX + 1) })).toBe('bodyName too-long');
    expect(flawsOf({ request: '请'.repeat(records.REQUEST_MAX + 1) })).toBe('request too-long');
    expect(flawsOf({ request: '𠮷'.repeat(records.REQUEST_MAX) })).toBe('');
  });

  test('is given a month at most', () => {
    expect(flawsOf({ dueOn: TODAY })).toBe('');
    expect(flawsOf({ dueOn: YESTERDAY })).toBe('dueOn past');
    expect(flawsOf({ dueOn: addDays(TODAY, records.REFERRAL_DAYS_MAX) })).toBe('');
    expect(flawsOf({ dueOn: addDays(TODAY, records.REFERRAL_DAYS_MAX + 1) })).toBe('dueOn too-far');
    for (const dueOn of NO_DAYS) expect(flawsOf({ dueOn })).toBe('dueOn unread');
  });

  test('is answered between the day it was sent and today', () => {
    const flawsOfAnswer = (change: Partial<records.ReferralAnswer>) =>
      flaws(
        records.referralAnswerIssues(records.cleanReferralAnswer({ ...answer, ...change }), YESTERDAY, TODAY),
      );
    expect(flawsOfAnswer({})).toBe('');
    expect(flawsOfAnswer({ answeredOn: YESTERDAY })).toBe('');
    expect(flawsOfAnswer({ answeredOn: addDays(TODAY, -2) })).toBe('answeredOn before-start');
    expect(flawsOfAnswer({ answeredOn: TOMORROW })).toBe('answeredOn future');
    expect(flawsOfAnswer({ answeredOn: '' })).toBe('answeredOn required');
    for (const answeredOn of NO_DAYS) expect(flawsOfAnswer({ answeredOn })).toBe('answeredOn unread');
    expect(flawsOfAnswer({ answer: '复'.repeat(records.REQUEST_MAX + 1) })).toBe('answer too-long');
  });
});

describe('a follow-up visit', () => {
  const flawsOf = (change: Partial<records.FollowUpInput>) =>
    flaws(records.followUpIssues(records.cleanFollowUp({ ...followUp, ...change }), YESTERDAY, TODAY));

  test('was made after the parties were told, and not tomorrow', () => {
    expect(flawsOf({})).toBe('');
    expect(flawsOf({ doneOn: YESTERDAY })).toBe('');
    expect(flawsOf({ doneOn: addDays(TODAY, -2) })).toBe('doneOn before-start');
    expect(flawsOf({ doneOn: TOMORROW })).toBe('doneOn future');
    expect(flawsOf({ doneOn: '' })).toBe('doneOn required');
    for (const doneOn of NO_DAYS) expect(flawsOf({ doneOn })).toBe('doneOn unread');
    expect(flawsOf({ note: '访'.repeat(records.REQUEST_MAX + 1) })).toBe('note too-long');
  });

  test('that found nobody says nothing of how content they are', () => {
    for (const satisfied of ['yes', 'no', 'not-asked'] as const) {
      const found = records.cleanFollowUp({ ...followUp, finding: 'not-reached', satisfied });
      expect(found.satisfied).toBe('not-asked');
      expect(records.cleanFollowUp({ ...followUp, satisfied }).satisfied).toBe(satisfied);
    }
  });
});

test('every record is the same when cleaned again, and keeps the shape the contract asks for', () => {
  const text = messyText(100);
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const written = [
        [records.cleanSession, records.sessionInput, { ...session, place: one, present: two, course: three }],
        [records.cleanSession, records.sessionInput, { ...session, recording: one }],
        [
          records.cleanAgreement,
          records.agreementInput,
          { ...agreement, facts: one, terms: two, manner: three },
        ],
        [records.cleanReferral, records.referralInput, { ...referral, bodyName: one, request: two }],
        [records.cleanReferralAnswer, records.referralAnswerInput, { ...answer, answer: one }],
        [records.cleanFollowUp, records.followUpInput, { ...followUp, note: one, finding: 'not-reached' }],
      ] as const;
      for (const [clean, schema, input] of written) {
        const once = (clean as (value: unknown) => unknown)(input);
        expect((clean as (value: unknown) => unknown)(once)).toEqual(once);
        expect(schema.safeParse(once).success).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
