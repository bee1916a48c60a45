/** The papers of the population ledger: what stands on them, what never does, and the line each leaves. */
import { describe, expect, test } from 'vitest';
import {
  populationPaper,
  SHEET_DOORS_MAX,
  type HouseholdSheet,
  type PaperOrder,
} from '#shared/contract/population/papers.ts';
import type { Paper } from '#shared/contract/paper.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { openPaperPress } from '#main/desk/paper-press.ts';
import { officeLedger } from '#main/office/table.ts';
import { openImprint } from '#main/desk/imprint.ts';
import { papersService } from '#main/papers/service.ts';
import { staffNames } from '#main/staff/service.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfCall, failureOfLater, failureOfWork } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { CONTEXT, numberOf } from '#tests/support/people.ts';
import { openPlacesDesk, putCompound } from '#tests/support/places.ts';
import { scriptedShell } from '#tests/support/shell.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';

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
  supervisionPhone: '0833-0123411',
  idleMinutes: 5,
  backupFolder: '',
} as const;

function openPapers() {
  const desk = openPlacesDesk();
  desk.journal.write(desk.officer, (write) => write.put(officeLedger, PROFILE));
  const shell = scriptedShell();
  /** What reached the printer or a file; drawing is the business of the Chromium shell and its tests. */
  const drawn: Paper[] = [];
  const draw = (paper: Paper) => {
    drawn.push(paper);
    return Promise.resolve({ pages: 1 });
  };
  const papers = papersService({
    db: desk.store.read,
    clock: desk.clock,
    press: openPaperPress(desk.journal, { ...shell, pdf: draw, print: draw }),
    imprintOf: openImprint(desk.store.read, desk.clock, staffNames(desk.store.read)),
  });
  const compound = desk.add(desk.community, 'compound', '青禾苑');
  const building = desk.add(compound, 'building', '3栋', { policeGrid: '03' });
  const preview = (order: PaperOrder, caller: Caller = desk.auxiliary) =>
    populationPaper.parse(now(papers.preview({ order }, caller, CONTEXT)));
  return {
    ...desk,
    shell,
    drawn,
    papers,
    compound,
    building,
    preview,
    sheet(addressId: string, blank = false): HouseholdSheet {
      const paper = preview({ name: 'household-sheet', addressId, blank });
      if (paper.name !== 'household-sheet') throw new Error('another paper');
      return paper;
    },
  };
}

describe('the check sheet', () => {
  test('has the doors below a building in the order people read numbers, under their short names', () => {
    const desk = openPapers();
    for (const entrance of ['2单元', '1单元', '10单元']) {
      const { id } = desk.add(desk.building, 'entrance', entrance);
      for (const room of ['1001', '501', '101']) desk.add({ id }, 'room', room);
    }
    const sheet = desk.sheet(desk.building.id);
    expect(sheet).toMatchObject({ building: desk.building.line, policeGrid: '03', printedBy: '王芳' });
    const order = ['1单元', '2单元', '10单元'].flatMap((entrance) =>
      ['101', '501', '1001'].map((room) => `${entrance}${room}`),
    );
    expect(sheet.doors.map(({ door }) => door)).toEqual(order);
  });

  test('has the heads first and households together, and says what a door asks for', () => {
    const desk = openPapers();
    const room = desk.add(desk.building, 'room', '501', { quiet: true, bestTime: '工作日18点后' });
    const person = (name: string, householdId: string | null, relation: '02' | '10' | '20' | null) =>
      desk.person(room.id, { name, householdId, relation });
    person('王梅', 'h1', '10');
    person('李小', 'h2', '20');
    person('李强', 'h1', '02');
    person('赵六', null, null);
    person('孙七', 'h2', '02');
    const [door] = desk.sheet(desk.building.id).doors;
    expect(door).toMatchObject({ door: '501', quiet: true, bestTime: '工作日18点后' });
    expect(door?.people.map(({ name }) => name)).toEqual(['李强', '王梅', '孙七', '李小', '赵六']);
  });

  test('shows the last four of a number and no more, and of a child not even those', () => {
    const desk = openPapers();
    const room = desk.add(desk.building, 'room', '501');
    const grown = { idNumber: numberOf('19920401', '123'), birthDate: '1992-04-01' };
    const child = { idNumber: numberOf('20200601', '321'), birthDate: '2020-06-01' };
    desk.person(room.id, { name: '李欣', idType: '111', phone: '15400007712', ...grown });
    desk.person(room.id, { name: '李小苗', idType: '111', ...child });
    const sheet = desk.sheet(desk.building.id);
    const people = new Map(sheet.doors[0]?.people.map((one) => [one.name, one]));
    expect(people.get('李欣')).toMatchObject({ idTail: grown.idNumber.slice(-4), age: 34 });
    expect(people.get('李小苗')).toMatchObject({ idTail: null, age: 6 });
    const paper = JSON.stringify(sheet);
    for (const hidden of [grown.idNumber.slice(0, 14), child.idNumber.slice(-4), '15400007712', '1992-04'])
      expect(paper).not.toContain(hidden);
  });

  test('leaves out whoever has left, and doors that no longer stand', () => {
    const desk = openPapers();
    const room = desk.add(desk.building, 'room', '501');
    const gone = desk.add(desk.building, 'room', '502');
    desk.person(room.id, { name: '已迁出', outState: 'moved', outOn: '2026-11-01' });
    desk.person(room.id, { name: '还在' });
    now(
      desk.places.addresses.retire(
        { id: gone.id, revision: gone.revision, reason: '拆除' },
        desk.officer,
        CONTEXT,
      ),
    );
    expect(desk.sheet(desk.building.id).doors).toMatchObject([{ door: '501', people: [{ name: '还在' }] }]);
  });

  test('lists people who are registered at the building itself', () => {
    const desk = openPapers();
    desk.add(desk.building, 'room', '501');
    desk.person(desk.building.id, { name: '楼长' });
    const named = desk.sheet(desk.building.id).doors.filter(({ people }) => people.length > 0);
    expect(named).toMatchObject([{ people: [{ name: '楼长' }] }]);
  });

  test('is blank when it is asked to be: every door, nobody', () => {
    const desk = openPapers();
    const room = desk.add(desk.building, 'room', '501');
    desk.add(desk.building, 'room', '502');
    desk.person(room.id, { name: '李欣' });
    const sheet = desk.sheet(desk.building.id, true);
    expect(sheet.blank).toBe(true);
    expect(sheet.doors.map(({ door, people }) => [door, people.length])).toEqual([
      ['501', 0],
      ['502', 0],
    ]);
  });

  test('of one door has that door', () => {
    const desk = openPapers();
    const room = desk.add(desk.building, 'room', '501');
    desk.add(desk.building, 'room', '502');
    desk.person(room.id, { name: '李欣' });
    expect(desk.sheet(room.id).doors).toMatchObject([{ people: [{ name: '李欣' }] }]);
  });

  test('is refused beyond its doors, and prints as many as it may have', () => {
    const desk = openPapers();
    const put = (name: string, rooms: number) =>
      desk.journal.write(desk.officer, (write) =>
        putCompound(write, desk.storedAddress(desk.community.id), name, rooms),
      );
    const most = put('正好', SHEET_DOORS_MAX);
    expect(desk.sheet(most.id).doors).toHaveLength(SHEET_DOORS_MAX);
    const over = put('太多', SHEET_DOORS_MAX + 1);
    const issues = [{ field: 'addressId', rule: 'too-many-doors' }];
    expect(failureOfWork(() => desk.sheet(over.id))).toEqual({ code: 'invalid', issues });
    // The town above both: far more elements than a sheet reads.
    expect(failureOfWork(() => desk.sheet(desk.town.id))).toEqual({ code: 'invalid', issues });
  });

  test('of an address that is not there is refused', () => {
    const desk = openPapers();
    expect(failureOfWork(() => desk.sheet('07-999999'))).toEqual({ code: 'missing' });
  });
});

describe('the notices', () => {
  test('at a door name the person of the office and nobody who lives there', () => {
    const desk = openPapers();
    desk.person(desk.add(desk.building, 'room', '501').id, { name: '李欣' });
    const paper = desk.preview({ name: 'door-notice', staff: desk.officer.staff, sheets: 3 });
    expect(paper).toMatchObject({ officerName: '李建国', officerPhone: PROFILE.phone, sheets: 3 });
    expect(JSON.stringify(paper)).not.toMatch(/李欣|青禾苑/u);
    const nobody: PaperOrder = { name: 'door-notice', staff: '07-999999', sheets: 1 };
    expect(failureOfWork(() => desk.preview(nobody))).toEqual({ code: 'missing' });
  });

  test('on personal information say who answers for it', () => {
    const desk = openPapers();
    for (const form of ['poster', 'leaflet'] as const)
      expect(desk.preview({ name: 'privacy-notice', form })).toMatchObject({
        form,
        officeName: PROFILE.name,
        supervisionPhone: PROFILE.supervisionPhone,
      });
  });
});

describe('the line a paper leaves', () => {
  test('says which paper of which place, by whom, and nobody on it; a preview leaves none', async () => {
    const desk = openPapers();
    const room = desk.add(desk.building, 'room', '501');
    desk.person(room.id, { name: '李欣', idNumber: numberOf('19920401', '123'), idType: '111' });
    const before = desk.lines().length;
    const order: PaperOrder = { name: 'household-sheet', addressId: desk.building.id, blank: false };
    desk.preview(order);
    expect(desk.lines()).toHaveLength(before);
    expect(await desk.papers.print({ order }, desk.auxiliary, CONTEXT)).toEqual({ pages: 1 });
    desk.shell.choose('/tmp/somewhere.pdf');
    const saved = await desk.papers.savePdf({ order }, desk.officer, CONTEXT);
    expect(saved).toEqual({ file: 'somewhere.pdf', pages: 1 });
    const left = desk.lines().slice(before);
    expect(left).toHaveLength(2);
    expect(left[0]).toMatch(/"printed".*"household-sheet"|"household-sheet".*"printed"/u);
    expect(left[0]).toContain(desk.building.id);
    expect(left[0]).toContain(desk.auxiliary.staff);
    expect(left[1]).toContain('saved-as-pdf');
    for (const line of left) expect(line).not.toMatch(/李欣|1992|somewhere/u);
    expect(desk.drawn).toHaveLength(2);
    expect(desk.drawn[0]).toEqual(desk.preview(order));
  });

  test('is not left where nothing was made', async () => {
    const desk = openPapers();
    const before = desk.lines().length;
    const order: PaperOrder = { name: 'privacy-notice', form: 'poster' };
    desk.shell.choose(null);
    expect(await failureOfLater(async () => desk.papers.savePdf({ order }, desk.officer, CONTEXT))).toEqual({
      code: 'cancelled',
    });
    expect(desk.lines()).toHaveLength(before);
    expect(desk.drawn).toEqual([]);
  });
});

test('only the desk makes papers of people', async () => {
  const office = await openTestOffice({ staffed: true });
  try {
    const order: PaperOrder = { name: 'privacy-notice', form: 'poster' };
    for (const role of ['auxiliary', 'officer'] as const) {
      await office.signIn(role);
      expect(await office.counter.papers.preview({ order })).toMatchObject({ name: 'privacy-notice' });
    }
    for (const role of ['administrator', 'auditor'] as const) {
      await office.signIn(role);
      for (const call of ['preview', 'savePdf', 'print'] as const)
        expect(await failureOfCall(office.counter.papers[call]({ order }))).toEqual({ code: 'forbidden' });
    }
  } finally {
    await office.dispose();
  }
});
