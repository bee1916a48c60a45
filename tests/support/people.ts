/** An office's store with a building of doors, and the rooms of people as the router calls them. */
import type { ResidentFilter, ResidentRow } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { checkDigit17 } from '#shared/kernel/citizen-number.ts';
import type { ResidentInput } from '#shared/ledgers/population/residents.ts';
import { openEvents } from '#main/desk/events.ts';
import { historyService } from '#main/desk/history.ts';
import { householdHistory, residentHistory } from '#main/ledgers/population/people/history.ts';
import { openPeople } from '#main/ledgers/population/people/people.ts';
import { addressesLedger, type ResidentRecord } from '#main/ledgers/population/tables.ts';
import { residents } from '#main/ledgers/population/tables.ts';
import { readRow } from '#main/db/row-writer.ts';
import { staffNames } from '#main/staff/service.ts';
import { now } from './answers.ts';
import { scriptedShell } from './shell.ts';
import { OFFICE_CODE, openTestStore } from './store.ts';
import { newDraft } from './visits.ts';

export const CONTEXT = { signal: undefined };

export const EVERYBODY: ResidentFilter = {
  text: '',
  addressId: null,
  policeGrid: null,
  residenceTypes: [],
  freshness: [],
  presence: 'here',
  number: 'any',
  batchId: null,
};

/** A number with the right last digit: `born` as eight digits, `order` as three. */
export function numberOf(born: string, order: string, division = '519901'): string {
  const first17 = division + born + order;
  return first17 + checkDigit17(first17);
}

/** The least that can be entered of a person at a door. */
export function personAt(addressId: string, fields: Partial<ResidentInput> = {}): ResidentInput {
  return {
    name: '李欣',
    otherName: null,
    idType: fields.idNumber == null ? 'none' : '111',
    idNumber: null,
    sex: '0',
    birthDate: null,
    phone: null,
    phone2: null,
    phone3: null,
    addressId,
    registerAddress: null,
    registerDivision: null,
    residenceType: 'registered',
    housing: null,
    householdId: null,
    relation: null,
    stayFrom: null,
    stayUntil: null,
    guardianId: null,
    emergencyContact: null,
    emergencyConsent: false,
    noticeGivenOn: null,
    ...fields,
  };
}

export type PeopleDesk = ReturnType<typeof openPeopleDesk>;

export function openPeopleDesk(options: Parameters<typeof openTestStore>[0] = {}) {
  const desk = openTestStore(options);
  const { store, journal, clock, officer, auxiliary } = desk;
  const shell = scriptedShell();
  const events = openEvents();
  const people = openPeople({
    db: store.read,
    raw: store.raw,
    journal,
    clock,
    officeCode: OFFICE_CODE,
    shell,
    events,
  });
  const history = historyService(
    store.raw,
    journal,
    clock,
    {
      residents: residentHistory(store.read, store.raw, clock),
      households: householdHistory(store.read),
    },
    staffNames(store.read),
  );

  const element = (
    parent: { id: string; line: string } | null,
    kind: 'room' | 'building' | 'compound',
    name: string,
  ) =>
    journal.write(officer, (write) =>
      write.put(addressesLedger, {
        parentId: parent?.id ?? null,
        kind,
        name,
        line: `${parent?.line ?? ''}${name}`,
        floor: kind === 'room' ? 5 : null,
        aliases: '',
        division: '519901',
        communityCode: '',
        policeGrid: '03',
        civilGrid: null,
        state: 'in-use',
        quiet: false,
        bestTime: '',
        mergedInto: null,
        batchId: null,
        source: 'desk',
        synthetic: true,
      }),
    );
  const building = element(null, 'building', '青禾苑3栋');
  const [door, nextDoor, lastDoor] = ['501', '502', '503'].map((name) => element(building, 'room', name).id);
  const doors = {
    building: building.id,
    door: door ?? '',
    nextDoor: nextDoor ?? '',
    lastDoor: lastDoor ?? '',
  };

  const register = (fields: Partial<ResidentInput> = {}, caller: Caller = officer, draft = newDraft()) =>
    now(people.residents.register({ resident: personAt(doors.door, fields), draft }, caller, CONTEXT));
  const seen = ({ id, revision }: Pick<ResidentRow, 'id' | 'revision'>) => ({ id, revision });

  return {
    ...desk,
    officer,
    auxiliary,
    shell,
    events,
    people,
    history,
    doors,
    element,
    /** Registers somebody at the first door, and answers with what the counter gets. */
    register,
    person: (fields: Partial<ResidentInput> = {}, caller: Caller = officer) =>
      register(fields, caller).resident,
    amend: (row: ResidentRow, fields: Partial<ResidentInput>, caller: Caller = officer) => {
      const {
        idNumber: _,
        birthDate: __,
        ...rest
      } = personAt(row.addressId, { ...openFields(row), ...fields });
      const resident = { ...leftOut(rest), ...fields };
      return now(people.residents.amend({ ...seen(row), resident }, caller, CONTEXT));
    },
    setOut: (row: ResidentRow, outOn: string | null, caller: Caller = officer) =>
      now(
        people.residents.setOut(
          { ...seen(row), outState: outOn === null ? null : 'moved', outOn },
          caller,
          CONTEXT,
        ),
      ),
    open: (id: string, caller: Caller = officer) => now(people.residents.open({ id }, caller, CONTEXT)),
    household: (addressId: string = doors.door, number = '') =>
      now(
        people.households.register(
          { household: { addressId, kind: 'family', number }, draft: newDraft() },
          officer,
          CONTEXT,
        ),
      ),
    /** The row as it is stored, live or not. */
    stored: (id: string): ResidentRecord =>
      readRow(
        residents,
        store.raw.prepare('SELECT * FROM residents WHERE id = ?').get(id) as Record<string, unknown>,
      ),
    undo: (
      ledger: 'residents' | 'households',
      row: { id: string; revision: number },
      caller: Caller = officer,
    ) => now(history.undo({ ledger, id: row.id, revision: row.revision }, caller, CONTEXT)),
    historyOf: (id: string, caller: Caller = officer) =>
      now(history.of({ ledger: 'residents', id }, caller, CONTEXT)),
  };
}

/** Fields that the counter knows whole and sends back. */
function openFields(row: ResidentRow): Partial<ResidentInput> {
  const {
    name,
    otherName,
    idType,
    sex,
    addressId,
    registerAddress,
    registerDivision,
    residenceType,
    housing,
    householdId,
    relation,
    stayFrom,
    stayUntil,
    guardianId,
    emergencyConsent,
    noticeGivenOn,
  } = row;
  return {
    name,
    otherName,
    idType,
    sex,
    addressId,
    registerAddress,
    registerDivision,
    residenceType,
    housing,
    householdId,
    relation,
    stayFrom,
    stayUntil,
    guardianId,
    emergencyConsent,
    noticeGivenOn,
  };
}

/** What the counter knows only masked, it leaves out. */
function leftOut<T extends Partial<ResidentInput>>(fields: T) {
  const { phone, phone2, phone3, emergencyContact, ...known } = fields;
  return known;
}
