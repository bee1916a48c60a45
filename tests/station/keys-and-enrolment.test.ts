import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { digitsOfEnrolment, digitsOfKeyset, generateBox, generateSigner, openKeyset } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { enrol, enrolmentFile, newOffice, officeWith } from './office-kit.ts';
import {
  filesBelow,
  newStation,
  newStick,
  onlyRow,
  passphrase,
  stationAt,
  tempFolder,
} from './station-kit.ts';

const digitsFor = (office: Awaited<ReturnType<typeof newOffice>>) =>
  digitsOfEnrolment(office.enrolment).join(' ');

describe('keygen', () => {
  test('makes keys for the owner alone, and says which two to carry away', async () => {
    const home = join(tempFolder(), 'home');
    const station = stationAt(home);
    const answer = await station.done('keygen', '--code', '519901', '--name', '青禾镇派出所');
    expect(answer.carryAway).toEqual([join(home, 'root.key.age'), join(home, 'escrow.key.age')]);
    expect(answer.digits).toHaveLength(8);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    for (const name of ['station.key.age', 'root.key.age', 'escrow.key.age']) {
      expect(statSync(join(home, name)).mode & 0o777).toBe(0o600);
    }
  });

  test('never overwrites a key', async () => {
    const station = await newStation();
    const before = filesBelow(station.home).map((path) => readFileSync(path));
    const again = await station.run('keygen', '--code', '519901', '--name', '青禾镇派出所');
    expect(again).toMatchObject({ exit: 3, answer: { ok: false, code: 'station-exists' } });
    expect(filesBelow(station.home).map((path) => readFileSync(path))).toEqual(before);
  });

  test('leaves no secret readable in any file', async () => {
    const station = await newStation();
    for (const path of filesBelow(station.home)) {
      const text = readFileSync(path).toString('latin1');
      expect(text).not.toContain('AGE-SECRET-KEY');
      expect(text).not.toContain('"seed"');
      expect(text).not.toContain('SQLite format 3');
    }
  });

  test('refuses a passphrase that is guessed in an afternoon', async () => {
    for (const weak of ['short', '201911230101']) {
      const station = stationAt(join(tempFolder(), 'home'), weak);
      const ran = await station.run('keygen', '--code', '519901', '--name', '青禾镇派出所');
      expect(ran).toMatchObject({ exit: 3, answer: { code: 'weak-passphrase' } });
    }
  });
});

describe('the passphrase', () => {
  test('when wrong, nothing opens: exit 4', async () => {
    const { home } = await newStation();
    const ran = await stationAt(home, 'another one 1').run('card', '--out', tempFolder());
    expect(ran).toMatchObject({ exit: 4, answer: { ok: false, code: 'wrong-passphrase' } });
  });

  test('when nowhere to be had, says so: exit 4', async () => {
    const { home } = await newStation();
    const ran = await stationAt(home, null).run('offices');
    expect(ran).toMatchObject({ exit: 4, answer: { ok: false, code: 'passphrase-missing' } });
  });

  test('opens the escrow file as the age tools do, and its key opens a bundle', async () => {
    const station = await newStation();
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const text = await decrypter.decrypt(readFileSync(homeAt(station.home).escrowKey), 'text');
    const identity = text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-1')) ?? '';
    const office = await newOffice(station);
    await enrol(station, office);
    office.visitors(1);
    const bundle = readFileSync((await office.seal(tempFolder(), 1)).path);
    const head = bundle.indexOf('body.age', 1536);
    const body = bundle.subarray(head + 512);
    const size = Number.parseInt(bundle.toString('latin1', head + 124, head + 135), 8);
    const escrow = new Decrypter();
    escrow.addIdentity(identity);
    expect(Buffer.from(await escrow.decrypt(body.subarray(0, size))).toString('latin1')).toContain(
      'manifest.json',
    );
  });
});

describe('damaged keys', () => {
  test('a changed key file is named as damaged: exit 5', async () => {
    const station = await newStation();
    const path = homeAt(station.home).stationKey;
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5);
    writeFileSync(path, bytes);
    expect(await station.run('offices')).toMatchObject({ exit: 5, answer: { code: 'key-file-damaged' } });
  });

  test('a changed or removed keyset is noticed: exit 5', async () => {
    const station = await newStation();
    await enrol(station, await newOffice(station));
    const [one = '', two = ''] = filesBelow(homeAt(station.home).keysets);
    const kept = readFileSync(one);
    writeFileSync(one, Buffer.concat([kept.subarray(0, 700), Buffer.from('x'), kept.subarray(701)]));
    expect(await station.run('offices')).toMatchObject({ exit: 5, answer: { code: 'keyset-damaged' } });
    writeFileSync(one, kept);
    const newest = statSync(one).mtimeMs > statSync(two).mtimeMs ? one : two;
    rmSync(newest);
    expect(await station.run('report')).toMatchObject({ exit: 5, answer: { code: 'keyset-damaged' } });
  });
});

describe('the card', () => {
  test('carries the keyset and the digits of the root, which never change', async () => {
    const station = await newStation();
    const out = tempFolder();
    const { file = '', digits } = await station.done('card', '--out', out);
    const opened = await openKeyset(file, { root: null, held: null });
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.digits).toEqual(digits);
    expect(opened.keyset).toMatchObject({ station: '519901', name: '青禾镇派出所', version: 1, offices: [] });
    await enrol(station, await newOffice(station));
    const later = await station.done('card', '--out', out);
    expect(later).toMatchObject({ digits, keyset: 2 });
  });
});

describe('enrolment', () => {
  test('with the right digits, however they are typed, signs the next keyset with the office in it', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    const typed = digitsFor(office).replaceAll(' ', ' - ').replaceAll('1', '１');
    const answer = await station.done(
      'enrol',
      await enrolmentFile(office),
      '--digits',
      typed,
      '--out',
      tempFolder(),
      '--office-name',
      '柳溪南社区警务室',
    );
    const opened = await openKeyset(answer.file ?? '', { root: null, held: null });
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.keyset.version).toBe(2);
    expect(opened.keyset.offices).toEqual([
      {
        office: office.code,
        name: '柳溪南社区警务室',
        sign: office.signer.publicKey,
        box: office.box.recipient,
        from: { epoch: 1, seq: 1 },
        to: null,
      },
    ]);
    expect(answer).toMatchObject({ isNew: true, digits: digitsOfKeyset(opened.keyset) });
  });

  test('with other digits trusts nothing: exit 5', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    const other = await newOffice(station);
    const ran = await station.run(
      'enrol',
      await enrolmentFile(office),
      '--digits',
      digitsFor(other),
      '--out',
      tempFolder(),
    );
    expect(ran).toMatchObject({ exit: 5, answer: { ok: false, code: 'digits-differ' } });
    expect((await station.done('offices')).offices).toEqual([]);
  });

  test('of a changed file is refused before any digits: exit 5', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    const path = await enrolmentFile(office);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 3000) ^ 1, bytes.length - 3000);
    writeFileSync(path, bytes);
    const ran = await station.run('enrol', path, '--digits', digitsFor(office), '--out', tempFolder());
    expect(ran.exit).toBe(5);
    expect(ran.answer.check).toMatch(/^E[0-9]{3}$/);
  });

  test('done twice changes nothing the second time', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    await enrol(station, office);
    expect(await enrol(station, office)).toMatchObject({ isNew: false, keyset: 2 });
  });

  test('needs the root key, which may come from elsewhere', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    const carried = join(tempFolder(), 'root.key.age');
    renameSync(homeAt(station.home).rootKey, carried);
    const argv = ['enrol', await enrolmentFile(office), '--digits', digitsFor(office), '--out', tempFolder()];
    expect(await station.run(...argv)).toMatchObject({ exit: 4, answer: { code: 'key-file-missing' } });
    const foreign = homeAt((await newStation()).home).rootKey;
    expect(await station.run(...argv, '--root', foreign)).toMatchObject({
      exit: 4,
      answer: { code: 'root-differs' },
    });
    await station.done(...argv, '--root', carried);
  });

  test('is for offices of this station only', async () => {
    const station = await newStation();
    const office = await newOffice(station, { code: '519902-01' });
    const ran = await station.run(
      'enrol',
      await enrolmentFile(office),
      '--digits',
      digitsFor(office),
      '--out',
      tempFolder(),
    );
    expect(ran).toMatchObject({ exit: 3, answer: { code: 'enrolment-elsewhere' } });
  });

  test('with another key closes the old one at the last bundle applied, by number and not by date', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    await enrol(station, office);
    office.visitors(2);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);

    const base = { epoch: 1, n: 2, chain: office.chainAt(2) };
    const fresh = officeWith(station, generateSigner(), await generateBox(), { epoch: 2, base });
    await enrol(station, fresh);
    const { offices = [] } = await station.done('offices');
    expect(offices.map(({ from, to }) => [from, to])).toEqual([
      [
        { epoch: 1, seq: 1 },
        { epoch: 1, seq: 1 },
      ],
      [{ epoch: 2, seq: 1 }, null],
    ]);

    office.visitors(1);
    const late = newStick();
    await office.seal(late.toStation, 3);
    const ran = await station.run('receive', '--from', late.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ check: 'E304', code: 'key-retired' });

    fresh.write({ k: '07-000003' });
    const next = newStick();
    await fresh.seal(next.toStation, 1, 1, { live: { visitors: 3 } });
    expect((await station.done('receive', '--from', next.root)).files).toMatchObject([{ code: 'applied' }]);
  });

  test('that would begin before what was already received is refused', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    await enrol(station, office);
    const base = { epoch: 1, n: 0, chain: office.chainAt(0) };
    const restored = officeWith(station, office.signer, office.box, { epoch: 2, base });
    const stick = newStick();
    await restored.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    const fresh = await newOffice(station);
    const ran = await station.run(
      'enrol',
      await enrolmentFile(fresh),
      '--digits',
      digitsFor(fresh),
      '--out',
      tempFolder(),
    );
    expect(ran).toMatchObject({ exit: 3, answer: { code: 'enrolment-behind' } });
  });
});
