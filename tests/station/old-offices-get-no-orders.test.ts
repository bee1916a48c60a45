import { expect, test } from 'vitest';
import { enrol, newOffice, onlyReceipt } from './office-kit.ts';
import { newStation, newStick } from './station-kit.ts';

const ORDER = [
  '--title',
  '护校巡防',
  '--text',
  '放学时段值守。',
  '--due',
  '2026-11-27',
  '--sender',
  '郑审核',
];

test('an office whose software is of before gets no part that it could not read, and everything once it is renewed', async () => {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  const week = async (schema: number) => {
    const stick = newStick();
    office.visitors(1);
    await office.seal(stick.toStation, office.last(), office.last(), { schema });
    await station.done('receive', '--from', stick.root);
    return onlyReceipt(station, office, stick.toOffice);
  };
  // Nothing was ever received of it: nobody knows what it reads.
  const given = await station.done('order', office.code, ...ORDER);
  expect(given).toMatchObject({ orders: [{ waits: 'older-software' }] });
  const before = await week(110);
  expect(before.orders).toEqual([]);
  expect(before.manifest.files.map(({ name }) => name)).toEqual(['keyset.jwb']);
  expect(before.manifest.applied['1']?.n).toBe(1);
  const after = await week(120);
  expect(after.orders).toMatchObject([{ title: '护校巡防', withdrawn: null }]);
  expect(after.manifest.files.map(({ name }) => name)).toEqual(['keyset.jwb', 'dispatch.json']);
  expect(await station.done('orders', office.code)).toMatchObject({ orders: [{ stands: 'sent' }] });
});

test('what an office forgets of an order and of a record, the station forgets of what it sent about them', async () => {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  const line = { l: 'residents', k: '07-000001', d: { name: '何远' } };
  office.write(line);
  const stick = newStick();
  await office.seal(stick.toStation, 1, 1, { schema: 120 });
  await station.done('receive', '--from', stick.root);
  await station.done('order', office.code, ...ORDER);
  await station.done(
    'correct',
    office.code,
    'residents',
    '07-000001',
    '--set',
    'name=何遠',
    '--reason',
    '户籍底册如此',
    '--officer',
    '郑审核',
  );
  const answer = newStick();
  await station.done('answer', office.code, '--to', answer.root);
  const { orders, manifest } = await onlyReceipt(station, office, answer.toOffice);
  expect(manifest.corrections).toMatchObject([{ k: '07-000001', base: 1, fields: '{"name":"何遠"}' }]);
  const sentId = orders[0]?.id ?? '';
  office.write(
    { l: 'orders', k: '07-000001', d: { sentId, state: 'done', feedback: '已办。', title: '护校巡防' } },
    { l: 'orders', k: '07-000001', op: 'F', b: 2, v: 2, d: { sentId, state: 'done' } },
    { l: 'residents', k: '07-000001', op: 'F', b: 2, v: 2, d: {} },
  );
  const later = newStick();
  await office.seal(later.toStation, 2, office.last(), { schema: 120 });
  await station.done('receive', '--from', later.root);
  expect(await station.done('orders', office.code)).toMatchObject({
    orders: [{ stands: 'done', title: '', text: '' }],
  });
  expect(await station.done('corrections', office.code)).toMatchObject({
    corrections: [{ end: 'gone', fields: [] }],
  });
  const next = newStick();
  await station.done('answer', office.code, '--to', next.root);
  const last = await onlyReceipt(station, office, next.toOffice);
  expect([last.orders, last.manifest.corrections]).toEqual([[], []]);
});
