/**
 * 登记: an officer writes down what a document says. It is none before the station says yes, but for a court order, which runs
 * at once. What was never one is forgotten, not kept.
 */
import { createHash } from 'node:crypto';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { type FieldIssue, orRefuse, refuse } from '#shared/kernel/failure.ts';
import { cleanPersonName } from '#shared/kernel/person-name.ts';
import { cleanNumber, cleanText } from '#shared/kernel/text-input.ts';
import { CATEGORIES, closedListText } from '#shared/ledgers/statutory/categories.ts';
import {
  cleanEntry,
  correctionFields,
  entryIssues,
  type Correction,
  type Entry,
} from '#shared/ledgers/statutory/entry.ts';
import { wasMinor } from '#shared/ledgers/statutory/term.ts';
import type { Desk } from '#main/db/journal.ts';
import { putFirstDuties } from './duties.ts';
import type { StatutoryRoom } from './room.ts';
import { statutoryMattersLedger, type DutyEntry, type MatterEntry } from './tables.ts';
import { mattersFor } from './visible.ts';

/** First 16 hex digits of the SHA-256 of the list that entries are made under. */
export const CLOSED_LIST = createHash('sha256').update(closedListText()).digest('hex').slice(0, 16);

const OF_A_DOCUMENT = ['category', 'issuer', 'documentNumber', 'name'] as const;
const CORRECTED: ReadonlySet<string> = new Set(Object.keys(correctionFields));

/** Cleaned; refuses what the rules refuse, and everything while there is no station that could answer. */
export function checkedEntry(room: StatutoryRoom, caller: Caller, input: Entry): Entry {
  const entry = cleanEntry(input);
  orRefuse([
    ...entryIssues(entry, room.today()),
    ...residentIssues(room, caller, entry),
    ...documentIssues(room, caller, entry),
  ]);
  if (!room.station.isPinned()) refuse({ code: 'not-enrolled' });
  return entry;
}

/** Minors are refused by what the population ledger knows too, whatever was typed. */
function residentIssues(
  { persons }: StatutoryRoom,
  caller: Caller,
  { residentId, documentDate, birthDate }: Entry,
): FieldIssue[] {
  if (residentId === null) return [];
  if (!persons.isVisible(caller, residentId)) return [{ field: 'residentId', rule: 'missing' }];
  const known = persons.birthDateOf(residentId);
  if (known === null || wasMinor(birthDate, documentDate)) return [];
  return wasMinor(known, documentDate) ? [{ field: 'birthDate', rule: 'minor' }] : [];
}

/** One document is one term: entered again it would be a longer one. A renewal is of one's own entry, by another document. */
function documentIssues(room: StatutoryRoom, caller: Caller, entry: Entry): FieldIssue[] {
  const mine = mattersFor(room, caller).map((matter) => matter.entry);
  const issues: FieldIssue[] = [];
  const isTwin = (one: MatterEntry) =>
    one.state !== 'denied' && OF_A_DOCUMENT.every((field) => one[field] === entry[field]);
  if (mine.some(isTwin)) issues.push({ field: 'documentNumber', rule: 'entered-before' });
  const { renews, category } = entry;
  const isRenewable = mine.some(
    (one) => one.id === renews && one.category === category && one.state === 'approved',
  );
  if (renews !== null && !isRenewable) issues.push({ field: 'renews', rule: 'missing' });
  return issues;
}

interface Origin {
  readonly source: MatterEntry['source'];
  readonly synthetic: boolean;
}

/** An entry and what is owed from the day on which it takes effect. */
export interface PutDown {
  readonly entry: MatterEntry;
  readonly duties: readonly DutyEntry[];
}

/** Puts a checked entry down; of a court order its duties with it. */
export function putEntry(
  desk: Desk,
  entry: Entry,
  officer: string,
  day: CalendarDay,
  origin: Origin,
): PutDown {
  const runsAtOnce = CATEGORIES[entry.category].approval === 'notice';
  const put = desk.put(statutoryMattersLedger, {
    ...entry,
    list: CLOSED_LIST,
    officer,
    enteredBy: officer,
    enteredOn: day,
    state: runsAtOnce ? 'approved' : 'provisional',
    decidedOn: runsAtOnce ? day : null,
    reviewer: '',
    secondReviewer: '',
    denial: '',
    endedOn: null,
    endHow: null,
    noticeOn: null,
    ...origin,
  });
  return { entry: put, duties: runsAtOnce ? putFirstDuties(desk, put, day) : [] };
}

/**
 * A correction, cleaned. A birth date that makes a minor is no mistake to be refused: it is what the correction is for, and
 * from then on nobody sees the entry.
 */
export function checkedCorrection(
  entry: MatterEntry,
  correction: Correction,
  today: CalendarDay,
): Correction {
  const cleaned = {
    name: cleanPersonName(correction.name),
    birthDate: correction.birthDate,
    leadBody: cleanText(correction.leadBody),
    leadContact: cleanPersonName(correction.leadContact),
    leadPhone: cleanNumber(correction.leadPhone),
  };
  const issues = entryIssues({ ...entry, ...cleaned }, today);
  orRefuse(issues.filter(({ field, rule }) => CORRECTED.has(field) && rule !== 'minor'));
  return cleaned;
}
