/** What becomes of rows: who is new, who is known, what is added, and who lives together. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOfLater } from '#tests/support/failures.ts';
import { openImportDesk, type ImportDesk } from '#tests/support/import-desk.ts';
import { numberOf } from '#tests/support/people.ts';

const HEADER = '姓名,身份证号,出生日期,联系电话,现住址,与户主关系,户号,户籍地址';
const LI = numberOf('19910412', '123');
const WANG = numberOf('19800101', '001');
const DOOR = '青禾苑3栋501';

/** Name, number, birthday, phone, address, relation, household's number, register address. */
function line(...cells: readonly string[]): string {
  return [...cells, ...Array.from({ length: 8 - cells.length }, () => '')].join(',');
}

async function outcomes(...lines: readonly string[]) {
  const desk = openImportDesk();
  const { id } = await desk.checked(desk.sheet(HEADER, ...lines));
  return (await desk.rows(id)).map(({ outcome }) => outcome);
}

async function check(desk: ImportDesk, ...lines: readonly string[]) {
  return desk.checked(desk.sheet(HEADER, ...lines));
}

describe('the same person', () => {
  test.each([
    [
      'same number and name, elsewhere',
      ['李欣', LI, '', '', DOOR],
      ['李欣', LI, '', '', '青禾苑9栋901'],
      'duplicate',
    ],
    [
      'same number and name, and a phone',
      ['李欣', LI, '', '', DOOR],
      ['李欣', LI, '', '15400015678', DOOR],
      'merge',
    ],
    [
      'another phone fills nothing',
      ['李欣', LI, '', '15400015670', DOOR],
      ['李欣', LI, '', '15400015678', DOOR],
      'duplicate',
    ],
    ['same number, another name', ['李欣', LI, '', '', DOOR], ['李新', LI, '', '', DOOR], 'reject'],
    [
      'without a number: name, birthday, door',
      ['李欣', '', '1991-04-12', '', DOOR],
      ['李欣', '', '1991.4.12', '', '青禾苑三幢501室'],
      'duplicate',
    ],
    [
      'without a number: another birthday',
      ['李欣', '', '1991-04-12', '', DOOR],
      ['李欣', '', '1991-04-13', '', DOOR],
      'new',
    ],
    [
      'without a number: another door',
      ['李欣', '', '1991-04-12', '', DOOR],
      ['李欣', '', '1991-04-12', '', '青禾苑3栋502'],
      'new',
    ],
    [
      'without a number: name, phone, door',
      ['李欣', '', '', '15400015678', DOOR],
      ['李欣', '', '', '15400015678', DOOR],
      'duplicate',
    ],
    [
      'without a number: nothing but name and door',
      ['李欣', '', '', '', DOOR],
      ['李欣', '', '', '', DOOR],
      'duplicate',
    ],
    [
      'a phone in one alone says nothing',
      ['李欣', '', '', '15400015678', DOOR],
      ['李欣', '', '', '', DOOR],
      'new',
    ],
    ['the number comes later', ['李欣', '', '1991-04-12', '', DOOR], ['李欣', LI, '', '', DOOR], 'merge'],
    [
      'the number is left out later',
      ['李欣', LI, '', '', DOOR],
      ['李欣', '', '1991-04-12', '', DOOR],
      'duplicate',
    ],
    [
      'a number one digit apart',
      ['李欣', LI, '1991-04-12', '', DOOR],
      ['李欣', `${LI.slice(0, 16)}${LI[16] === '5' ? '6' : '5'}${LI.slice(17)}`, '1991-04-12', '', DOOR],
      'new',
    ],
    [
      'two names share what a spreadsheet left of two numbers',
      ['李欣', '519901199104120000', '', '', DOOR],
      ['王强', '519901199104120000', '', '', DOOR],
      'new',
    ],
    [
      'fifteen and eighteen digits of one',
      ['李欣', LI, '', '', DOOR],
      ['李欣', LI.slice(0, 6) + LI.slice(8, 17), '', '', DOOR],
      'new',
    ],
  ])('%s', async (_what, first, second, outcome) => {
    expect(await outcomes(line(...first), line(...second))).toEqual(['new', outcome]);
  });

  test('is found among the people of the ledger as among the rows before', async () => {
    const desk = openImportDesk();
    await desk.imported(
      desk.sheet(HEADER, line('李欣', LI, '', '', DOOR), line('王强', '', '1980-01-01', '', DOOR)),
    );
    const { id, check: counts } = await check(
      desk,
      line('李欣', LI, '', '15400015678', DOOR),
      line('王强', WANG, '', '', DOOR),
      line('李新', LI, '', '', DOOR),
      line('王强', '', '1980-01-01', '', DOOR),
    );
    expect(counts).toMatchObject({ imported: 0, merged: 2, duplicate: 1, rejected: 1, newAddresses: 0 });
    const [first] = await desk.rows(id);
    expect(first).toMatchObject({
      twin: {
        kind: 'same-number',
        row: null,
        resident: { name: '李欣', phonesMasked: [] },
        differing: ['phone'],
      },
      choice: 'merge',
    });
    await desk.commit(id);
    expect(desk.people().map(({ name, idNumber, phone }) => [name, idNumber, phone])).toEqual([
      ['李欣', LI, '15400015678'],
      ['王强', WANG, null],
    ]);
  });

  test('is never changed where something stands', async () => {
    const desk = openImportDesk();
    await desk.imported(
      desk.sheet(HEADER, line('李欣', LI, '1991-04-12', '15400015678', DOOR, '户主', '7', '青禾路1号')),
    );
    const before = desk.people();
    await desk.imported(
      desk.sheet(
        HEADER,
        line('李欣', LI, '1991-04-13', '15400015679', '青禾苑9栋901', '妻', '8', '青禾路2号'),
      ),
    );
    expect(desk.people()).toEqual(before);
  });
});

describe('a person decides', () => {
  const pair = [line('李欣', LI, '', '', DOOR), line('李新', LI, '', '15400015678', DOOR)];
  const decide = async (desk: ImportDesk, id: string, choice: 'new' | 'merge' | 'skip', row = 3) =>
    desk.imports.decide({ import: id, rows: [row], choice }, desk.officer, desk.context);

  test('that another name under one number is the same person, somebody else, or nobody to import', async () => {
    const desk = openImportDesk();
    const { id, check: counts } = await check(desk, ...pair);
    expect(counts).toMatchObject({ imported: 1, rejected: 1, undecided: 1 });
    expect((await desk.rows(id, 'twins'))[0]).toMatchObject({
      row: 3,
      issues: [{ field: 'name', rule: 'number-of-another' }],
      twin: { kind: 'same-number', row: 2 },
      choice: null,
    });
    expect(await decide(desk, id, 'merge')).toMatchObject({
      imported: 1,
      merged: 1,
      rejected: 0,
      undecided: 0,
    });
    expect(await decide(desk, id, 'skip')).toMatchObject({ imported: 1, duplicate: 1, rejected: 0 });
    expect(await decide(desk, id, 'new')).toMatchObject({ imported: 2, rejected: 0, flagged: 1 });
    await desk.commit(id);
    expect(desk.people().map(({ name, idNumber }) => [name, idNumber])).toEqual([
      ['李欣', LI],
      ['李新', LI],
    ]);
  });

  test('and later rows follow: who was not merged still waits for what was to be added', async () => {
    const desk = openImportDesk();
    const { id, check: counts } = await check(
      desk,
      line('李欣', LI, '', '', DOOR),
      line('李欣', LI, '', '15400015678', DOOR),
      line('李欣', LI, '', '15400015678', DOOR),
    );
    expect(counts).toMatchObject({ imported: 1, merged: 1, duplicate: 1 });
    expect(await decide(desk, id, 'skip')).toMatchObject({ imported: 1, merged: 1, duplicate: 1 });
    expect((await desk.rows(id)).map(({ outcome }) => outcome)).toEqual(['new', 'duplicate', 'merge']);
  });

  test('only where there is something to decide', async () => {
    const desk = openImportDesk();
    const { id } = await check(desk, ...pair);
    expect(await failureOfLater(() => decide(desk, id, 'skip', 2))).toMatchObject({
      issues: [{ rule: 'no-twin' }],
    });
    expect(await failureOfLater(() => decide(desk, id, 'skip', 9))).toMatchObject({
      issues: [{ rule: 'missing' }],
    });
  });

  test('and corrects a row, which is checked anew with all that follow it', async () => {
    const desk = openImportDesk();
    const { id } = await check(desk, line('', LI, '', '', DOOR), line('李欣', LI, '', '15400015678', DOOR));
    const fixed = await desk.imports.fix(
      { import: id, row: 2, fields: [{ field: 'name', text: ' 李　欣 ' }] },
      desk.officer,
      desk.context,
    );
    expect(fixed.row).toMatchObject({ row: 2, outcome: 'new', name: '李欣', issues: [] });
    expect(fixed.check).toMatchObject({ imported: 1, merged: 1, rejected: 0 });
    const broken = await desk.imports.fix(
      { import: id, row: 2, fields: [{ field: 'address', text: '不详' }] },
      desk.officer,
      desk.context,
    );
    expect(broken.row).toMatchObject({ outcome: 'reject', issues: [{ field: 'address', rule: 'required' }] });
    expect(broken.check).toMatchObject({ imported: 1, merged: 0, rejected: 1 });
  });

  test('seeing the text of one cell leaves a line', async () => {
    const desk = openImportDesk();
    const { id } = await check(desk, ...pair);
    expect(await desk.cell(id, 3, 'idNumber')).toEqual({ text: LI });
    const [last = ''] = desk.lines().slice(-1);
    expect(JSON.parse(last)).toMatchObject({ op: 'V', d: { call: 'imports.cell', field: 'idNumber' } });
    expect(last).not.toContain(LI);
  });
});

describe('households', () => {
  const at = (name: string, relation: string, number = '', address = DOOR) =>
    line(name, '', '', '', address, relation, number);
  async function families(desk: ImportDesk) {
    const people = desk.people();
    return desk.households().map(({ id, number }) => ({
      number,
      members: people
        .filter(({ householdId }) => householdId === id)
        .map(({ name, relation }) => `${name}${relation ?? ''}`),
    }));
  }

  test('are made around the head a sheet names at a door, and two heads are two families', async () => {
    const desk = openImportDesk();
    const { id, check: counts } = await check(
      desk,
      at('李欣', '户主'),
      at('王敏', '妻'),
      at('赵强', '户主'),
      at('孙丽', '妻'),
      at('周房客', '租客'),
      at('吴一', '子', '', '青禾苑3栋502'),
    );
    expect(counts.newHouseholds).toBe(2);
    await desk.commit(id);
    expect(await families(desk)).toEqual([
      { number: '', members: ['李欣02', '王敏12'] },
      { number: '', members: ['赵强02', '孙丽12'] },
    ]);
  });

  test('have the number of the sheet, one head, and one door', async () => {
    const desk = openImportDesk();
    await desk.imported(
      desk.sheet(
        HEADER,
        at('王敏', '妻', '12'),
        at('李欣', '户主', '12'),
        at('李华', '户主', '１２'),
        at('李远', '子', '12', '青禾苑9栋901'),
      ),
    );
    expect(await families(desk)).toEqual([
      { number: '12', members: ['王敏12', '李欣02', '李华'] },
      { number: '12', members: ['李远20'] },
    ]);
  });

  test('of the ledger take in who belongs to them', async () => {
    const desk = openImportDesk();
    await desk.imported(desk.sheet(HEADER, at('李欣', '户主', '12')));
    await desk.imported(desk.sheet(HEADER, at('王敏', '妻', '12'), at('李远', '子')));
    expect(await families(desk)).toEqual([{ number: '12', members: ['李欣02', '王敏12', '李远20'] }]);
  });
});

test('however a sheet repeats and spoils its people, every row is counted once, and a second import brings nothing', async () => {
  const person = fc.record({
    name: fc.constantFrom('李欣', '王强', '李新', ''),
    number: fc.constantFrom(LI, WANG, '', '无', '519901199104120000', LI.slice(0, 16)),
    birth: fc.constantFrom('', '1991-04-12', '1980.1.1'),
    phone: fc.constantFrom('', '15400015678', '15400015679、15400015678'),
    address: fc.constantFrom(DOOR, '青禾苑三幢501室', '青禾苑3-2-501', '青龙村2组15号', '青禾苑', ''),
    relation: fc.constantFrom('户主', '妻', '', '租客', '媳妇'),
    household: fc.constantFrom('', '12', '13'),
    register: fc.constantFrom('', '青禾路1号'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.constantFrom('new', 'merge', 'skip', null)),
      async (people, choices) => {
        const desk = openImportDesk({ keep: true });
        try {
          const lines = people.map((one) => line(...Object.values(one).map((cell) => `"${cell}"`)));
          const path = desk.sheet(HEADER, ...lines);
          const { id, check: first } = await desk.checked(path);
          let counts = first;
          let decidedOtherwise = false;
          for (const { row } of await desk.rows(id, 'twins')) {
            const { value: choice } = choices.next() as { value: 'new' | 'merge' | 'skip' | null };
            const now = (await desk.rows(id, 'twins')).find((one) => one.row === row);
            if (choice === null || now === undefined) continue;
            // What a person decided against the rules is asked anew the next time.
            const joins = now.outcome === 'merge' || now.outcome === 'duplicate';
            decidedOtherwise ||= choice === 'skip' || (choice === 'merge' && !joins);
            counts = await desk.imports.decide(
              { import: id, rows: [row], choice },
              desk.officer,
              desk.context,
            );
          }
          const { read, imported, merged, duplicate, rejected } = counts;
          expect(imported + merged + duplicate + rejected).toBe(read);
          const shown = await desk.rows(id);
          expect(shown).toHaveLength(read);
          await desk.commit(id);
          expect(desk.people()).toHaveLength(imported);
          expect(desk.addresses()).toHaveLength(2 + counts.newAddresses);
          expect(desk.households()).toHaveLength(counts.newHouseholds);
          if (decidedOtherwise) return;
          const before = desk.lines().length;
          const again = await desk.checked(path);
          expect(again.check).toMatchObject({ imported: 0, merged: 0, newAddresses: 0, newHouseholds: 0 });
          await desk.commit(again.id);
          expect(desk.lines()).toHaveLength(before);
        } finally {
          desk.close();
        }
      },
    ),
    { numRuns: 40 },
  );
});
