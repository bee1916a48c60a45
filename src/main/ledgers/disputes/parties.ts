/** 当事人: checked, added, put right, dropped. Somebody picked from the population brings the phone that the office has. */
import { addMonths } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { type FieldIssue, orRefuse } from '#shared/kernel/failure.ts';
import { WRONG_ENTRY_RETENTION_MONTHS } from '#shared/ledgers/disputes/intake.ts';
import {
  cleanParty,
  partiesIssues,
  partyIssues,
  PARTIES_MAX,
  shownName,
  type Party,
} from '#shared/ledgers/disputes/parties.ts';
import { checkOpen, type Hand } from './hand.ts';
import { answersOf } from './matter.ts';
import type { PopulationPort } from './ports.ts';
import type { PartyEntry } from './tables.ts';

export interface PartiesRoom {
  readonly population: PopulationPort;
}

/** @param before as the party stands: who stays picked is not looked up again, and may have left since */
export function checkedParty(
  { population }: PartiesRoom,
  caller: Caller,
  input: Party,
  violence: boolean,
  before: PartyEntry | null = null,
): { readonly party: Party; readonly issues: FieldIssue[] } {
  const party = cleanParty(input);
  const issues = partyIssues(party, { violence });
  const { residentId } = party;
  if (residentId === null || residentId === before?.residentId) return { party, issues };
  const resident = population.residentOf(caller, residentId);
  if (resident === null) return { party, issues: [...issues, { field: 'residentId', rule: 'missing' }] };
  // A child is reached by their guardian.
  const phone = party.phone ?? (party.minor ? null : resident.phone);
  return { party: { ...party, phone }, issues };
}

export function addParty(hand: Hand, room: PartiesRoom, input: Party): void {
  const { caller } = hand.doing;
  checkOpen(hand.matter(), caller);
  const { dispute, parties } = hand.matter();
  const { party, issues } = checkedParty(room, caller, input, dispute.violence);
  if (parties.length >= PARTIES_MAX) issues.push({ field: 'name', rule: 'too-many' });
  checkTogether(hand, [...parties, party], issues);
  hand.hang('parties', party);
}

type AmendedParty = Omit<Party, 'phone' | 'representativePhone'> & {
  readonly phone?: string | null | undefined;
  readonly representativePhone?: string | null | undefined;
};

/** What the counter was not given stays: a phone that was left out, and a minor's name where it came back shortened. */
export function amendParty(hand: Hand, room: PartiesRoom, before: PartyEntry, input: AmendedParty): void {
  const { caller } = hand.doing;
  checkOpen(hand.matter(), caller);
  const { phone = before.phone, representativePhone = before.representativePhone } = input;
  const name = input.name === shownName(before) ? before.name : input.name;
  const { dispute, parties } = hand.matter();
  const given = { ...input, name, phone, representativePhone };
  const { party, issues } = checkedParty(room, caller, given, dispute.violence, before);
  const together = parties.map((one) => (one.id === before.id ? party : one));
  checkTogether(hand, together, issues);
  hand.change('parties', before, party);
}

export function dropParty(hand: Hand, party: PartyEntry, why: string): void {
  const { caller, today } = hand.doing;
  checkOpen(hand.matter(), caller);
  const left = hand.matter().parties.filter(({ id }) => id !== party.id);
  orRefuse(partiesIssues(left, answersOf(hand.matter().dispute)));
  hand.drop('parties', party, addMonths(today, WRONG_ENTRY_RETENTION_MONTHS), why);
}

/** That somebody is a minor is a fact of the matter from then on: nobody has to answer the question again. */
function checkTogether(hand: Hand, parties: readonly Party[], issues: FieldIssue[]): void {
  const { minor, violence } = hand.matter().dispute;
  const anyMinor = minor || parties.some((party) => party.minor);
  orRefuse([...issues, ...partiesIssues(parties, { minor: anyMinor, violence })]);
  if (anyMinor !== minor) hand.amend({ minor: anyMinor });
}
