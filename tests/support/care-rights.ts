/** Consents and requests in a store of their own with residents, and the real calls, papers and history. */
import type { RightsOrder } from '#shared/contract/key-persons/papers.ts';
import type { Paper } from '#shared/contract/paper.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { Care } from '#shared/ledgers/care/care.ts';
import type { RightsAnswer, RightsRequest } from '#shared/ledgers/rights/requests.ts';
import { openImprint, openTimedImprint } from '#main/desk/imprint.ts';
import { historyService } from '#main/desk/history.ts';
import { openPaperPress } from '#main/desk/paper-press.ts';
import { careHistory } from '#main/ledgers/care/history.ts';
import { careService } from '#main/ledgers/care/service.ts';
import { knownPeople } from '#main/ledgers/population/known-people.ts';
import { rightsHistory } from '#main/ledgers/rights/history.ts';
import { rightsService } from '#main/ledgers/rights/service.ts';
import { officeLedger } from '#main/office/table.ts';
import { rightsPapersService } from '#main/papers/rights/service.ts';
import { systemCaller } from '#main/session/callers.ts';
import { hasOtherOfficer } from '#main/staff/queries.ts';
import { staffNames } from '#main/staff/service.ts';
import { staffLedger } from '#main/staff/table.ts';
import { now } from './answers.ts';
import { consent, granted, request } from './care-rights-words.ts';
import { CONTEXT, openPeopleDesk } from './people.ts';
import { OFFICE_CODE } from './store.ts';
import { newDraft } from './visits.ts';

/** These rooms answer at once, whatever the type of a call would allow. */
type AtOnce<C> = {
  readonly [K in keyof C]: C[K] extends (...args: infer A) => infer R ? (...args: A) => Awaited<R> : never;
};

const PROFILE = {
  code: OFFICE_CODE,
  name: '胜利社区警务室',
  stationName: '青禾镇派出所',
  language: 'zh',
  gridRange: '',
  address: '示例市演示区胜利路12号',
  hours: '8:30—17:30',
  phone: '0833-0123456',
  stationPhone: '',
  leaderPhone: '',
  supervisionPhone: '',
  idleMinutes: 5,
  backupFolder: '',
} as const;

export function openCareRights({ afterReleaseHelp = false, keep = false } = {}) {
  const desk = openPeopleDesk({ keep });
  const { store, journal, clock, officer, auxiliary } = desk;
  const { read, raw } = store;
  journal.write(officer, (write) => write.put(officeLedger, PROFILE));
  const nameOf = staffNames(read);
  const people = knownPeople(read);
  const room = { db: read, journal, clock, officeCode: OFFICE_CODE, people };
  const careRoom = {
    ...room,
    staff: { nameOf, hasOtherOfficer: (staff: string) => hasOtherOfficer(read, staff) },
    settings: { afterReleaseHelp: () => afterReleaseHelp },
  };
  const rightsRoom = { ...room, nameOf };
  /** What reached the printer or a file; drawing is the business of the Chromium shell and its tests. */
  const drawn: Paper[] = [];
  const draw = (paper: Paper) => {
    drawn.push(paper);
    return Promise.resolve({ pages: 1 });
  };
  const papers = rightsPapersService({
    db: read,
    journal,
    clock,
    press: openPaperPress(journal, { ...desk.shell, pdf: draw, print: draw }),
    imprintOf: openTimedImprint(openImprint(read, clock, nameOf), clock),
    care: careRoom,
  });
  const histories = { care_consents: careHistory(careRoom), rights_requests: rightsHistory(rightsRoom) };
  const history = atOnce(historyService(raw, journal, clock, histories, nameOf));
  const care = atOnce(careService(careRoom));
  const rights = atOnce(rightsService(rightsRoom));

  const hired = (name: string, login: string, role: Role): Caller => {
    const row = journal.write(systemCaller, (write) =>
      write.put(staffLedger, { name, login, role, badgeNo: '', phone: '' }),
    );
    return { staff: row.id, role, door: 'desk' };
  };
  const everything = { after: null, rows: 100 } as const;
  const listed = (by: Caller = officer) =>
    care.list({ ...everything, states: [], ending: false }, by, CONTEXT).rows;
  const waitingOf = (residentId: string) =>
    listed()
      .filter((row) => row.state === 'waiting' && row.residentId === residentId)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .at(0);

  function entered(residentId: string, changes: Partial<Care> = {}, by: Caller = auxiliary) {
    care.enter({ care: { ...consent, residentId, ...changes }, draft: newDraft() }, by, CONTEXT);
    const row = waitingOf(residentId);
    if (row === undefined) throw new Error('nothing was entered');
    return row;
  }

  return {
    ...desk,
    drawn,
    care,
    rights,
    papers,
    careRightsHistory: history,
    hired,
    listed,
    /** Enters a consent; answers with what an officer sees of it. */
    entered,
    approved: (residentId: string, changes: Partial<Care> = {}) => {
      const { id, revision } = entered(residentId, changes);
      return care.approve({ id, revision }, officer, CONTEXT);
    },
    linesOf: (residentId: string, by: Caller = auxiliary) => care.linesOf({ residentId }, by, CONTEXT),
    withdraw: (residentId: string, by: Caller = auxiliary) => care.withdraw({ residentId }, by, CONTEXT),
    asked: (changes: Partial<RightsRequest> = {}, by: Caller = auxiliary) =>
      rights.register({ request: { ...request, ...changes }, draft: newDraft() }, by, CONTEXT),
    answered: (row: { readonly id: string; readonly revision: number }, answer: RightsAnswer = granted) =>
      rights.answer({ id: row.id, revision: row.revision, answer }, officer, CONTEXT),
    paper: (order: RightsOrder, by: Caller = officer) => papers.preview({ order }, by, CONTEXT) as Paper,
    /** The row as it is stored, live or not. */
    rowOf: (table: 'care_consents' | 'rights_requests', id: string) =>
      raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown>,
    joined: (keep: { id: string; revision: number }, drop: { id: string; revision: number }) =>
      now(
        desk.people.doubles.merge(
          {
            keep: { id: keep.id, revision: keep.revision },
            drop: { id: drop.id, revision: drop.revision },
            take: [],
            reason: '同一人两次登记',
          },
          officer,
          CONTEXT,
        ),
      ),
  };
}

function atOnce<C>(calls: C): AtOnce<C> {
  return calls as AtOnce<C>;
}
