/** Statutory entries in a store of their own with residents, the real calls and papers, and a station that answers when told. */
import type { Paper } from '#shared/contract/paper.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { CATEGORIES, type CategoryCode, type DutyKind } from '#shared/ledgers/statutory/categories.ts';
import type { Entry } from '#shared/ledgers/statutory/entry.ts';
import { openImprint, openTimedImprint } from '#main/desk/imprint.ts';
import { openPaperPress } from '#main/desk/paper-press.ts';
import { statutoryPersons } from '#main/ledgers/population/statutory-persons.ts';
import { statutorySuccession } from '#main/ledgers/statutory/charge.ts';
import { statutoryDecisions, type StationDecision } from '#main/ledgers/statutory/decisions.ts';
import { statutoryPapersService } from '#main/ledgers/statutory/papers/service.ts';
import { statutoryService } from '#main/ledgers/statutory/service.ts';
import type { MatterEntry } from '#main/ledgers/statutory/tables.ts';
import { liveEntry } from '#main/ledgers/statutory/visible.ts';
import { officeLedger } from '#main/office/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { roleOfStaff } from '#main/staff/queries.ts';
import { staffNames } from '#main/staff/service.ts';
import { staffLedger } from '#main/staff/table.ts';
import { CONTEXT, openPeopleDesk } from './people.ts';
import { entryOf } from './statutory-entries.ts';
import { SAMPLES } from './ledger-suite.ts';
import { OFFICE_CODE } from './store.ts';
import { newDraft } from './visits.ts';

/** These rooms answer at once, whatever the type of a call would allow. */
type AtOnce<C> = {
  readonly [K in keyof C]: C[K] extends (...args: infer A) => infer R ? (...args: A) => Awaited<R> : never;
};

/** A reason that says enough. */
export const WHY = { reason: 'own-request', note: '', explanation: '' } as const;
/** The same of somebody who looks often: a test does. */
export const OFTEN = { ...WHY, explanation: '月底逐份核对到期日' } as const;
export const REVIEWER = '郑审核';
export const SECOND = '冯复核';

export type StatutoryDesk = ReturnType<typeof openStatutory>;

export function openStatutory({ keep = false } = {}) {
  const desk = openPeopleDesk({ keep });
  const { store, journal, clock, officer } = desk;
  const { read, raw } = store;
  journal.write(systemCaller, (write) => write.put(officeLedger, SAMPLES.office.values(desk) as never));
  const second = journal.write(systemCaller, (write) =>
    write.put(staffLedger, { name: '赵新', login: 'officer2', role: 'officer', badgeNo: '', phone: '' }),
  );
  const colleague: Caller = { staff: second.id, role: 'officer', door: 'desk' };
  const nameOf = staffNames(read);
  const persons = statutoryPersons(read);
  const station = { pinned: true, bundled: 0 };
  const options = {
    db: read,
    raw,
    journal,
    clock,
    officeCode: OFFICE_CODE,
    persons,
    colleagues: { nameOf, roleOf: (staff: string) => roleOfStaff(read, staff) },
    station: {
      isPinned: () => station.pinned,
      isSent: (_ledger: string, _record: string, changeN: number) => changeN <= station.bundled,
    },
  };
  /** What reached the printer or a file; drawing is the business of the Chromium shell and its tests. */
  const drawn: Paper[] = [];
  const draw = (paper: Paper) => {
    drawn.push(paper);
    return Promise.resolve({ pages: 1 });
  };
  const press = openPaperPress(journal, { ...desk.shell, pdf: draw, print: draw });
  const statutory = statutoryService(options) as AtOnce<ReturnType<typeof statutoryService>>;
  const take = statutoryDecisions({
    db: read,
    raw,
    birthDateOf: persons.birthDateOf,
    today: () => today(clock),
  });

  function rowOf(id: string): MatterEntry {
    const entry = liveEntry(read, id);
    if (entry === null) throw new Error(`no entry ${id}`);
    return entry;
  }

  function leafOf(id: string): string {
    const leaf = raw.prepare('SELECT leaf FROM journal WHERE n = ?').pluck().get(rowOf(id).changeN);
    return (leaf as Buffer).toString('hex');
  }

  /** The station's yes to an entry as it stands now. */
  function answerTo(id: string, changes: Partial<StationDecision> = {}): StationDecision {
    const { category, revision } = rowOf(id);
    return {
      ledger: 'statutory_matters',
      k: id,
      v: revision,
      leaf: leafOf(id),
      answer: 'approve',
      reviewer: REVIEWER,
      second: CATEGORIES[category].approval === 'two-reviewers' ? SECOND : null,
      reason: '',
      at: clock.now(),
      ...changes,
    };
  }

  /** A receipt with these answers, carried by an auxiliary. */
  function answered(...decisions: readonly StationDecision[]): void {
    journal.write(desk.auxiliary, (write) => take(write, decisions));
  }

  function entered(category: CategoryCode, changes: Partial<Entry> = {}, by: Caller = officer): string {
    const entry = entryOf(category, { documentNumber: `青法字〔2026〕${(serial += 1)}号`, ...changes });
    return statutory.enter({ entry, draft: newDraft() }, by, CONTEXT).id;
  }

  const opened = (id: string, by: Caller = officer) => statutory.open({ id, ...OFTEN }, by, CONTEXT);
  return {
    ...desk,
    colleague,
    station,
    drawn,
    statutory,
    papers: statutoryPapersService(options, press, openTimedImprint(openImprint(read, clock, nameOf), clock)),
    succeed: statutorySuccession(read),
    rowOf,
    answerTo,
    answered,
    /** Enters it; answers with its number. */
    entered,
    /** Entered and, where somebody has to, approved. */
    inForce: (category: CategoryCode, changes: Partial<Entry> = {}, by: Caller = officer) => {
      const id = entered(category, changes, by);
      if (rowOf(id).state === 'provisional') answered(answerTo(id));
      return id;
    },
    /** Where it stands now: what a change has to bring. */
    at: (id: string) => ({ id, revision: rowOf(id).revision }),
    opened,
    listed: (by: Caller = officer) => statutory.list(OFTEN, by, CONTEXT).map(({ id }) => id),
    /** The open duty of a kind. */
    duty: (id: string, kind: DutyKind, by: Caller = officer) => {
      const duty = opened(id, by).duties.find((one) => one.kind === kind && one.doneOn === null);
      if (duty === undefined) throw new Error(`no open ${kind}`);
      return duty;
    },
    /** Lines of entries that tell of a look or of an access. */
    notes: (op: 'A' | 'V') =>
      desk
        .lines()
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((line) => line['op'] === op && line['l'] === 'statutory_matters'),
  };
}

/** One document is one entry: each gets a number of its own. */
let serial = 100;
