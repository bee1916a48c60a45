/** What the calls of disputes share: the matter at the revision that a person saw, and one transaction for what is done. */
import type { DeedDone } from '#shared/contract/disputes/deeds.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today as dayNow, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import type { Desk, Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { roleOfStaff } from '#main/staff/queries.ts';
import { openHand, type Doing, type Hand } from './hand.ts';
import type { Origin } from './intake.ts';
import { matterOf, type Matter } from './matter.ts';
import type { PopulationPort, Seen, VisitsPort } from './ports.ts';
import { findDispute } from './reading/visible.ts';

export interface DisputesOptions {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
  readonly nameOf: (staff: string) => string;
  readonly visits: VisitsPort;
  readonly population: PopulationPort;
}

export interface DisputesRoom extends DisputesOptions {
  readonly origin: Origin;
  today(): string;
  /** Everything of a doing but the transaction. */
  doing(caller: Caller): Omit<Doing, 'desk'>;
  /** Refuses with `missing` what this person may not see. */
  visible(caller: Caller, id: string): Matter;
  /** The same at the revision that the person saw. */
  seen(caller: Caller, change: Seen): Matter;
  write<T>(caller: Caller, work: (doing: Doing) => T): T;
  /** Does something to a matter as the person saw it: all of it or nothing. */
  act(caller: Caller, change: Seen, work: (hand: Hand) => void, why?: string): DeedDone;
  /** The same where the matter was found and checked already. */
  actOn(caller: Caller, matter: Matter, work: (hand: Hand) => void, why?: string): DeedDone;
}

export function openRoom(options: DisputesOptions): DisputesRoom {
  const { db, journal, clock } = options;
  const doing = (caller: Caller) => ({
    caller,
    today: dayNow(clock),
    roleOf: (staff: string) => roleOfStaff(db, staff),
  });
  const write = <T>(caller: Caller, work: (doing: Doing) => T): T =>
    journal.write(caller, (desk: Desk) => work({ ...doing(caller), desk }));

  function visible(caller: Caller, id: string): Matter {
    return matterOf(db, findDispute(db, caller, id) ?? refuse({ code: 'missing' }));
  }

  function seen(caller: Caller, { id, revision }: Seen): Matter {
    const matter = visible(caller, id);
    if (matter.dispute.revision !== revision) refuse({ code: 'stale', revision: matter.dispute.revision });
    return matter;
  }

  function actOn(caller: Caller, matter: Matter, work: (hand: Hand) => void, why = ''): DeedDone {
    const { dispute } = write(caller, (its) => {
      const hand = openHand(matter, its);
      work(hand);
      return hand.close(cleanText(why));
    });
    const { id, revision, stage } = dispute;
    return { id, revision, stage, seen: findDispute(db, caller, id) !== null };
  }

  return {
    ...options,
    origin: { source: 'desk', synthetic: isSyntheticOffice(options.officeCode) },
    today: () => dayNow(clock),
    doing,
    visible,
    seen,
    write,
    act: (caller, change, work, why) => actOn(caller, seen(caller, change), work, why),
    actOn,
  };
}
