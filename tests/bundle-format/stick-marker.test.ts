import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  encodeStickMarker,
  generateSigner,
  isStickSerial,
  judgeStickMarker,
  readStickMarker,
  resignStickMarker,
  stickNames,
  stickNamespace,
  writeStickMarker,
  type StickMarker,
} from '#bundle-format';
import { signSsh } from '#bundle-format/sshsig.ts';
import { tempFolder } from './temp-folder.ts';

const station = generateSigner();
const reader = { station: '519901', sign: [station.publicKey] };
const marker: StickMarker = {
  format: 'jwb-stick',
  v: 1,
  station: '519901',
  id: '0123456789abcdef',
  serial: '03号',
  created: '2026-11-23T08:00:00.000Z',
};
const bytes = Buffer.from(encodeStickMarker(marker));
const signature = Buffer.from(signSsh(station, stickNamespace, bytes));

let root: string;
beforeEach(() => {
  root = tempFolder();
});
const at = (name: string) => join(root, stickNames.root, name);

describe('the marker of a stick', () => {
  test('is read back as it was written, by a reader who knows its station', async () => {
    expect(await writeStickMarker(root, station, marker)).toEqual({ ok: true });
    expect(readdirSync(join(root, 'JWB')).sort()).toEqual(['jwbstick.json', 'jwbstick.json.sig']);
    expect(readFileSync(at(stickNames.marker), 'utf8')).toBe(
      '{"format":"jwb-stick","v":1,"station":"519901","id":"0123456789abcdef","serial":"03号","created":"2026-11-23T08:00:00.000Z"}\n',
    );
    expect(await readStickMarker(root, reader)).toEqual(marker);
    expect(await writeStickMarker(root, station, marker)).toEqual({ ok: true });
  });

  test('is nobody’s for another station, another signer, another purpose', () => {
    const foreign = { ok: false, code: 'E102' };
    expect(judgeStickMarker(bytes, signature, { ...reader, station: '519902' })).toMatchObject(foreign);
    expect(judgeStickMarker(bytes, signature, { ...reader, sign: [] })).toMatchObject(foreign);
    const other = Buffer.from(signSsh(generateSigner(), stickNamespace, bytes));
    expect(judgeStickMarker(bytes, other, reader)).toMatchObject(foreign);
    const receipt = Buffer.from(signSsh(station, 'jwb-receipt-v1@jwb', bytes));
    expect(judgeStickMarker(bytes, receipt, reader)).toMatchObject(foreign);
  });

  test('is refused with a bit changed in any byte, in it or in its signature', () => {
    const flip = (of: Buffer, bit: number) => {
      const changed = Buffer.from(of);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return changed;
    };
    for (let bit = 0; bit < bytes.length * 8; bit += 7)
      expect(judgeStickMarker(flip(bytes, bit), signature, reader)).toHaveProperty('ok', false);
    for (let bit = 0; bit < signature.length * 8; bit += 7)
      expect(judgeStickMarker(bytes, flip(signature, bit), reader)).toHaveProperty('ok', false);
  });

  test('has one form: whatever else the station might have signed is not read', () => {
    const signed = (text: string) => {
      const other = Buffer.from(text);
      return judgeStickMarker(other, Buffer.from(signSsh(station, stickNamespace, other)), reader);
    };
    const text = encodeStickMarker(marker);
    expect(signed(text)).toEqual(marker);
    for (const wrong of [
      text.trimEnd(),
      ` ${text}`,
      text.replace('"v":1', '"v":2'),
      text.replace('"v":1', '"v": 1'),
      text.replace('jwb-stick', 'jwb-keyset'),
      text.replace('{', '{"office":"519901-07",'),
      text.replace('0123456789abcdef', '0123456789ABCDEF'),
      text.replace('03号', ''),
      text.replace('03号', '0 3'),
      '{}\n',
      '\n',
      'null\n',
    ])
      expect({ wrong, read: signed(wrong) }).toMatchObject({ read: { ok: false, code: 'E102' } });
  });

  test('never throws, whatever bytes stand in the two files', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (a, b) => {
        expect(judgeStickMarker(a, b, reader)).toHaveProperty('ok', false);
        const own = Buffer.from(signSsh(station, stickNamespace, a));
        expect(judgeStickMarker(a, own, reader)).toHaveProperty('ok', false);
      }),
      { numRuns: 50 },
    );
  });

  test('takes any serial that fits on a label, and encodes to one text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (serial) => {
        const fits = isStickSerial(serial);
        if (!fits) expect(() => encodeStickMarker({ ...marker, serial })).toThrow(TypeError);
        else expect(JSON.parse(encodeStickMarker({ ...marker, serial }))).toEqual({ ...marker, serial });
      }),
    );
    for (const serial of ['', 'a'.repeat(17), 'a b', 'a\nb', '\u200b'])
      expect(isStickSerial(serial)).toBe(false);
  });
});

describe('a stick', () => {
  const foreign = { ok: false, code: 'E102' };

  test('without a marker, with half of one, or with a link or a huge file in its place is not ours', async () => {
    expect(await readStickMarker(join(root, 'gone'), reader)).toMatchObject(foreign);
    expect(await readStickMarker(root, reader)).toMatchObject(foreign);
    mkdirSync(join(root, 'JWB'));
    writeFileSync(at(stickNames.signature), signature);
    expect(await readStickMarker(root, reader)).toMatchObject(foreign);
    writeFileSync(join(root, 'elsewhere'), bytes);
    symlinkSync(join(root, 'elsewhere'), at(stickNames.marker));
    expect(await readStickMarker(root, reader)).toMatchObject(foreign);
    rmSync(at(stickNames.marker));
    writeFileSync(at(stickNames.marker), Buffer.alloc(5000, 0x20));
    expect(await readStickMarker(root, reader)).toMatchObject(foreign);
  });

  test('whose JWB is a link leads nowhere', async () => {
    const other = tempFolder();
    await writeStickMarker(other, station, marker);
    symlinkSync(join(other, 'JWB'), join(root, 'JWB'));
    expect(await readStickMarker(root, reader)).toMatchObject(foreign);
  });

  test('whose enrolling was interrupted is enrolled by the next try; another marker is never overwritten', async () => {
    mkdirSync(join(root, 'JWB'));
    writeFileSync(at(stickNames.signature), signature);
    const again = { ...marker, id: 'fedcba9876543210' };
    expect(await writeStickMarker(root, station, again)).toEqual({ ok: true });
    expect(await readStickMarker(root, reader)).toEqual(again);
    expect(await writeStickMarker(root, station, marker)).toMatchObject({ ok: false, code: 'E903' });
    expect(await readStickMarker(root, reader)).toEqual(again);
  });

  test('of a former key is signed anew: the same marker, the new signature, and only for whom it was ours', async () => {
    expect(await writeStickMarker(root, station, marker)).toEqual({ ok: true });
    const [own, fresh] = [reader.sign[0] ?? '', generateSigner()];
    const both = { ...reader, sign: [fresh.publicKey, own] };
    const only = { ...reader, sign: [fresh.publicKey] };
    expect(await resignStickMarker(root, only, fresh)).toMatchObject(foreign);
    expect(await readStickMarker(root, reader)).toEqual(marker);
    expect(await resignStickMarker(root, both, fresh)).toEqual({ ok: true, marker, renewed: true });
    expect(await readStickMarker(root, only)).toEqual(marker);
    expect(await readStickMarker(root, reader)).toMatchObject(foreign);
    expect(await resignStickMarker(root, both, fresh)).toEqual({ ok: true, marker, renewed: false });
    expect(readdirSync(join(root, 'JWB')).toSorted()).toEqual(['jwbstick.json', 'jwbstick.json.sig']);
  });
});
