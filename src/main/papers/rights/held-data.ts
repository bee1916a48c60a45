/**
 * 查阅答复: everything this office holds about one person, whole, for that person. Made by an officer for a request that was
 * answered with yes, so that somebody has made sure who asks (`mayPrintHeldData`); each look at it leaves its line first.
 */
import type { HeldDataPaper, RightsOrder } from '#shared/contract/key-persons/papers.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import { mayPrintHeldData } from '#shared/ledgers/rights/requests.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { HeldSection } from '#main/desk/held.ts';
import type { TimedImprintOf } from '#main/desk/imprint.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { knownPeople, type KnownPerson } from '#main/ledgers/population/known-people.ts';
import { heldPerson } from '#main/ledgers/population/held/residents.ts';
import { findRequest } from '#main/ledgers/rights/reading.ts';
import type { RightsEntry } from '#main/ledgers/rights/table.ts';
import { HELD_LEDGERS } from './held-ledgers.ts';

export type HeldDataOrder = Extract<RightsOrder, { readonly name: 'held-data' }>;

export interface HeldDataDesk {
  readonly db: ReadHandle;
  readonly clock: Clock;
  readonly imprintOf: TimedImprintOf;
}

/** The request and the person it is about, where the paper may be made now. */
export function requestWithYes(
  { db, clock }: Pick<HeldDataDesk, 'db' | 'clock'>,
  caller: Caller,
  id: string,
): { readonly request: RightsEntry; readonly person: KnownPerson } {
  const request = findRequest(db, caller, id) ?? refuse({ code: 'missing' });
  if (!mayPrintHeldData(request, today(clock))) refuseField('order', 'not-answered-with-yes');
  const person = knownPeople(db).personOf(request.residentId ?? '') ?? refuse({ code: 'missing' });
  return { request, person };
}

export function heldDataMaker(desk: HeldDataDesk): PaperMaker<HeldDataOrder, HeldDataPaper> {
  return {
    template: 'R1',
    roles: ['officer'],
    make: ({ name, id }, caller, template) => {
      const { request, person } = requestWithYes(desk, caller, id);
      return {
        name,
        ...desk.imprintOf(caller, template),
        request: { number: request.id, person: person.name, receivedOn: request.receivedOn },
        sections: sectionsOf(desk.db, person),
      };
    },
    fileName: ({ request, printedOn }) => fileNameFrom('查阅答复', request.number, printedOn),
    note: ({ name, id }) => ({ ledger: 'rights_requests', record: id, facts: { paper: name } }),
  };
}

function sectionsOf(db: ReadHandle, { records }: KnownPerson): HeldSection[] {
  const person = heldPerson(db, records);
  return Object.values(HELD_LEDGERS)
    .flatMap((answer) => ('held' in answer ? [answer.held.of(db, person)] : []))
    .filter((section) => section.records.length > 0);
}
