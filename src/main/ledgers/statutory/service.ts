/** 依法登记事项: every call of its contract. Rules come from src/shared/ledgers/statutory; every write is journalled. */
import { DUTIES_MAX, ENTRIES_MAX, type statutoryContract } from '#shared/contract/key-persons/statutory.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { orRefuse, refuse, refuseField } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { cleanDone, doneIssues } from '#shared/ledgers/statutory/duties.ts';
import { endIssues } from '#shared/ledgers/statutory/ending.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { checkTaker, handOver } from './charge.ts';
import { answerDuty, takeBackAnswer } from './duties.ts';
import { checkedCorrection, checkedEntry, putEntry } from './entering.ts';
import type { Seen } from './ports.ts';
import { openRoom, type StatutoryOptions, type StatutoryRoom } from './room.ts';
import { countDue, shownDuty, shownList, shownRecord, shownWaiting } from './rows.ts';
import { statutoryMattersLedger, type DutyEntry, type MatterEntry } from './tables.ts';
import { dutiesOf, findMatter, mattersFor, standingNow, type Matter } from './visible.ts';

type StatutoryCalls = Calls<typeof statutoryContract>;

export function statutoryService(options: StatutoryOptions): StatutoryCalls {
  const room = openRoom(options);
  return { ...readingCalls(room), ...entryCalls(room), ...chargeCalls(room), ...dutyCalls(room) };
}

type Reading = 'due' | 'waiting' | 'list' | 'open' | 'revealProtected';

function readingCalls(room: StatutoryRoom): Pick<StatutoryCalls, Reading> {
  const { db, station, colleagues } = room;
  const duties = (ids: readonly string[]) => dutiesOf(db, ids);
  const mine = (caller: Caller) =>
    mattersFor(room, caller).filter(({ entry }) => entry.officer === caller.staff);
  return {
    due: (_input, caller) => countDue(mine(caller), duties, room.today()),
    waiting: (_input, caller) => {
      const isSent = ({ id, changeN }: MatterEntry) =>
        station.isSent(statutoryMattersLedger.name, id, changeN);
      return mine(caller)
        .filter(({ entry }) => entry.state !== 'approved')
        .map((matter) => shownWaiting(matter, isSent(matter.entry)))
        .slice(0, ENTRIES_MAX);
    },
    list: (input, caller) => {
      room.checkReading(caller, input);
      const shown = shownList(mattersFor(room, caller), duties, room.today(), colleagues.nameOf);
      return shown.slice(0, ENTRIES_MAX);
    },
    open: (input, caller) => {
      const matter = room.visible(caller, input.id);
      room.checkReading(caller, input);
      const latest = duties([input.id]).slice(-DUTIES_MAX);
      return shownRecord(matter, latest, room.today(), colleagues.nameOf);
    },
    revealProtected: (input, caller) => {
      const { protectedName: name, protectedPhone: phone } = room.inCharge(caller, input.id).entry;
      if (name === '') refuse({ code: 'missing' });
      room.checkReading(caller, input);
      return { name, phone };
    },
  };
}

type OfEntry = 'enter' | 'withdraw' | 'correct';

function entryCalls(room: StatutoryRoom): Pick<StatutoryCalls, OfEntry> {
  const { db, journal } = room;
  const origin = { source: 'desk', synthetic: isSyntheticOffice(room.officeCode) } as const;
  return {
    enter: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      const known = made === null ? null : findMatter(room, caller, made);
      if (known !== null) return known.entry;
      const entry = checkedEntry(room, caller, input.entry);
      return journal.write(caller, (desk) => {
        const put = putEntry(desk, entry, caller.staff, room.today(), origin).entry;
        consumeDraft(desk, caller, input.draft, 'statutory', put.id);
        return put;
      });
    },
    withdraw: (input, caller) => {
      const { id } = room.seen(caller, input, 'provisional', 'denied');
      journal.write(caller, (desk) => desk.forget(statutoryMattersLedger, id, 'withdrawn'));
      return {};
    },
    correct: (input, caller) => {
      const entry = room.seen(caller, input, 'provisional', 'in-force', 'notice-due');
      const { id, revision } = entry;
      const correction = checkedCorrection(entry, input.correction, room.today());
      const why = cleanText(input.reason);
      const corrected = journal.write(caller, (desk) =>
        desk.patch(statutoryMattersLedger, id, revision, correction, why),
      );
      const standing = standingNow(room, corrected);
      return { revision: corrected.revision, sealed: standing === 'to-seal' || standing === 'to-remove' };
    },
  };
}

type OfCharge = 'handOver' | 'end';

function chargeCalls(room: StatutoryRoom): Pick<StatutoryCalls, OfCharge> {
  const { db, journal, colleagues } = room;
  return {
    handOver: (input, caller) => {
      const entry = room.seen(caller, input, 'provisional', 'in-force', 'notice-due');
      checkTaker(colleagues, caller.staff, input.officer);
      journal.write(caller, (desk) => handOver(desk, entry, input.officer));
      return {};
    },
    end: ({ how, endedOn, ...change }, caller) => {
      const entry = room.seen(caller, change, 'in-force');
      const open = dutiesOf(db, [entry.id]).filter(({ doneOn }) => doneOn === null).length;
      orRefuse(endIssues(entry, { how, endedOn }, open, room.today()));
      journal.write(caller, (desk) =>
        desk.patch(statutoryMattersLedger, entry.id, entry.revision, { endedOn, endHow: how }),
      );
      return {};
    },
  };
}

function dutyCalls(room: StatutoryRoom): Pick<StatutoryCalls, 'doDuty' | 'undoDuty'> {
  const { db, journal, colleagues } = room;

  /** Of an order that every officer sees to, whoever is on duty does it. */
  function dutyAt(caller: Caller, id: string, seen: Seen): Matter & { duty: DutyEntry; duties: DutyEntry[] } {
    const matter = room.visible(caller, id);
    if (matter.standing !== 'in-force') refuseField('standing', 'not-now');
    const duties = dutiesOf(db, [id]);
    const duty = duties.find((one) => one.id === seen.id) ?? refuse({ code: 'missing' });
    if (duty.revision !== seen.revision) refuse({ code: 'stale', revision: duty.revision });
    return { ...matter, duty, duties };
  }

  return {
    doDuty: ({ id, duty: seen, ...typed }, caller) => {
      const { entry, duty } = dutyAt(caller, id, seen);
      if (duty.doneOn !== null) refuse({ code: 'stale', revision: duty.revision });
      const done = cleanDone(typed);
      orRefuse(doneIssues(done, entry.documentDate, room.today()));
      const { answered } = journal.write(caller, (desk) => answerDuty(desk, entry, duty, done, caller));
      return shownDuty(answered, colleagues.nameOf);
    },
    undoDuty: ({ id, duty: seen }, caller) => {
      const { duty, ...matter } = dutyAt(caller, id, seen);
      const open = journal.write(caller, (desk) => takeBackAnswer(desk, matter, duty, caller));
      return shownDuty(open, colleagues.nameOf);
    },
  };
}
