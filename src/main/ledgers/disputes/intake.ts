/** 受理: a matter as it comes in, and as it is put right later. What it comes from and who has it is decided here. */
import { type FieldIssue, orRefuse, refuseField } from '#shared/kernel/failure.ts';
import type { Instant } from '#shared/kernel/clock.ts';
import { cleanIntake, intakeIssues, type Intake } from '#shared/ledgers/disputes/intake.ts';
import { answersFit, begin } from '#shared/ledgers/disputes/machine.ts';
import { partiesIssues, type Party } from '#shared/ledgers/disputes/parties.ts';
import { forkOf, type Answers } from '#shared/ledgers/disputes/questions.ts';
import { isViolence } from '#shared/ledgers/disputes/stages.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { reportViolence } from './deeds/violence.ts';
import { checkOpen, openHand, refuseDeed, type Doing, type Hand } from './hand.ts';
import { disputesLedger } from './ledgers.ts';
import { answersOf, standingOf, type Matter } from './matter.ts';
import { checkedParty, type PartiesRoom } from './parties.ts';
import type { disputes, DisputeEntry } from './tables.ts';

export interface Origin {
  readonly source: 'desk' | 'seed';
  readonly synthetic: boolean;
}

/** As it will be stored: the place in the ledger's own words, and an officer who registers is in charge. */
export interface CheckedIntake extends Intake {
  readonly policeGrid: string | null;
}

/** Refuses what the rules refuse, a place that does not stand, and an officer who is none. */
export function checkedIntake(
  room: PartiesRoom,
  doing: Omit<Doing, 'desk'>,
  input: Intake,
  before: DisputeEntry | null,
): CheckedIntake {
  const { caller, today, roleOf } = doing;
  const cleaned = cleanIntake(input);
  const officer = cleaned.officer ?? (before === null && caller.role === 'officer' ? caller.staff : null);
  const intake = { ...cleaned, officer };
  const issues = intakeIssues(intake, today);
  if (officer !== null && officer !== before?.officer && roleOf(officer) !== 'officer')
    issues.push({ field: 'officer', rule: 'officer-needed' });
  const { addressId } = intake;
  if (before !== null && addressId !== null && addressId === before.addressId) {
    orRefuse(issues);
    return { ...intake, place: before.place, policeGrid: before.policeGrid };
  }
  const place = addressId === null ? null : room.population.placeOf(addressId);
  if (addressId !== null && place === null) issues.push({ field: 'addressId', rule: 'missing' });
  orRefuse(issues);
  if (place === null) return { ...intake, policeGrid: null };
  return { ...intake, addressId: place.id, place: place.line, policeGrid: place.policeGrid };
}

/** Issues of a party carry its place in the list: `parties.1.name`. */
export function checkedParties(
  room: PartiesRoom,
  doing: Pick<Doing, 'caller'>,
  input: readonly Party[],
  answers: Answers,
): Party[] {
  const issues: FieldIssue[] = [];
  const parties = input.map((one, index) => {
    const { party, issues: its } = checkedParty(room, doing.caller, one, answers.violence);
    issues.push(...its.map(({ field, rule }) => ({ field: `parties.${index}.${field}`, rule })));
    return party;
  });
  issues.push(...partiesIssues(parties, answers));
  orRefuse(issues);
  return parties;
}

/** A new matter with its parties and its first level. Everything in it was checked. */
export function takeIn(
  doing: Doing,
  intake: CheckedIntake,
  parties: readonly Party[],
  receivedAt: Instant,
  origin: Origin,
): Matter {
  const { desk, caller, today } = doing;
  const dispute = desk.put(disputesLedger, newDispute(intake, doing, receivedAt, origin));
  const empty = { parties: [], sessions: [], agreements: [], levels: [], referrals: [], followUps: [] };
  const hand = openHand({ dispute, ...empty }, doing);
  for (const party of parties) hand.hang('parties', party);
  hand.hang('levels', { level: intake.level, since: today, reason: '', movedBy: caller.staff });
  return hand.matter();
}

function newDispute(
  { answers, ...intake }: CheckedIntake,
  { caller, today, roleOf }: Doing,
  receivedAt: Instant,
  origin: Origin,
): NewRow<typeof disputes> {
  const begun = begin(answers, today);
  const isOfficers = isViolence(begun.stage) && roleOf(caller.staff) !== 'officer';
  return {
    ...intake,
    ...answers,
    ...begun,
    receivedAt,
    registeredBy: caller.staff,
    owner: isOfficers ? (intake.officer ?? refuseField('officer', 'required')) : caller.staff,
    receipt: '',
    toldOn: null,
    toldHow: null,
    satisfied: 'not-asked',
    archivedOn: null,
    records: 0,
    retainUntil: null,
    ...origin,
  };
}

/**
 * Puts the entry right. Its level goes up by a deed of its own, never by the way; a new answer that it is domestic violence
 * is that deed.
 */
export function amendIntake(hand: Hand, { answers, policeGrid, ...intake }: CheckedIntake): void {
  const { caller, today } = hand.doing;
  const { dispute, parties } = hand.matter();
  const before = answersOf(dispute);
  const isNew = Object.entries(answers).some(([name, value]) => before[name as keyof Answers] !== value);
  checkOpen(hand.matter(), caller);
  if (answers.violence && !before.violence) reportViolence(hand, intake.officer);
  if (isNew && !before.violence && !answers.violence && !answersFit(standingOf(hand.matter()), answers))
    refuseDeed('way-closed');
  if (before.violence && !answers.violence) refuseField('violence', 'stays');
  orRefuse(partiesIssues(parties, answers));
  if (intake.level !== dispute.level) refuseField('level', 'by-escalation');
  hand.amend({ ...intake, policeGrid, ...answers });
  const { stage, dueOn, owner, officer } = hand.matter().dispute;
  if (officer === null && owner !== dispute.owner) hand.amend({ officer: owner });
  if (isNew && stage === 'received' && forkOf(answers).atOnce && dueOn !== null && dueOn > today)
    hand.amend({ dueOn: today });
}

/** Takes a wrong entry out of the ledger with all that hangs on it; a year later it is forgotten. */
export function takeOut(matter: Matter, doing: Doing, until: string, why: string): void {
  const hand = openHand(matter, doing);
  hand.keepUntil(until);
  hand.dropAll(why);
  const { dispute } = hand.close();
  doing.desk.retire(disputesLedger, dispute.id, dispute.revision, why);
}
