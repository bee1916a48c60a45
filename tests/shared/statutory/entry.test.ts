import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, CATEGORY_CODES, DECIDING_BODIES } from '#shared/ledgers/statutory/categories.ts';
import { DOCUMENT_NUMBER_MAX } from '#shared/ledgers/statutory/document-number.ts';
import { AGREEMENT_DAYS } from '#shared/ledgers/statutory/duties.ts';
import {
  BODY_NAME_MAX,
  cleanEntry,
  correctionFields,
  entryInput,
  entryIssues,
  goesByAgreement,
  type Entry,
} from '#shared/ledgers/statutory/entry.ts';
import { anyCategory, anyDay, entryOf } from '#tests/support/statutory-entries.ts';
import { TODAY } from '#tests/support/visits.ts';

const issues = (category: (typeof CATEGORY_CODES)[number], changes: Partial<Entry>) =>
  entryIssues(entryOf(category, changes), TODAY);

describe('an entry', () => {
  test.each(CATEGORY_CODES)('of %s that says what the document says may be saved', (category) => {
    expect(issues(category, {})).toEqual([]);
    expect(entryInput.safeParse(entryOf(category)).success).toBe(true);
  });

  test.each<[keyof Entry, Partial<Entry>, string]>([
    ['name', { name: '' }, 'required'],
    ['name', { name: '何远（重点人员）' }, 'characters'],
    ['name', { name: '何'.repeat(51) }, 'too-long'],
    ['birthDate', { birthDate: '' }, 'required'],
    ['birthDate', { birthDate: '1987-02-30' }, 'required'],
    ['birthDate', { birthDate: '2026-11-24' }, 'required'],
    ['birthDate', { birthDate: '2010-01-01' }, 'minor'],
    ['issuer', { issuer: '' }, 'required'],
    ['issuer', { issuer: '青禾'.repeat(20) + '法院' }, 'too-long'],
    ['issuer', { issuer: '此人有前科，须防范' }, 'not-a-body'],
    ['issuer', { issuer: '王警官' }, 'not-a-body'],
    ['documentNumber', { documentNumber: '' }, 'required'],
    ['documentNumber', { documentNumber: '见原件' }, 'not-a-number'],
    ['documentNumber', { documentNumber: '多次上访,重点盯防1' }, 'not-a-number'],
    ['documentNumber', { documentNumber: `青公${'1'.repeat(39)}` }, 'not-a-number'],
    ['documentDate', { documentDate: '' }, 'required'],
    ['documentDate', { documentDate: '2026-11-24' }, 'in-future'],
    ['startsOn', { startsOn: '2026-11-19', endsOn: '2027-01-01' }, 'before-document'],
    ['startsOn', { startsOn: '2026-02-30', endsOn: '2027-01-01' }, 'not-a-day'],
    ['endsOn', { endsOn: '' }, 'not-a-day'],
    ['endsOn', { endsOn: '2026-11-20' }, 'before-start'],
    ['endsOn', { endsOn: '2027-11-21' }, 'beyond-cap'],
    ['endsOn', { endsOn: '2026-11-23' }, 'over'],
    ['leadBody', { leadBody: '' }, 'required'],
    ['leadBody', { leadBody: '危险等级甲' }, 'not-a-body'],
    ['leadContact', { leadContact: '周明 13点后' }, 'characters'],
    ['leadPhone', { leadPhone: '12' }, 'not-a-phone'],
  ])('is refused at %s (%o): %s', (field, changes, rule) => {
    expect(issues('SM01', changes)).toContainEqual({ field, rule });
  });

  test.each<[keyof Entry, Partial<Entry>, string]>([
    ['protectedName', { protectedName: '' }, 'required'],
    ['protectedName', { protectedName: '林晓，住胜利路8号' }, 'characters'],
    ['protectedPhone', { protectedPhone: '胜利路8号' }, 'not-a-phone'],
  ])('that protects somebody is refused at %s (%o): %s', (field, changes, rule) => {
    for (const category of ['SM07', 'SM08'] as const)
      expect(issues(category, changes)).toContainEqual({ field, rule });
  });

  test('is of a body that may decide on it, and of no other', () => {
    for (const category of CATEGORY_CODES)
      for (const issuerKind of DECIDING_BODIES) {
        const refused = issues(category, { issuerKind }).some(({ field }) => field === 'issuerKind');
        expect({ category, issuerKind, refused }).toEqual({
          category,
          issuerKind,
          refused: !CATEGORIES[category].decidedBy.includes(issuerKind),
        });
      }
  });

  test('names bodies and documents as they are called', () => {
    for (const issuer of ['青禾县人民法院', '青禾县公安局禁毒大队', '青禾镇社区矫正中心', '青禾县人民检察院'])
      expect(issues('SM01', { issuer })).toEqual([]);
    for (const documentNumber of ['青公取保字〔2026〕12号', '(2026)川0199刑保1号', '青公（治）告诫[2026]7号'])
      expect(issues('SM01', { documentNumber })).toEqual([]);
    expect(issues('SM01', { issuer: `${'青'.repeat(BODY_NAME_MAX - 2)}法院` })).toEqual([]);
    expect(issues('SM01', { documentNumber: '1'.repeat(DOCUMENT_NUMBER_MAX) })).toEqual([]);
  });

  test('may go without a telephone and without somebody to ask for', () => {
    expect(issues('SM01', { leadContact: '', leadPhone: '' })).toEqual([]);
    expect(issues('SM08', { protectedPhone: '' })).toEqual([]);
  });
});

describe('cleaning an entry', () => {
  test('leaves out a protected person where nobody is protected, and an agreement where there is none', () => {
    for (const category of CATEGORY_CODES) {
      const typed = entryOf(category, {
        protectedName: '林晓',
        protectedPhone: '15400000032',
        everyDays: 14,
      });
      const { protects } = CATEGORIES[category];
      expect([typed.protectedName, typed.protectedPhone]).toEqual(
        protects ? ['林晓', '15400000032'] : ['', ''],
      );
      expect(typed.everyDays).toBe(goesByAgreement(category) ? 14 : null);
    }
    expect(CATEGORY_CODES.filter(goesByAgreement)).toEqual(['SM05', 'SM06']);
    expect(entryOf('SM05').everyDays).toBe(AGREEMENT_DAYS.usual);
  });

  test('takes away full-width digits and stray spaces, and changes nothing the second time', () => {
    const typed = entryOf('SM08', {
      name: ' 何　远 ',
      documentNumber: ' (2026) 川0199 民保令 1号 ',
      leadPhone: '１５４ ０００００ ０３１',
    });
    expect(typed).toMatchObject({
      name: '何远',
      documentNumber: '(2026)川0199民保令1号',
      leadPhone: '15400000031',
    });
    fc.assert(
      fc.property(
        anyCategory,
        anyDay,
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('', '2027-01-01', '明天'),
        (category, startsOn, text, endsOn) => {
          const words = { name: text, issuer: text, documentNumber: text, leadBody: text, leadContact: text };
          const once = entryOf(category, {
            ...words,
            startsOn,
            endsOn,
            leadPhone: text,
            protectedName: text,
          });
          expect(cleanEntry(once)).toEqual(once);
        },
      ),
    );
  });
});

test('what may be put right is who it is and whom to ask, never the document or its term', () => {
  expect(Object.keys(correctionFields)).toEqual([
    'name',
    'birthDate',
    'leadBody',
    'leadContact',
    'leadPhone',
  ]);
});
