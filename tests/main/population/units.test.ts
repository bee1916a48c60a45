/** Units and their checks: from the register to the recheck, and what is refused on the way. */
import { describe, expect, test } from 'vitest';
import type { UnitCheckInput, UnitInput } from '#shared/ledgers/population/units.ts';
import { historyService } from '#main/desk/history.ts';
import { unitHistory } from '#main/ledgers/population/units/history.ts';
import { unitsService } from '#main/ledgers/population/units/service.ts';
import { addressesLedger } from '#main/ledgers/population/tables.ts';
import { staffNames } from '#main/staff/service.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { now } from '#tests/support/answers.ts';
import { OFFICE_CODE, openTestStore } from '#tests/support/store.ts';
import { newDraft } from '#tests/support/visits.ts';

const signal = { signal: undefined };

function addressOf(name: string) {
  return {
    parentId: null,
    kind: 'street',
    name,
    line: name,
    floor: null,
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
  } as const;
}

function openUnits() {
  const desk = openTestStore();
  const address = desk.journal.write(desk.officer, (write) =>
    write.put(addressesLedger, { ...addressOf('胜利路'), synthetic: true }),
  );
  const units = unitsService({
    db: desk.store.read,
    journal: desk.journal,
    clock: desk.clock,
    officeCode: OFFICE_CODE,
  });
  const shop: UnitInput = {
    name: ' 演示便利店 ',
    // The check character of this synthetic code fits: GB 32100-2015.
    creditCode: '９１519901MA00000000',
    type: 'shop',
    addressId: address.id,
    keeperName: '吴强',
    keeperPhone: '154 0000 0021',
    securityName: null,
    securityPhone: null,
    hours: '',
    staffBand: 'under-10',
    smallPlace: 'shop',
    keySince: null,
    keyDecision: null,
  };
  const register = (unit: Partial<UnitInput> = {}, draft = newDraft()) =>
    now(units.register({ unit: { ...shop, ...unit }, draft }, desk.auxiliary, signal));
  const checkOf = (unitId: string): UnitCheckInput => ({
    unitId,
    checkedOn: '2026-11-20',
    officer: desk.officer.staff,
    companion: desk.auxiliary.staff,
    guardDuty: 'fine',
    keyPositions: 'not-applicable',
    fireExits: 'fault',
    extinguishers: 'fine',
    wiring: 'fine',
    gas: 'not-applicable',
    hotelBook: 'not-applicable',
    finding: '后门被货物堵住',
    fixedOnSite: false,
    noticeNo: null,
    deadline: '2026-12-01',
  });
  const check = (input: UnitCheckInput, draft = newDraft()) =>
    now(units.check({ check: input, draft }, desk.officer, signal));
  const everyUnit = {
    text: '',
    types: [],
    smallPlaces: [],
    policeGrid: null,
    keyOnly: false,
    openHazards: false,
  };
  const list = (filter: object = {}, by: 'name' | 'lastCheckOn' | 'updatedAt' = 'name', rows = 50) =>
    now(
      units.list(
        { after: null, rows, filter: { ...everyUnit, ...filter }, sort: { by, descending: false } },
        desk.auxiliary,
        signal,
      ),
    );
  return { desk, units, shop, address, register, checkOf, check, list };
}

describe('a unit', () => {
  test('is saved clean, with its phone masked and a mark where the code does not check', () => {
    const { register } = openUnits();
    const { unit, warnings } = register();
    expect(unit).toMatchObject({
      name: '演示便利店',
      keeperPhoneMasked: '154····0021',
      addressLine: '胜利路',
      policeGrid: '03',
      openHazards: 0,
      lastCheckOn: null,
      synthetic: true,
    });
    expect(unit).not.toHaveProperty('keeperPhone');
    expect(unit.creditCode).toMatch(/^[0-9A-Z]{18}$/);
    expect(warnings.length === 0).toBe(unit.creditFlag === null);
    const wrong = register({
      creditCode: `${(unit.creditCode ?? '').slice(0, 17)}${unit.creditCode?.endsWith('0') === true ? '1' : '0'}`,
    });
    expect([unit.creditFlag, wrong.unit.creditFlag].filter((flag) => flag === 'check-digit')).toHaveLength(
      unit.creditFlag === null ? 1 : 2,
    );
  });

  test('is made once from one draft, however often save is pressed', () => {
    const { register, list } = openUnits();
    const draft = newDraft();
    expect(register({}, draft).unit.id).toBe(register({}, draft).unit.id);
    expect(list().total).toBe(1);
  });

  test.each([
    ['no name', { name: '　' }, 'name', 'required'],
    ['a code of another length', { creditCode: '9151' }, 'creditCode', 'length'],
    ['a phone that is none', { keeperPhone: '12' }, 'keeperPhone', 'not-a-phone'],
    ['a key unit without its decision', { keySince: '2026-01-05' }, 'keyDecision', 'required'],
    ['a key unit of tomorrow', { keySince: '2026-11-24', keyDecision: '文' }, 'keySince', 'future'],
    ['an address nobody knows', { addressId: '07-999999' }, 'addressId', 'required'],
  ])('with %s is refused at the field', (_what, change, field, rule) => {
    const { register, list } = openUnits();
    expect(failureOfWork(() => register(change))).toEqual({ code: 'invalid', issues: [{ field, rule }] });
    expect(list().total).toBe(0);
  });

  test('keeps a phone that the form left out, and tells it only with a reason', () => {
    const { desk, units, register, shop } = openUnits();
    const { unit } = register();
    const { keeperPhone: _, ...rest } = shop;
    const amended = now(
      units.amend({ id: unit.id, revision: 1, unit: { ...rest, name: '演示超市' } }, desk.auxiliary, signal),
    );
    expect(amended.unit).toMatchObject({ name: '演示超市', keeperPhoneMasked: '154····0021', revision: 2 });
    const ask = (reason: 'identity' | 'other', note: string) =>
      units.reveal({ id: unit.id, field: 'keeperPhone', reason, note }, desk.officer, signal);
    expect(ask('identity', '')).toEqual({ value: '15400000021' });
    expect(failureOfWork(() => ask('other', '看看'))).toEqual({ code: 'reason-needed' });
    expect(
      failureOfWork(() => units.amend({ id: unit.id, revision: 1, unit: shop }, desk.officer, signal)),
    ).toEqual({ code: 'stale', revision: 2 });
  });
});

describe('a check', () => {
  test('with a fault leaves a hazard open until a recheck finds it put right', () => {
    const { desk, units, register, check, checkOf, list } = openUnits();
    const { unit } = register();
    const made = check(checkOf(unit.id));
    expect(made).toMatchObject({ isOpen: true, officerName: '李建国', companionName: '王芳' });
    expect(list({ openHazards: true }).rows).toMatchObject([
      { id: unit.id, openHazards: 1, recheckOn: '2026-12-01', lastCheckOn: '2026-11-20' },
    ]);
    const owed = () => now(units.owed({ after: null, rows: 10 }, desk.officer, signal));
    expect(owed()).toMatchObject({ total: 1, rows: [{ unitName: '演示便利店', check: { id: made.id } }] });
    const recheck = (revision: number, recheckResult: 'partly' | 'put-right') =>
      now(
        units.recheck(
          { id: made.id, revision, recheckedOn: '2026-11-22', recheckResult },
          desk.officer,
          signal,
        ),
      );
    expect(recheck(1, 'partly').isOpen).toBe(true);
    expect(owed().total).toBe(1);
    expect(recheck(2, 'put-right').isOpen).toBe(false);
    expect(owed().total).toBe(0);
    expect(list({ openHazards: true }).total).toBe(0);
  });

  test('needs an officer, words for a fault and a day by which it is put right', () => {
    const { desk, register, check, checkOf } = openUnits();
    const input = checkOf(register().unit.id);
    const issueOf = (change: Partial<UnitCheckInput>) => {
      const failure = failureOfWork(() => check({ ...input, ...change }));
      return failure.code === 'invalid' ? failure.issues : [];
    };
    expect(issueOf({ officer: desk.auxiliary.staff })).toEqual([
      { field: 'officer', rule: 'officer-needed' },
    ]);
    expect(issueOf({ finding: ' ' })).toEqual([{ field: 'finding', rule: 'required' }]);
    expect(issueOf({ deadline: null })).toEqual([{ field: 'deadline', rule: 'required' }]);
    expect(issueOf({ deadline: '2026-11-01' })).toEqual([{ field: 'deadline', rule: 'before-start' }]);
    expect(issueOf({ checkedOn: '2026-11-24' })).toContainEqual({ field: 'checkedOn', rule: 'future' });
    expect(check({ ...input, deadline: null, fixedOnSite: true }).isOpen).toBe(false);
  });

  test('puts units never checked before those checked long ago, page by page', () => {
    const { desk, units, register, check, checkOf } = openUnits();
    const names = ['甲', '乙', '丙', '丁'];
    const ids = names.map((name) => register({ name, creditCode: null }).unit.id);
    check({ ...checkOf(ids[0] ?? ''), checkedOn: '2026-10-01' });
    check({ ...checkOf(ids[1] ?? ''), checkedOn: '2026-03-01' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { rows: { name: string }[]; next: string | null } = now(
        units.list(
          {
            after,
            rows: 1,
            filter: {
              text: '',
              types: [],
              smallPlaces: [],
              policeGrid: null,
              keyOnly: false,
              openHazards: false,
            },
            sort: { by: 'lastCheckOn', descending: false },
          },
          desk.officer,
          signal,
        ),
      );
      seen.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['丙', '丁', '乙', '甲']);
  });

  test('goes out of the ledger together with its unit', () => {
    const { desk, units, register, check, checkOf } = openUnits();
    const { unit } = register();
    check(checkOf(unit.id));
    void units.retire({ id: unit.id, revision: 1, reason: '已注销' }, desk.officer, signal);
    expect(failureOfWork(() => units.open({ id: unit.id }, desk.officer, signal))).toEqual({
      code: 'missing',
    });
    expect(now(units.owed({ after: null, rows: 10 }, desk.officer, signal)).total).toBe(0);
  });
});

describe('a change of a unit', () => {
  test('is taken back, unless its address is gone or it was checked since', () => {
    const { desk, units, register, check, checkOf, address, shop } = openUnits();
    const history = historyService(
      desk.store.raw,
      desk.journal,
      desk.clock,
      { units: unitHistory(desk.store.read) },
      staffNames(desk.store.read),
    );
    const undo = (id: string, revision: number) =>
      history.undo({ ledger: 'units', id, revision }, desk.auxiliary, signal);
    const { unit } = register();
    const corner = desk.journal.write(desk.officer, (write) =>
      write.put(addressesLedger, { ...addressOf('建设巷'), synthetic: true }),
    );
    void units.amend(
      { id: unit.id, revision: 1, unit: { ...shop, addressId: corner.id } },
      desk.auxiliary,
      signal,
    );
    expect(now(history.of({ ledger: 'units', id: unit.id }, desk.officer, signal))[0]?.changes).toEqual([
      { field: 'addressId', before: '胜利路', after: '建设巷' },
    ]);
    void undo(unit.id, 2);
    expect(now(units.open({ id: unit.id }, desk.officer, signal)).unit.addressLine).toBe('胜利路');
    void units.amend(
      { id: unit.id, revision: 3, unit: { ...shop, addressId: corner.id } },
      desk.auxiliary,
      signal,
    );
    desk.journal.write(desk.officer, (write) => write.retire(addressesLedger, address.id, 1, '合并'));
    expect(failureOfWork(() => undo(unit.id, 4))).toEqual({ code: 'too-late' });

    const checked = register({ addressId: corner.id }).unit;
    check(checkOf(checked.id));
    expect(failureOfWork(() => undo(checked.id, 1))).toEqual({ code: 'too-late' });
  });
});
