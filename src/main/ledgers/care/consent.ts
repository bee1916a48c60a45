/**
 * A consent from the signed paper to its end: entered, looked at by an officer, declined, withdrawn. Whoever enters or
 * withdraws for somebody else's eyes learns nothing of what there is already; only officers are told.
 */
import type { Caller } from '#shared/kernel/caller.ts';
import { type FieldIssue, orRefuse, refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import {
  careEndsOn,
  careIssues,
  cleanCare,
  mayRenew,
  offeredCare,
  type Care,
} from '#shared/ledgers/care/care.ts';
import type { Desk } from '#main/db/journal.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import type { CarePerson } from './ports.ts';
import { careOf, findCare, seenCare } from './reading.ts';
import { dayIn, type CareRoom } from './room.ts';
import { careConsentsLedger, type CareEntry } from './table.ts';

/** A record at the revision that a person saw. */
interface Seen {
  readonly id: string;
  readonly revision: number;
}

export function enterCare(room: CareRoom, caller: Caller, input: Care, draft: string): void {
  const made = recordOfDraft(room.db, caller, draft);
  // An entry that was declined since does not count as saved: the person pressed save again.
  if (made !== null && findCare(room, made) !== null) return;
  const care = cleanCare(input);
  const person = room.people.seenBy(caller, care.residentId);
  const issues = person === null ? [missingPerson] : issuesOf(room, care, person);
  // At the desk nobody is told what somebody has consented to before: the officer who looks at the paper is.
  if (person !== null && caller.role === 'officer')
    issues.push(...heldIssues(heldLike(room, care, person), care, dayIn(room)));
  orRefuse(issues);
  room.journal.write(caller, (desk) => {
    const record = desk.put(careConsentsLedger, {
      ...care,
      endsOn: careEndsOn(care.signedOn),
      state: 'waiting',
      enteredBy: caller.staff,
      approvedBy: null,
      withdrawnOn: null,
      source: 'desk',
      synthetic: isSyntheticOffice(room.officeCode),
    });
    consumeDraft(desk, caller, draft, 'care', record.id);
  });
}

/**
 * A second officer looks at the paper; where there is none, the one there is may do both. What was in force of the same kind
 * ends with it.
 */
export function approveCare(room: CareRoom, caller: Caller, seen: Seen): void {
  const entry = waiting(room, seen);
  const person = room.people.personOf(entry.residentId) ?? refuse({ code: 'missing' });
  const held = heldLike(room, entry, person);
  const issues = [...issuesOf(room, entry, person), ...heldIssues(held, entry, dayIn(room))];
  if (entry.enteredBy === caller.staff && room.staff.hasOtherOfficer(caller.staff))
    issues.push({ field: 'approvedBy', rule: 'own-entry' });
  orRefuse(issues);
  room.journal.write(caller, (desk) => {
    if (held !== null) end(room, desk, held, 'renewed');
    desk.patch(careConsentsLedger, entry.id, entry.revision, { state: 'approved', approvedBy: caller.staff });
  });
}

/** Not what the paper says: forgotten at once, row and lines. The reason stays, and so may say nothing about anybody. */
export function declineCare(room: CareRoom, caller: Caller, seen: Seen, reason: string): void {
  const entry = waiting(room, seen);
  const why = cleanText(reason);
  const named = [room.people.personOf(entry.residentId)?.name, entry.guardianName, entry.contactName];
  if (named.some((name) => name !== undefined && name !== '' && why.includes(name)))
    orRefuse([{ field: 'reason', rule: 'names-somebody' }]);
  room.journal.write(caller, (desk) => desk.forget(careConsentsLedger, entry.id, why));
}

/** Every consent of a person, asked for or in force. Whether there was any is not said. */
export function withdrawCare(room: CareRoom, caller: Caller, resident: string): void {
  // Also of somebody whom this person does not see at the moment: a withdrawal always counts.
  const person = room.people.personOf(resident);
  const held = person === null ? [] : careOf(room, person);
  if (held.length === 0) return;
  room.journal.write(caller, (desk) => {
    for (const entry of held) end(room, desk, entry, 'withdrawn');
  });
}

export function withdrawOneCare(room: CareRoom, caller: Caller, seen: Seen): void {
  const entry = seenCare(room, seen);
  room.journal.write(caller, (desk) => end(room, desk, entry, 'withdrawn'));
}

/** From here on nobody sees it; src/main/sealing takes it out of the ledger. */
function end(room: CareRoom, desk: Desk, { id, revision }: CareEntry, why: 'withdrawn' | 'renewed'): void {
  desk.patch(careConsentsLedger, id, revision, { state: 'withdrawn', withdrawnOn: dayIn(room) }, why);
}

function waiting(room: CareRoom, seen: Seen): CareEntry {
  const entry = seenCare(room, seen);
  if (entry.state !== 'waiting') orRefuse([{ field: 'state', rule: 'approved-already' }]);
  return entry;
}

const missingPerson: FieldIssue = { field: 'residentId', rule: 'missing' };

/** Looked at again when it is approved: somebody may have turned out to be a child, or have moved away since. */
function issuesOf(room: CareRoom, care: Care, person: CarePerson): FieldIssue[] {
  const offered = offeredCare(room.settings.afterReleaseHelp());
  const issues = careIssues(care, { today: dayIn(room), birthDate: person.birthDate, offered });
  return person.leftOn === null ? issues : [...issues, { field: 'residentId', rule: 'gone' }];
}

/** What is in force of the same kind for the same person. */
function heldLike(
  room: CareRoom,
  { category }: Pick<Care, 'category'>,
  person: CarePerson,
): CareEntry | null {
  return (
    careOf(room, person).find((entry) => entry.state === 'approved' && entry.category === category) ?? null
  );
}

function heldIssues(held: CareEntry | null, { signedOn }: Pick<Care, 'signedOn'>, day: string): FieldIssue[] {
  if (held === null || mayRenew(held, { endsOn: careEndsOn(signedOn) }, day)) return [];
  return [{ field: 'category', rule: 'held-already' }];
}
