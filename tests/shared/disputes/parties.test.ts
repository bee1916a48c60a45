import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERSON_NAME_MAX } from '#shared/kernel/person-name.ts';
import {
  cleanParty,
  FULL_AGE,
  partiesIssues,
  PARTY_ADDRESS_MAX,
  partyInput,
  partyIssues,
  REPRESENTATIVES,
  shownName,
  SIDES,
  type Party,
} from '#shared/ledgers/disputes/parties.ts';
import { SEXES } from '#shared/ledgers/population/residents.ts';
import { partyA as someone, partyB as somebodyElse } from '#tests/support/dispute-words.ts';
import { flaws, messyText } from '#tests/support/typed-text.ts';

const DISPUTE = { violence: false } as const;
const VIOLENCE = { violence: true } as const;
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

/** Anything the schema lets through. */
const anyParty: fc.Arbitrary<Party> = fc.record({
  side: fc.constantFrom(...SIDES),
  residentId: fc.constantFrom(null, '07-000001', '07-000002'),
  name: messyText(PERSON_NAME_MAX),
  sex: fc.constantFrom(...SEXES),
  age: perhaps(fc.nat(130)),
  minor: fc.boolean(),
  phone: perhaps(messyText(30)),
  address: messyText(PARTY_ADDRESS_MAX),
  representative: fc.constantFrom(null, ...REPRESENTATIVES),
  representativeName: perhaps(messyText(PERSON_NAME_MAX)),
  representativePhone: perhaps(messyText(30)),
});

const child: Party = {
  ...someone,
  name: '李欣怡',
  age: 12,
  minor: true,
  representative: 'guardian',
  representativeName: '李小明',
};

describe('a party', () => {
  test('is the same when cleaned again', () => {
    fc.assert(
      fc.property(anyParty, (party) => {
        const once = cleanParty(party);
        expect(cleanParty(once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test('is a minor if the age says so, and where nobody knows it as was answered', () => {
    for (const minor of [false, true]) {
      expect(cleanParty({ ...someone, age: null, minor }).minor).toBe(minor);
      expect(cleanParty({ ...someone, age: FULL_AGE, minor }).minor).toBe(false);
      expect(cleanParty({ ...someone, age: FULL_AGE - 1, minor }).minor).toBe(true);
      expect(cleanParty({ ...someone, age: 0, minor }).minor).toBe(true);
    }
  });

  test('without a representative keeps nothing of one', () => {
    fc.assert(
      fc.property(anyParty, (party) => {
        const cleaned = cleanParty({ ...party, representative: null });
        expect(cleaned).toMatchObject({ representativeName: null, representativePhone: null });
      }),
    );
  });

  test('is refused field by field, with a word for each', () => {
    const table: readonly [Partial<Party>, string][] = [
      [{}, ''],
      [{ name: '' }, 'name required'],
      [{ name: '𠮷'.repeat(PERSON_NAME_MAX) }, ''],
      [{ name: '李'.repeat(PERSON_NAME_MAX + 1) }, 'name too-long'],
      [{ name: '李2' }, 'name characters'],
      [{ phone: '１３８ ００００ ５６７８' }, ''],
      [{ phone: ' - ' }, ''],
      [{ phone: '510600199001011234' }, 'phone not-a-phone'],
      [{ address: '𠮷'.repeat(PARTY_ADDRESS_MAX) }, ''],
      [{ address: '苑'.repeat(PARTY_ADDRESS_MAX + 1) }, 'address too-long'],
      [{ representative: 'agent' }, 'representativeName required'],
      [{ representative: 'agent', representativeName: ' ' }, 'representativeName required'],
      [{ representative: 'agent', representativeName: '王芳' }, ''],
      [{ representative: 'agent', representativeName: '王?' }, 'representativeName characters'],
      [
        { representative: 'agent', representativeName: '王芳', representativePhone: '1' },
        'representativePhone not-a-phone',
      ],
      // What stands under nobody's name is dropped before it is judged.
      [{ representativeName: '王?', representativePhone: '1' }, ''],
      // A company has brackets and digits in its name, and somebody who speaks for it.
      [{ name: '青禾（集团）3分公司' }, 'name characters'],
      [{ name: '青禾（集团）3分公司', representative: 'delegate', representativeName: '赵敏' }, ''],
      [{ name: '', representative: 'delegate', representativeName: '赵敏' }, 'name required'],
    ];
    for (const [change, issue] of table)
      expect({ change, issue: flaws(partyIssues(cleanParty({ ...someone, ...change }), DISPUTE)) }).toEqual({
        change,
        issue,
      });
  });
});

describe('a minor', () => {
  test('has a guardian at the table, and nobody in their place', () => {
    expect(partyIssues(child, DISPUTE)).toEqual([]);
    const alone = { ...child, representative: null, representativeName: null };
    expect(flaws(partyIssues(alone, DISPUTE))).toBe('representative guardian-needed');
    for (const representative of ['agent', 'delegate'] as const)
      expect(flaws(partyIssues({ ...child, representative }, DISPUTE))).toBe(
        'representative guardian-needed',
      );
    expect(flaws(partyIssues({ ...child, representativeName: null }, DISPUTE))).toBe(
      'representativeName required',
    );
  });

  test('who comes alone because of violence at home is not sent back for a guardian', () => {
    expect(partyIssues({ ...child, representative: null, representativeName: null }, VIOLENCE)).toEqual([]);
  });

  test('found among the parties corrects the answer to the question, at intake and later', () => {
    const parties = [child, somebodyElse];
    expect(flaws(partiesIssues(parties, { minor: false, violence: false }))).toBe('minor is-minor');
    expect(partiesIssues(parties, { minor: true, violence: false })).toEqual([]);
    // Answered and not yet named: the child may be added later.
    expect(partiesIssues([someone, somebodyElse], { minor: true, violence: false })).toEqual([]);
  });

  test('is shown by the first character, and by no more than that', () => {
    expect(shownName(child)).toBe('李××');
    expect(shownName({ name: '李欣', minor: true })).toBe('李×');
    expect(shownName({ name: '𠮷田欣怡', minor: true })).toBe('𠮷××');
    expect(shownName(someone)).toBe('张三丰');
    fc.assert(
      fc.property(anyParty, ({ name, minor }) => {
        const shown = shownName({ name, minor });
        if (!minor) expect(shown).toBe(name);
        else expect([...shown].slice(1).join('')).toMatch(/^×{0,2}$/);
      }),
    );
  });
});

describe('the parties together', () => {
  test('are two at least, on two sides, each once; of domestic violence one name is enough', () => {
    const table: readonly [readonly Party[], boolean, string][] = [
      [[], false, 'parties too-few'],
      [[someone], false, 'parties too-few, parties one-side'],
      [[someone, { ...somebodyElse, side: 'a' }], false, 'parties one-side'],
      [[someone, somebodyElse], false, ''],
      [[someone, { ...somebodyElse, side: 'd' }], false, ''],
      [[someone, somebodyElse, { ...somebodyElse, name: '王强' }], false, ''],
      [[], true, 'parties too-few'],
      [[someone], true, ''],
      [[someone, { ...somebodyElse, side: 'a' }], true, ''],
    ];
    for (const [parties, violence, issue] of table)
      expect({ parties, issue: flaws(partiesIssues(parties, { minor: false, violence })) }).toEqual({
        parties,
        issue,
      });
  });

  test('name a resident once; two people of one name are two', () => {
    const resident = { ...someone, residentId: '07-000009' };
    const other = { ...somebodyElse, residentId: '07-000009' };
    expect(flaws(partiesIssues([resident, other], { minor: false, violence: false }))).toBe('parties twice');
    expect(
      partiesIssues([someone, { ...somebodyElse, name: someone.name }], { minor: false, violence: false }),
    ).toEqual([]);
  });

  test('have the shape the contract asks for', () => {
    for (const party of [someone, somebodyElse, child])
      expect(partyInput.safeParse(party).success).toBe(true);
    expect(partyInput.safeParse({ ...someone, age: 131 }).success).toBe(false);
    expect(partyInput.safeParse({ ...someone, age: 12.5 }).success).toBe(false);
  });
});
