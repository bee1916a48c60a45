/** What the calls of 依法登记事项 share: the entry as this person may see it, at the revision they saw, and who is in charge. */
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import { revealReasonText, type RevealReason } from '#shared/ledgers/reveal.ts';
import type { Standing } from '#shared/ledgers/statutory/standing.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { ColleaguesPort, PersonsPort, Seen, StationPort } from './ports.ts';
import { readsAnHour } from './reads-an-hour.ts';
import type { MatterEntry } from './tables.ts';
import { findMatter, type Known, type Matter } from './visible.ts';

export interface StatutoryOptions {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
  readonly persons: PersonsPort;
  readonly colleagues: ColleaguesPort;
  readonly station: StationPort;
}

/** Why somebody looks, as the witness writes it down. */
export interface Reading {
  readonly reason: RevealReason;
  readonly note: string;
  readonly explanation: string;
}

export interface StatutoryRoom extends StatutoryOptions, Known {
  /** Refuses with `missing` what this person may not see. */
  visible(caller: Caller, id: string): Matter;
  /** The same of the officer in charge: what another officer may see they do not change. */
  inCharge(caller: Caller, id: string): Matter;
  /** In charge of it, at the revision that the person saw, and it stands so. */
  seen(caller: Caller, change: Seen, ...standings: readonly Standing[]): MatterEntry;
  /** Refuses a look without a reason, or one too many within the hour. */
  checkReading(caller: Caller, reading: Reading): void;
}

export function openRoom(options: StatutoryOptions): StatutoryRoom {
  const { db, raw, journal, clock, persons } = options;
  const known: Known = { db, birthDateOf: persons.birthDateOf, today: () => today(clock) };
  const checkReads = readsAnHour(raw, journal, clock);

  const visible = (caller: Caller, id: string) =>
    findMatter(known, caller, id) ?? refuse({ code: 'missing' });

  function inCharge(caller: Caller, id: string): Matter {
    const matter = visible(caller, id);
    if (matter.entry.officer !== caller.staff) refuse({ code: 'forbidden' });
    return matter;
  }

  return {
    ...options,
    ...known,
    visible,
    inCharge,
    seen(caller, { id, revision }, ...standings) {
      const { entry, standing } = inCharge(caller, id);
      if (entry.revision !== revision) refuse({ code: 'stale', revision: entry.revision });
      if (!standings.includes(standing)) refuseField('standing', 'not-now');
      return entry;
    },
    checkReading(caller, { reason, note, explanation }) {
      if (revealReasonText(reason, note) === null) refuse({ code: 'reason-needed' });
      checkReads(caller, explanation);
    },
  };
}
