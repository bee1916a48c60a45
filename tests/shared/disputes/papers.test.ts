/** Which papers a matter has, for whom: over every standing that can be reached, with and without everything that may hang on it. */
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#shared/kernel/role.ts';
import {
  blankPapersOf,
  DISPUTE_PAPERS,
  papersOf,
  rolesOfPaper,
  type MatterOfPapers,
} from '#shared/ledgers/disputes/papers.ts';
import { AGREEMENT_KINDS } from '#shared/ledgers/disputes/records.ts';
import { isViolence } from '#shared/ledgers/disputes/stages.ts';
import { CIVIL, everyWay, newMatters, PUBLIC_ORDER } from '#tests/support/dispute-ways.ts';

const AGREEMENTS = [null, ...AGREEMENT_KINDS.map((kind) => ({ kind, form: 'written' as const }))];

const MATTERS: readonly MatterOfPapers[] = everyWay({ from: newMatters() }).standings.flatMap(
  ({ stage, route, result, answers }) =>
    AGREEMENTS.flatMap((agreement) =>
      [[], [{}]].map((some) => ({
        stage,
        route,
        result,
        answers,
        agreement,
        sessions: some,
        referrals: some,
        followUps: some,
      })),
    ),
);

const offered = (matter: MatterOfPapers, role: Role) =>
  papersOf(matter, role).flatMap(({ name, forms }) => forms.map((form) => `${name} ${form}`));

describe('the papers of a matter', () => {
  it('are of domestic violence only what the victim is told, and only an officer has it', () => {
    const violent = MATTERS.filter(({ stage }) => isViolence(stage));
    expect(violent.length).toBeGreaterThan(0);
    for (const matter of violent) {
      expect(offered(matter, 'officer')).toEqual(['violence-rights plain']);
      expect(offered(matter, 'auxiliary')).toEqual([]);
    }
    for (const matter of MATTERS)
      if (!isViolence(matter.stage))
        expect(offered(matter, 'officer')).not.toContain('violence-rights plain');
    expect(blankPapersOf('auxiliary')).not.toContain('violence-rights');
  });

  it('are for an auxiliary four, without what happened', () => {
    const found = new Set(MATTERS.flatMap((matter) => offered(matter, 'auxiliary')));
    expect([...found].toSorted()).toEqual([
      'dispute-acceptance plain',
      'dispute-court-notice plain',
      'dispute-referral plain',
      'dispute-rights plain',
    ]);
  });

  it('are nobody’s who does not work at the desk', () => {
    for (const role of ['administrator', 'auditor'] as const) {
      expect(MATTERS.flatMap((matter) => offered(matter, role))).toEqual([]);
      expect(blankPapersOf(role)).toEqual([]);
    }
    for (const name of DISPUTE_PAPERS)
      for (const role of ROLES) if (rolesOfPaper(name, 'whole').includes(role)) expect(role).toBe('officer');
  });

  it('have an agreement only where one was reached before an officer, in writing', () => {
    for (const matter of MATTERS) {
      const has = offered(matter, 'officer').includes('dispute-agreement whole');
      expect(has).toBe(matter.agreement?.kind === 'police-mediation' && !isViolence(matter.stage));
    }
  });

  it('lead to the court where it is civil, or where mediation came to nothing', () => {
    const matter: MatterOfPapers = {
      stage: 'telling',
      route: null,
      result: null,
      answers: CIVIL,
      sessions: [],
      referrals: [],
      followUps: [],
      agreement: null,
    };
    const tells = (changes: Partial<MatterOfPapers>) =>
      offered({ ...matter, ...changes }, 'auxiliary').includes('dispute-court-notice plain');
    expect(tells({})).toBe(true);
    expect(tells({ answers: PUBLIC_ORDER })).toBe(false);
    expect(tells({ answers: PUBLIC_ORDER, result: 'mediation-failed' })).toBe(true);
    expect(tells({ answers: PUBLIC_ORDER, result: 'not-performed' })).toBe(true);
  });

  it('ask for recognition only of what the police could have mediated', () => {
    for (const matter of MATTERS)
      if (offered(matter, 'officer').some((one) => one.startsWith('dispute-joint-application'))) {
        expect(matter.answers).toMatchObject({ nature: 'public-order', weapon: false, danger: false });
        expect(matter.route).not.toBe('transfer');
      }
  });
});
