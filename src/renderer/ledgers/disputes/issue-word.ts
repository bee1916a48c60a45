/** Which sentence a refused field gets. Every rule of the ledger has one; what is not known asks for a change all the same. */
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { DEED_FLAWS, type DeedFlaw } from '#shared/ledgers/disputes/deeds.ts';
import { QUESTIONS } from '#shared/ledgers/disputes/questions.ts';
import type { zh } from './issues-text.ts';

type IssueName = keyof (typeof zh)['issues'];

export type IssueWord =
  { readonly kind: 'flaw'; readonly flaw: DeedFlaw } | { readonly kind: 'issue'; readonly word: IssueName };

/** Rules with one sentence, whatever the field. */
const BY_RULE: Readonly<Record<string, IssueName>> = {
  label: 'label',
  'too-long': 'tooLong',
  future: 'future',
  past: 'past',
  'too-far': 'tooFar',
  'before-start': 'beforeStart',
  unread: 'unread',
  'not-civil': 'notCivil',
  'officer-needed': 'officerNeeded',
  'too-few': 'tooFew',
  'one-side': 'oneSide',
  twice: 'twice',
  'too-many': 'tooMany',
  'is-minor': 'isMinor',
  'not-a-phone': 'phone',
  characters: 'nameCharacters',
  'must-be-written': 'mustBeWritten',
  missing: 'missing',
  'by-escalation': 'level',
  stays: 'stays',
  clock: 'clock',
  'not-an-amount': 'amount',
  'up-only': 'upOnly',
  'turned-already': 'turned',
};

/** What is said where a field is empty that must not be. */
const REQUIRED: Readonly<Record<string, IssueName>> = {
  place: 'place',
  summary: 'summary',
  officer: 'officer',
  gridWorker: 'gridWorker',
  name: 'name',
  representativeName: 'name',
  bodyName: 'bodyName',
  partiesKnow: 'partiesKnow',
};

export function issueWord({ field, rule }: FieldIssue): IssueWord {
  const issue = (word: IssueName): IssueWord => ({ kind: 'issue', word });
  // `parties.1.name` is a name.
  const own = field.split('.').at(-1) ?? field;
  const flaw = DEED_FLAWS.find((one) => one === rule);
  if (field === 'deed' && flaw !== undefined) return { kind: 'flaw', flaw };
  if (rule === 'guardian-needed')
    return issue(own === 'guardianPresent' ? 'guardianPresent' : 'guardianNeeded');
  if (rule === 'required') {
    const isQuestion = QUESTIONS.some((one) => one === own);
    return issue(isQuestion ? 'answer' : (REQUIRED[own] ?? 'required'));
  }
  const word = BY_RULE[rule];
  if (word !== undefined) return issue(word);
  return flaw === undefined ? issue('notAccepted') : { kind: 'flaw', flaw };
}
