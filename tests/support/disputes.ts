/** Matters in a store of their own, with the real calls. */
import type { Caller } from '#shared/kernel/caller.ts';
import type { Intake } from '#shared/ledgers/disputes/intake.ts';
import type { Party } from '#shared/ledgers/disputes/parties.ts';
import { disputeHistories } from '#main/ledgers/disputes/history.ts';
import { loadMatter, type Matter } from '#main/ledgers/disputes/matter.ts';
import { disputesService } from '#main/ledgers/disputes/service.ts';
import { disputePopulation } from '#main/ledgers/population/dispute-places.ts';
import { disputeVisits } from '#main/ledgers/visitors/dispute-visits.ts';
import { visitHistory } from '#main/ledgers/visitors/history.ts';
import { historyService } from '#main/desk/history.ts';
import { staffNames } from '#main/staff/service.ts';
import { staffLedger } from '#main/staff/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { intake, partyA, partyB } from './dispute-words.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from './store.ts';
import { newDraft } from './visits.ts';

/** These rooms answer at once, whatever the type of a call would allow. */
type AtOnce<C> = {
  readonly [K in keyof C]: C[K] extends (...args: infer A) => infer R ? (...args: A) => Awaited<R> : never;
};

export interface DisputesDesk extends Omit<TestStore, 'visitors' | 'history'> {
  readonly disputes: AtOnce<ReturnType<typeof disputesService>>;
  readonly visitors: AtOnce<TestStore['visitors']>;
  readonly history: AtOnce<TestStore['history']>;
  /** A second auxiliary, who took nothing in. */
  readonly other: Caller;
  /** Takes a matter in; answers with its id. */
  taken(by: Caller, changes?: Partial<Intake>, parties?: readonly Party[]): string;
  /** As it stands, whoever asks. Throws where it is gone. */
  matter(id: string): Matter;
  /** Where it stands now: what a deed has to bring. */
  at(id: string): { readonly id: string; readonly revision: number };
}

export function openDisputes(): DisputesDesk {
  const desk = openTestStore();
  const { store, journal, clock } = desk;
  const nameOf = staffNames(store.read);
  const disputes = atOnce(
    disputesService({
      db: store.read,
      raw: store.raw,
      journal,
      clock,
      officeCode: OFFICE_CODE,
      nameOf,
      visits: disputeVisits(store.read, clock),
      population: disputePopulation(store.read),
    }),
  );
  const histories = { visitors: visitHistory(store.read, clock), ...disputeHistories(store.read, nameOf) };
  const second = journal.write(systemCaller, (write) =>
    write.put(staffLedger, { name: '陈刚', login: 'auxili2', role: 'auxiliary', badgeNo: '', phone: '' }),
  );
  const matter = (id: string) => {
    const found = loadMatter(store.read, id);
    if (found === null) throw new Error(`no matter ${id}`);
    return found;
  };
  return {
    ...desk,
    disputes,
    visitors: atOnce(desk.visitors),
    history: atOnce(historyService(store.raw, journal, clock, histories, nameOf)),
    other: { staff: second.id, role: 'auxiliary', door: 'desk' },
    taken: (by, changes = {}, parties = [partyA, partyB]) => {
      const made = disputes.register(
        { intake: { ...intake, ...changes }, parties: [...parties], visit: null, draft: newDraft() },
        by,
        { signal: undefined },
      );
      return made.id;
    },
    matter,
    at: (id) => {
      const { revision } = matter(id).dispute;
      return { id, revision };
    },
  };
}

function atOnce<C>(calls: C): AtOnce<C> {
  return calls as AtOnce<C>;
}
