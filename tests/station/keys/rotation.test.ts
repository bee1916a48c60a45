import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { kindOf, openKeyset, openReceipt, readStickMarker, type Keyset } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { enrol, newOffice, type OfficeKit } from '../office-kit.ts';
import { renewedOffice } from './renewed-office.ts';
import { newStation, newStick, onlyRow, type StationKit } from '../station-kit.ts';

let station: StationKit;
let office: OfficeKit;
let before: Keyset;

beforeEach(async () => {
  station = await newStation();
  office = await newOffice(station);
  await enrol(station, office);
  before = await station.keyset();
});

/** One week of the office, sealed to the keyset it holds, as it arrives. */
async function week(holds: Keyset, of: OfficeKit = office) {
  of.visitors(1);
  const stick = newStick();
  const { path } = await of.seal(stick.toStation, of.last(), of.last(), { keyset: holds });
  return { stick, path };
}

async function receive(holds: Keyset, of: OfficeKit = office) {
  const { stick } = await week(holds, of);
  const answer = await station.done('receive', '--from', stick.root);
  return { stick, answer };
}

/** The receipt on a stick, as an office opens it that holds this keyset: 'ok', or the code. */
async function readAs(holds: Keyset, toOffice: string, of: OfficeKit = office): Promise<string> {
  for (const name of readdirSync(toOffice)) {
    const path = join(toOffice, name);
    if ((await kindOf(path)) !== 'receipt') continue;
    const { code, box } = of;
    const reader = { office: code, station: '519901', identities: [box.identity], signers: holds.sign };
    const opened = await openReceipt(path, reader);
    return opened.ok ? 'ok' : opened.code;
  }
  return 'none';
}

describe('another station-op', () => {
  test('opens what is sealed to either, until the former key is destroyed: then escrow alone does', async () => {
    expect(await station.done('rotate', '--op')).toMatchObject({ keyset: 3, waiting: [{ keyset: null }] });
    const after = await station.keyset();
    expect(after.recipients.escrow).toBe(before.recipients.escrow);
    expect(after.recipients.op).not.toBe(before.recipients.op);
    await receive(before);
    const late = await week(before);
    await station.done('receive', '--from', late.stick.root);
    await receive(after);
    expect(await station.done('retire', '--op')).toMatchObject({ destroyed: 1, needEscrow: 0, keyset: 3 });

    const again = await station.done('receive', '--from', late.stick.root);
    expect(again.files).toMatchObject([{ check: 'I502' }]);
    const found = await week(before);
    const ran = await station.run('receive', '--from', found.stick.root);
    expect(ran.exit).toBe(4);
    expect(onlyRow(ran)).toMatchObject({ check: 'E402', disposition: 'hold' });
    const { escrowKey } = homeAt(station.home);
    const opened = await station.done('receive', '--from', found.stick.root, '--escrow', escrowKey);
    expect(opened.files).toMatchObject([{ disposition: 'apply' }]);
  });

  test('is rehearsed to be lost: the escrow key alone opens what was sealed before and after the change', async () => {
    const old = await week(before);
    await station.done('rotate', '--op');
    const fresh = await week(await station.keyset());
    const { escrowKey, rootKey } = homeAt(station.home);
    const drill = await station.done('verify', old.path, fresh.path, '--escrow', escrowKey);
    expect(drill.files?.map(({ disposition }) => disposition)).toEqual(['apply', 'apply']);
    const foreign = homeAt((await newStation()).home).escrowKey;
    expect(await station.run('verify', old.path, '--escrow', foreign)).toMatchObject({
      exit: 4,
      answer: { code: 'escrow-differs' },
    });
    expect(await station.run('verify', old.path, '--escrow', rootKey)).toMatchObject({ exit: 5 });
  });

  test('is not finished while an office seals to the former one, or sends nothing: retire says which', async () => {
    const silent = await newOffice(station, { code: '519901-08' });
    await enrol(station, silent);
    const old = await station.keyset();
    await station.done('rotate', '--op');
    await receive(old);
    const after = await station.keyset();
    const refused = await station.run('retire', '--op');
    expect(refused).toMatchObject({ exit: 3, answer: { code: 'not-echoed' } });
    expect(refused.err).toContain(`519901-07 (${old.version})`);
    expect(refused.err).toContain('519901-08 (-)');
    await receive(after);
    expect((await station.run('retire', '--op')).answer).toMatchObject({ detail: '519901-08 (-)' });
    await station.done('revoke', '519901-08', '--reason', '警务室撤并');
    await station.done('retire', '--op');
  });

  test('is not finished while a file that is sealed to the former one waits for something', async () => {
    await station.done('rotate', '--op');
    await receive(await station.keyset());
    const renewed = await renewedOffice(station, office);
    const stick = newStick();
    copyFileSync(renewed.file, join(stick.toStation, basename(renewed.file)));
    await renewed.seal(stick.toStation, { keyset: before });
    const held = await station.run('receive', '--from', stick.root);
    expect(held.answer.files?.map(({ check }) => check).toSorted()).toEqual(['E307', 'E807']);
    expect(await station.run('retire', '--op')).toMatchObject({ exit: 3, answer: { code: 'bundle-waits' } });
    await station.done('enrol', renewed.file, '--renew');
    // What was held comes in first; it says that the office is still on the keyset of before.
    await station.done('receive', '--from', stick.root);
    expect(await station.run('retire', '--op')).toMatchObject({ answer: { code: 'not-echoed' } });
  });

  test('is made one at a time, and an interrupted one is taken up again', async () => {
    const { stationKey, keysets } = homeAt(station.home);
    const whole = readFileSync(stationKey);
    await station.done('rotate', '--op');
    const made = await station.keyset();
    expect(await station.run('rotate', '--op')).toMatchObject({
      exit: 3,
      answer: { code: 'rotation-underway' },
    });
    // The key file of before under the keyset of after is a folder that was put together from two times.
    const after = readFileSync(stationKey);
    writeFileSync(stationKey, whole);
    expect(await station.run('offices')).toMatchObject({ exit: 4, answer: { code: 'keys-older' } });
    writeFileSync(stationKey, after);
    expect(readdirSync(keysets)).toHaveLength(3);
    expect((await station.keyset()).recipients).toEqual(made.recipients);
  });

  test('needs the root key, and leaves everything as it was without it', async () => {
    const { rootKey, stationKey } = homeAt(station.home);
    const foreign = homeAt((await newStation()).home).rootKey;
    const key = readFileSync(stationKey);
    expect(await station.run('rotate', '--op', '--root', foreign)).toMatchObject({
      answer: { code: 'root-differs' },
    });
    expect(readFileSync(stationKey).equals(key)).toBe(true);
    expect((await station.keyset()).version).toBe(2);
    expect(await station.run('rotate')).toMatchObject({ exit: 2 });
    expect(await station.run('rotate', '--op', '--sign', '--root', rootKey)).toMatchObject({ exit: 2 });
    expect(await station.run('retire', '--op')).toMatchObject({ answer: { code: 'nothing-to-retire' } });
  });
});

describe('another station-sign', () => {
  test('signs for an office only once that office holds the keyset that names it', async () => {
    const first = await receive(before);
    expect(await readAs(before, first.stick.toOffice)).toBe('ok');
    await station.done('rotate', '--sign');
    const after = await station.keyset();
    expect(after.sign).toHaveLength(2);
    expect(after.sign[1]).toBe(before.sign[0]);

    const second = await receive(before);
    expect(await readAs(before, second.stick.toOffice)).toBe('ok');
    const third = await receive(after);
    const newest = { ...after, sign: after.sign.slice(0, 1) };
    expect(await readAs(newest, third.stick.toOffice)).toBe('ok');
    expect(await readAs(before, third.stick.toOffice)).toBe('E703');
    // The office was restored and seals to what it held then: it is answered so that it can read it.
    const fourth = await receive(before);
    expect(await readAs(before, fourth.stick.toOffice)).toBe('ok');
  });

  test('is retired once every office holds it; the newest keyset lies beside the receipts for whoever missed all', async () => {
    await receive(before);
    await station.done('rotate', '--sign');
    const both = await station.keyset();
    expect(await station.run('retire', '--sign')).toMatchObject({ answer: { code: 'not-echoed' } });
    await receive(both);
    expect(await station.done('retire', '--sign')).toMatchObject({ destroyed: 1, keyset: 4 });
    const only = await station.keyset();
    expect(only.sign).toEqual([both.sign[0]]);
    const last = await receive(both);
    expect(await readAs(only, last.stick.toOffice)).toBe('ok');
    const names = readdirSync(last.stick.toOffice).map((name) => join(last.stick.toOffice, name));
    const kinds = await Promise.all(names.map((name) => kindOf(name)));
    const card = names[kinds.indexOf('keyset')] ?? '';
    const opened = await openKeyset(card, { root: before.root, held: before });
    expect(opened).toMatchObject({ ok: true, keyset: { version: 4 } });
    expect(await station.run('retire', '--sign')).toMatchObject({ answer: { code: 'nothing-to-retire' } });
  });

  test('signs the sticks anew when they come by, not before every office knows it', async () => {
    const { stick } = await receive(before);
    await station.done('stick', '--to', stick.root, '--serial', '03');
    const knownBy = async (holds: Keyset) =>
      'ok' in (await readStickMarker(stick.root, { station: '519901', sign: holds.sign }));
    await station.done('rotate', '--sign');
    const both = await station.keyset();
    const newest = { ...both, sign: both.sign.slice(0, 1) };
    expect(await station.done('stick', '--to', stick.root)).toMatchObject({ isNew: false, renewed: false });
    expect(await knownBy(before)).toBe(false);
    await receive(both);
    expect(await station.done('stick', '--to', stick.root)).toMatchObject({ isNew: false, renewed: true });
    expect(await knownBy(newest)).toBe(false);
    expect(await knownBy(before)).toBe(true);
  });
});
