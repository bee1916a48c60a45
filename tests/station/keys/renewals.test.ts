import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { digitsOf, generateSigner, openReceipt, type OpenedReceipt } from '#bundle-format';
import { enrol, enrolmentFile, newOffice, type OfficeKit } from '../office-kit.ts';
import { filesBelow, newStation, newStick, onlyRow, tempFolder, type StationKit } from '../station-kit.ts';
import { renewedOffice, type RenewedOffice } from './renewed-office.ts';

let station: StationKit;
let office: OfficeKit;

beforeEach(async () => {
  station = await newStation();
  office = await newOffice(station);
  await enrol(station, office);
  const stick = newStick();
  office.visitors(1);
  await office.seal(stick.toStation, 1);
  await station.done('receive', '--from', stick.root);
});

/** A stick with the renewal and the first bundle of the new key. */
async function stickOf(renewed: RenewedOffice) {
  const stick = newStick();
  copyFileSync(renewed.file, join(stick.toStation, basename(renewed.file)));
  await renewed.seal(stick.toStation);
  return stick;
}

const checksOf = (files: readonly { check: string | null }[] = []) =>
  files.map(({ check }) => check).toSorted();

async function receiptFor(renewed: RenewedOffice, toOffice: string): Promise<OpenedReceipt> {
  const { sign } = await station.keyset();
  const reader = {
    office: office.code,
    station: '519901',
    identities: [renewed.box.identity],
    signers: sign,
  };
  const [path = ''] = filesBelow(toOffice);
  const opened = await openReceipt(path, reader);
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  return opened;
}

test('new keys follow without meeting: the old one ends where the new one begins, and receipts go to the new box', async () => {
  const renewed = await renewedOffice(station, office);
  expect(await station.done('enrol', renewed.file, '--renew')).toMatchObject({ isNew: true, keyset: 3 });
  const { offices = [] } = await station.done('offices');
  expect(offices.map(({ from, to }) => [from, to])).toEqual([
    [
      { epoch: 1, seq: 1 },
      { epoch: 1, seq: 1 },
    ],
    [{ epoch: 1, seq: 2 }, null],
  ]);
  const stick = await stickOf(renewed);
  const { files } = await station.done('receive', '--from', stick.root);
  expect(checksOf(files)).toEqual(['I808', null].toSorted());
  expect((await receiptFor(renewed, stick.toOffice)).manifest.applied).toMatchObject({ '1': { n: 2 } });
  expect(await station.done('enrol', renewed.file, '--renew')).toMatchObject({ isNew: false, keyset: 3 });
});

test('a stick that comes first is held, not refused, and comes in by itself once the renewal was enrolled', async () => {
  const renewed = await renewedOffice(station, office);
  const stick = await stickOf(renewed);
  const first = await station.run('receive', '--from', stick.root);
  expect(first.exit).toBe(3);
  expect(checksOf(first.answer.files)).toEqual(['E307', 'E807']);
  expect(first.answer.receipts).toEqual([]);
  await station.done('enrol', renewed.file, '--renew');
  const other = newStick();
  await renewed.seal(other.toStation);
  const second = await station.done('receive', '--from', other.root);
  expect(checksOf(second.files)).toEqual([null]);
  expect(checksOf(second.settled)).toEqual(['I808', null].toSorted());
});

test('what the old key sealed before the change is received after it', async () => {
  const late = newStick();
  office.visitors(1);
  await office.seal(late.toStation, 2);
  const renewed = await renewedOffice(station, office);
  await station.done('enrol', renewed.file, '--renew');
  const stick = await stickOf(renewed);
  const held = await station.run('receive', '--from', stick.root);
  expect(checksOf(held.answer.files)).toEqual(['E503', 'I808']);
  const { files, settled } = await station.done('receive', '--from', late.root);
  expect(checksOf(files)).toEqual([null]);
  expect(settled?.map(({ disposition }) => disposition)).toContain('apply');
});

test('the word of a key that was closed, of a stranger, or of another office counts for nothing: exit 5', async () => {
  const other = await newOffice(station, { code: '519901-08' });
  await enrol(station, other);
  const stranger = generateSigner();
  const words = [
    await renewedOffice(station, office, { by: stranger }),
    await renewedOffice(station, office, { by: other.signer }),
  ];
  for (const { file } of words)
    expect(await station.run('enrol', file, '--renew')).toMatchObject({
      exit: 5,
      answer: { code: 'renewal-revoked' },
    });
  const [byStranger] = words;
  if (byStranger === undefined) throw new Error('none');
  const stick = await stickOf(byStranger);
  expect(checksOf((await station.run('receive', '--from', stick.root)).answer.files)).toEqual([
    'E303',
    'E304',
  ]);

  const stolen = await renewedOffice(station, office, { from: { epoch: 1, seq: 3 } });
  await station.done('revoke', office.code, '--reason', '电脑失窃');
  expect(await station.run('enrol', stolen.file, '--renew')).toMatchObject({
    exit: 5,
    answer: { code: 'renewal-revoked' },
  });
  expect((await station.done('offices')).offices).toHaveLength(2);
});

test('a renewal that begins before what was received, or that nobody countersigned, is refused', async () => {
  const behind = await renewedOffice(station, office, { from: { epoch: 1, seq: 1 } });
  expect(await station.run('enrol', behind.file, '--renew')).toMatchObject({
    exit: 3,
    answer: { code: 'enrolment-behind' },
  });
  const fresh = await newOffice(station);
  expect(await station.run('enrol', await enrolmentFile(fresh), '--renew')).toMatchObject({
    exit: 3,
    answer: { code: 'not-a-renewal' },
  });
});

test('in person a renewal is an enrolment like any other, with its digits compared', async () => {
  await station.done('revoke', office.code, '--reason', '电脑失窃');
  const renewed = await renewedOffice(station, office);
  const digits = digitsOf([renewed.signer.publicKey, renewed.box.recipient]).join(' ');
  expect(await station.done('enrol', renewed.file, '--digits', digits, '--out', tempFolder())).toMatchObject({
    isNew: true,
  });
  const stick = newStick();
  await renewed.seal(stick.toStation);
  expect(onlyRow(await station.run('receive', '--from', stick.root))).toMatchObject({ disposition: 'apply' });
});
