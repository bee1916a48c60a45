import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import {
  CARE_CODES,
  CARE_HELP,
  CARE_SEALED_DAYS,
  CARE_STATES,
  careEndsOn,
  careFields,
  careInput,
  careIssues,
  careOverOn,
  cleanCare,
  endsCare,
  HELP_OF,
  isCareHeld,
  mayRenew,
  OFF_BY_DEFAULT,
  offeredCare,
  showsDeskLine,
  type Care,
} from '#shared/ledgers/care/care.ts';
import { OUT_STATES } from '#shared/ledgers/population/residents.ts';
import { anyDay } from '#tests/support/statutory-entries.ts';
import { TODAY } from '#tests/support/visits.ts';

const lonely: Care = {
  category: 'CA01',
  residentId: '07-000123',
  consentBy: 'self',
  guardianName: '',
  signedOn: '2026-11-20',
  help: 'look-in',
  contact: 'family',
  contactName: '何敏',
  contactPhone: '15400000041',
  deskLine: true,
};
const offered = offeredCare(false);

const issuesOf = (
  changes: Partial<Care>,
  { birthDate = '1944-05-02', all = false }: { birthDate?: string | null; all?: boolean } = {},
) =>
  careIssues(cleanCare({ ...lonely, ...changes }), {
    today: TODAY,
    birthDate,
    offered: all ? CARE_CODES : offered,
  });

describe('a consent to be cared for', () => {
  test('needs a signed paper of a day that is not to come, and neither reason nor diagnosis', () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ signedOn: '' })).toEqual([{ field: 'signedOn', rule: 'required' }]);
    expect(issuesOf({ signedOn: '2026-02-30' })).toEqual([{ field: 'signedOn', rule: 'required' }]);
    expect(issuesOf({ signedOn: '2026-11-24' })).toEqual([{ field: 'signedOn', rule: 'in-future' }]);
    expect(Object.keys(careFields)).toEqual(Object.keys(lonely));
    expect(careInput.safeParse(lonely).success).toBe(true);
  });

  test('lasts twelve months from the day it was signed and not a day longer', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5, max: 500 }), (signedOn, days) => {
        const endsOn = careEndsOn(signedOn);
        expect(endsOn).toBe(addMonths(signedOn, 12));
        const today = addDays(endsOn, days);
        for (const state of CARE_STATES) {
          if (days >= 0) expect(isCareHeld({ state, endsOn }, today)).toBe(false);
          if (days >= 0) expect(showsDeskLine({ state, endsOn, deskLine: true }, today)).toBe(false);
        }
        const rules = careIssues({ ...lonely, signedOn }, { today, birthDate: null, offered });
        expect(rules.some(({ rule }) => rule === 'over')).toBe(days >= 0);
      }),
    );
    expect(careEndsOn('2028-02-29')).toBe('2029-02-28');
    expect(CARE_SEALED_DAYS).toBe(30);
  });

  test('offers under each heading the help that belongs to it and no other', () => {
    for (const category of CARE_CODES)
      for (const help of CARE_HELP) {
        const refused = issuesOf({ category, help }, { all: true }).some(({ field }) => field === 'help');
        expect({ category, help, refused }).toEqual({
          category,
          help,
          refused: !HELP_OF[category].includes(help),
        });
      }
    expect(HELP_OF.CA04).toEqual(['refer']);
    expect(HELP_OF.CA05).not.toContain('look-in');
  });

  test('CA06 释放后自愿帮扶 is off until an administrator switches it on', () => {
    expect(OFF_BY_DEFAULT).toEqual(['CA06']);
    expect(offeredCare(false)).toEqual(['CA01', 'CA02', 'CA03', 'CA04', 'CA05']);
    expect(offeredCare(true)).toEqual([...CARE_CODES]);
    const after = { category: 'CA06', help: 'call' } as const;
    expect(issuesOf(after)).toEqual([{ field: 'category', rule: 'not-offered' }]);
    expect(issuesOf(after, { all: true })).toEqual([]);
  });

  test('of a child under fourteen is a guardian’s: a child does not consent', () => {
    const child = { birthDate: '2012-11-24' };
    expect(issuesOf({}, child)).toEqual([{ field: 'consentBy', rule: 'guardian-needed' }]);
    expect(issuesOf({ consentBy: 'guardian', guardianName: '何敏' }, child)).toEqual([]);
    expect(issuesOf({}, { birthDate: '2012-11-23' })).toEqual([]);
    expect(issuesOf({}, { birthDate: null })).toEqual([]);
  });

  test('by a guardian names the guardian, and by the person nobody else', () => {
    expect(issuesOf({ consentBy: 'guardian' })).toEqual([{ field: 'guardianName', rule: 'required' }]);
    expect(cleanCare({ ...lonely, guardianName: '何敏' }).guardianName).toBe('');
    expect(cleanCare({ ...lonely, consentBy: 'guardian', guardianName: ' 何 敏 ' }).guardianName).toBe(
      '何敏',
    );
  });

  test('says whom to call, by a name and a number that are one', () => {
    expect(issuesOf({ contactName: '' })).toEqual([{ field: 'contactName', rule: 'required' }]);
    expect(issuesOf({ contactName: '儿子（有病）1' })).toEqual([
      { field: 'contactName', rule: 'characters' },
    ]);
    expect(issuesOf({ contactPhone: '' })).toEqual([{ field: 'contactPhone', rule: 'required' }]);
    expect(issuesOf({ contactPhone: '12' })).toEqual([{ field: 'contactPhone', rule: 'not-a-phone' }]);
    expect(cleanCare({ ...lonely, contactPhone: '１５４-0000 0041' }).contactPhone).toBe('15400000041');
  });
});

describe('the one line at the front desk', () => {
  test('is read while it is approved, agreed to and not over; in no other case', () => {
    for (const state of CARE_STATES)
      for (const deskLine of [true, false])
        for (const endsOn of ['2026-11-23', '2026-11-24'])
          expect({
            state,
            deskLine,
            endsOn,
            shows: showsDeskLine({ state, deskLine, endsOn }, TODAY),
          }).toEqual({
            state,
            deskLine,
            endsOn,
            shows: state === 'approved' && deskLine && endsOn === '2026-11-24',
          });
  });

  test('is gone with the withdrawal, on the same day', () => {
    expect(isCareHeld({ state: 'withdrawn', endsOn: '2027-11-20' }, TODAY)).toBe(false);
    expect(isCareHeld({ state: 'waiting', endsOn: '2027-11-20' }, TODAY)).toBe(true);
    expect(isCareHeld({ state: 'approved', endsOn: '2027-11-20' }, TODAY)).toBe(true);
  });
});

describe('a consent ends before its day', () => {
  test('with the withdrawal, or when the person died or moved away: whichever comes first', () => {
    const endsOn = '2027-11-20';
    expect(careOverOn({ endsOn, withdrawnOn: null }, null)).toBe(endsOn);
    expect(careOverOn({ endsOn, withdrawnOn: '2027-02-01' }, null)).toBe('2027-02-01');
    expect(careOverOn({ endsOn, withdrawnOn: '2027-02-01' }, '2027-01-01')).toBe('2027-01-01');
    expect(careOverOn({ endsOn, withdrawnOn: null }, '2028-01-01')).toBe(endsOn);
    expect(OUT_STATES.filter(endsCare)).toEqual(['dead', 'moved']);
    expect(endsCare(null)).toBe(false);
  });

  test('and is renewed by a new paper in its last thirty days only', () => {
    const held = { endsOn: '2026-12-23' };
    expect(mayRenew(held, { endsOn: '2027-11-23' }, '2026-11-23')).toBe(true);
    expect(mayRenew(held, { endsOn: '2027-11-22' }, '2026-11-22')).toBe(false);
    expect(mayRenew(held, { endsOn: '2026-12-23' }, '2026-12-01')).toBe(false);
  });
});
