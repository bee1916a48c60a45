/**
 * One matter while something is done to it, inside one transaction: whatever a deed writes goes through here, so that a deed
 * that the machine does not allow writes nothing, and a matter at an officer's stage has an officer.
 */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { Deed } from '#shared/ledgers/disputes/deeds.ts';
import { advance, deedFlaw } from '#shared/ledgers/disputes/machine.ts';
import { isOpen, isViolence, STAGE_RULES, type Stage } from '#shared/ledgers/disputes/stages.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Changes, Ledger, LedgerTable, NewRow, Row } from '#main/db/ledger-table.ts';
import {
  disputeAgreementsLedger,
  disputeFollowUpsLedger,
  disputeLevelsLedger,
  disputePartiesLedger,
  disputeReferralsLedger,
  disputeSessionsLedger,
  disputesLedger,
} from './ledgers.ts';
import { standingOf, type Matter, type Records } from './matter.ts';
import type { disputes, DisputeEntry } from './tables.ts';

/** Who does something, when, and who else works here. */
export interface Doing {
  readonly desk: Desk;
  readonly caller: Caller;
  readonly today: CalendarDay;
  /** Null for somebody who does not work here any more. */
  readonly roleOf: (staff: string) => Role | null;
}

const PARTS = {
  parties: disputePartiesLedger,
  sessions: disputeSessionsLedger,
  agreements: disputeAgreementsLedger,
  levels: disputeLevelsLedger,
  referrals: disputeReferralsLedger,
  followUps: disputeFollowUpsLedger,
} as const;
export type Part = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as Part[];
type TableOf<P extends Part> = (typeof PARTS)[P]['table'];
/** What a new record brings; its matter, its term and where it came from follow from the matter. */
type NewPart<P extends Part> = Omit<NewRow<TableOf<P>>, 'disputeId' | 'retainUntil' | 'source' | 'synthetic'>;
type EntryOf<P extends Part> = Records[P][number];

export interface Hand {
  readonly doing: Doing;
  /** As it stands after what was done so far. */
  matter(): Matter;
  /** Goes where the deed leads. Refuses a deed with a flaw. `officer` takes over where nobody is in charge. */
  proceed(deed: Deed, changes?: Changes<typeof disputes>, officer?: string | null): void;
  amend(changes: Changes<typeof disputes>): void;
  hang<P extends Part>(part: P, values: NewPart<P>, why?: string): EntryOf<P>;
  change<P extends Part>(part: P, entry: EntryOf<P>, changes: Changes<TableOf<P>>, why?: string): void;
  /** Takes everything off that hangs on it. */
  dropAll(why: string): void;
  /** Takes a record off; it is forgotten on the given day. */
  drop<P extends Part>(part: P, entry: EntryOf<P>, until: CalendarDay, why: string): void;
  /** The day on which the matter and all that hangs on it is forgotten; null: not yet. */
  keepUntil(day: CalendarDay | null): void;
  /** Writes what became of the matter itself. Nothing is done to it afterwards. */
  close(why?: string): Matter;
}

export function openHand(begun: Matter, doing: Doing): Hand {
  const { desk } = doing;
  let matter = begun;
  let hung = 0;
  const before = begun.dispute;

  const amend = (changes: Changes<typeof disputes>) => {
    matter = { ...matter, dispute: { ...matter.dispute, ...(changes as Partial<DisputeEntry>) } };
  };
  const setPart = (part: Part, entries: readonly unknown[]) => {
    matter = { ...matter, [part]: entries };
  };
  const replaced = (part: Part, row: { readonly id: string }) =>
    setPart(
      part,
      matter[part].map((one) => (one.id === row.id ? row : one)),
    );

  function change<P extends Part>(part: P, { id, revision }: EntryOf<P>, changes: object, why?: string) {
    const row = desk.patch(ledgerOf(part), id, revision, changes, why);
    replaced(part, row as Row<LedgerTable> & { id: string });
  }

  return {
    doing,
    matter: () => matter,
    amend,
    change,
    proceed(deed, changes = {}, officer = null) {
      const standing = standingOf(matter);
      const flaw = deedFlaw(standing, deed, doing.caller.role, doing.today);
      if (flaw === 'forbidden') refuse({ code: 'forbidden' });
      if (flaw !== null) refuseDeed(flaw);
      const next = advance(standing, deed, doing.today);
      amend({ ...next, ...changes });
      amend(ownerAt(next.stage, matter.dispute, doing, officer));
    },
    hang(part, values, why) {
      const { id, retainUntil, source, synthetic } = matter.dispute;
      const row = desk.put(
        ledgerOf(part),
        { ...values, disputeId: id, retainUntil, source, synthetic } as NewRow<LedgerTable>,
        why,
      );
      setPart(part, [...matter[part], row]);
      hung += 1;
      return row as EntryOf<typeof part>;
    },
    drop(part, entry, until, why) {
      const { id, revision } = desk.patch(ledgerOf(part), entry.id, entry.revision, { retainUntil: until });
      desk.retire(ledgerOf(part), String(id), Number(revision), why);
      setPart(
        part,
        matter[part].filter((one) => one.id !== entry.id),
      );
      hung += 1;
    },
    dropAll(why) {
      for (const part of PART_NAMES)
        for (const { id, revision } of matter[part]) desk.retire(ledgerOf(part), id, revision, why);
    },
    keepUntil(day) {
      for (const part of PART_NAMES)
        for (const entry of matter[part]) change(part, entry, { retainUntil: day });
      amend({ retainUntil: day });
    },
    close(why) {
      amend({ records: before.records + hung });
      const { id, revision, ...rest } = matter.dispute;
      const dispute = desk.patch(disputesLedger, id, revision, rest, why);
      return { ...matter, dispute };
    },
  };
}

function ledgerOf(part: Part): Ledger {
  return PARTS[part];
}

/** At a stage that an officer owns the matter goes to one: to the one named, the one in charge, or whoever does it. */
function ownerAt(
  stage: Stage,
  { owner, officer }: DisputeEntry,
  { caller, roleOf }: Doing,
  named: string | null,
): Changes<typeof disputes> {
  if (named !== null && roleOf(named) !== 'officer') refuseField('officer', 'officer-needed');
  if (STAGE_RULES[stage].ownedBy !== 'officer' || roleOf(owner) === 'officer') return {};
  const inCharge = officer !== null && roleOf(officer) === 'officer' ? officer : null;
  const takes = named ?? inCharge ?? (caller.role === 'officer' ? caller.staff : null);
  if (takes === null) return refuseField('officer', 'required');
  return { owner: takes, officer: takes };
}

/** Refuses what is no deed of the machine where the matter has ended, or where an officer has it and an auxiliary asks. */
export function checkOpen({ dispute: { stage } }: Matter, { role }: Caller): void {
  if (!isOpen(stage)) refuseDeed('not-now');
  if (role === 'auxiliary' && STAGE_RULES[stage].ownedBy === 'officer') refuse({ code: 'forbidden' });
}

/** The same for what is done to disputes only: nobody is invited to the table over domestic violence. */
export function checkOpenDispute(matter: Matter, caller: Caller): void {
  checkOpen(matter, caller);
  if (isViolence(matter.dispute.stage)) refuseDeed('not-now');
}

export function refuseDeed(flaw: string): never {
  return refuseField('deed', flaw);
}
