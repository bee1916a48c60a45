/** What the station says of a quarter, and what it takes out for an audit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isUnseen } from '#shared/ledgers/names.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { SHOWN_FIELDS } from '#station/extracting/shown-fields.ts';
import { quarterOf, quarterStand } from '#station/reporting/quarter.ts';
import { enrol, newOffice } from './office-kit.ts';
import { newStation, newStick, tempFolder } from './station-kit.ts';

describe('a quarter', () => {
  test('has the ISO weeks whose Thursday lies in it, and every week of a year lies in one', () => {
    const weeks = ['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2027Q1'].map(
      (name) => quarterOf(name)?.weeks ?? [],
    );
    expect(weeks[3]?.[0]).toBe('2026-09-28');
    expect(weeks[3]?.at(-1)).toBe('2026-12-28');
    expect(weeks.slice(0, 4).flat()).toHaveLength(53);
    expect(new Set(weeks.flat()).size).toBe(weeks.flat().length);
    for (const wrong of ['2026Q5', '2026', '26Q1', '2026q1', '']) expect(quarterOf(wrong), wrong).toBeNull();
  });

  const quarter = quarterOf('2026Q4');
  if (quarter === null) throw new Error('no quarter');
  const sealedOn = (day: string, counts = {}) => ({
    sealedEpoch: 1,
    seq: 1,
    sealedAt: `${day}T16:00:00.000+08:00`,
    receivedAt: `${day}T09:00:00.000Z`,
    counts,
  });

  test('owes no week before the station knew the office, none that is not over, none in which nobody works', () => {
    expect(quarterStand(quarter, '2026-11-18', [], '2026-11-30')).toMatchObject({
      due: 2,
      come: 0,
      late: [],
      missing: ['2026-W47', '2026-W48'],
    });
    expect(quarterStand(quarter, '2026-11-18', [], '2026-11-29').missing).toEqual(['2026-W47']);
    expect(quarterStand(quarter, '2026-01-01', [], '2026-10-12').due).toBeLessThanOrEqual(2);
  });

  test('names a week that a later bundle caught up apart from one that has not come', () => {
    const stand = quarterStand(
      quarter,
      '2026-11-09',
      [sealedOn('2026-11-13'), sealedOn('2026-11-27')],
      '2026-12-08',
    );
    expect(stand).toMatchObject({ due: 4, come: 2, late: ['2026-W47'], missing: ['2026-W49'], bundles: 2 });
  });

  test('sums what the bundles counted, tells the newest live rows, and no ledger that nobody is told of', () => {
    const count = (made: number, live: number) => ({ made, changed: 1, retired: 0, live });
    const bundles = [
      sealedOn('2026-09-25', { visitors: count(100, 100) }),
      sealedOn('2026-11-13', { visitors: count(5, 105), statutory_matters: count(1, 1) }),
      sealedOn('2026-11-20', { visitors: count(2, 107) }),
    ];
    expect(quarterStand(quarter, '2026-09-01', bundles, '2026-12-08').ledgers).toEqual({
      visitors: { made: 7, changed: 2, retired: 0, live: 107 },
    });
  });

  test('is reported by office code, with nothing that puts one before another', async () => {
    const station = await newStation();
    for (const code of ['519901-08', '519901-07']) await enrol(station, await newOffice(station, { code }));
    station.clock.forward({ days: 14 });
    const { offices } = await station.done('report', '--quarter', '2026Q4');
    expect(offices?.map(({ office }) => office)).toEqual(['519901-07', '519901-08']);
    expect(Object.keys(offices?.[0] ?? {}).toSorted()).toEqual([
      'bundles',
      'come',
      'due',
      'late',
      'ledgers',
      'missing',
      'name',
      'office',
    ]);
    expect(await station.run('report', '--quarter', '2026Q9')).toMatchObject({
      exit: 2,
      answer: { code: 'usage' },
    });
  });
});

describe('an extract', () => {
  test('shows only fields that stay when a record is forgotten, of ledgers that anybody may be told of', () => {
    const apart = /^(statutory|care|rights|sealed)/;
    for (const [name, fields] of Object.entries(SHOWN_FIELDS)) {
      expect(isUnseen(name) || apart.test(name), name).toBe(false);
      const ledger = LEDGER_TABLES.find((candidate) => candidate.name === name);
      if (fields.length > 0) expect(ledger?.keeps, name).toEqual(expect.arrayContaining([...fields]));
      expect(ledger, name).toBeDefined();
    }
  });

  test('as csv calculates nothing, as ndjson is one object a line, and is understood to the letter', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    await enrol(station, office);
    office.write({ k: '-1' });
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    const folder = tempFolder();
    const take = (format: string, ...more: string[]) =>
      station.run('extract', '--what', 'lines', '--format', format, '--out', join(folder, format), ...more);
    expect((await take('csv')).exit).toBe(0);
    expect(readFileSync(join(folder, 'csv'), 'utf8')).toContain(`,07-000002,desk,visitors,'-1,I,`);
    expect((await take('ndjson', '--reason', '季度抽查')).answer).toMatchObject({ ok: true, rows: 1 });
    expect(JSON.parse(readFileSync(join(folder, 'ndjson'), 'utf8'))).toMatchObject({
      actor: '07-000002',
      record: '-1',
    });
    for (const wrong of [
      await take('xlsx'),
      await station.run('extract', '--what', 'people', '--format', 'csv', '--out', join(folder, 'x')),
      await station.run(
        'extract',
        '--what',
        'records',
        '--since',
        '2026-10-01',
        '--format',
        'csv',
        '--out',
        join(folder, 'x'),
      ),
    ])
      expect([wrong.exit, wrong.answer.code]).toEqual([2, 'usage']);
    expect((await take('csv', '--office', '519901-99')).answer.code).toBe('unknown-office');
  });
});
