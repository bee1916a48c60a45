import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
  judgeReceipt,
  kindOf,
  openKeyset,
  openReceipt,
  sealKeyset,
  sealReceipt,
  verifyBundle,
  type ReceiptManifest,
  type ReceiptState,
} from '#bundle-format';
import {
  box,
  chainAfter,
  codeOf,
  keyset,
  linesOf,
  must,
  office,
  officeReader,
  otherBox,
  receiptBytes,
  receiptOf,
  rootSigner,
  sealedBytes,
  stationReader,
  stationSigner,
  strangerSigner,
} from './office-and-station.ts';
import { hostileReceipt, type Member } from './hostile-bundle.ts';
import { tempFolder } from './temp-folder.ts';

test('a receipt reaches the office it was sealed for, with the keyset inside', async () => {
  const folder = tempFolder();
  const card = must(await sealKeyset({ folder, root: rootSigner, keyset }));
  const keysetFile = await readFile(card.path);
  const input = { folder, signer: stationSigner, box: box.recipient, receipt: receiptOf(), keysetFile };
  const sealed = must(await sealReceipt(input));
  expect(await kindOf(sealed.path)).toBe('receipt');
  const opened = must(await openReceipt(sealed.path, officeReader));
  expect(opened.manifest).toEqual(sealed.manifest);
  expect(opened.manifestSha256).toBe(sealed.manifestSha256);
  expect(opened.keysetFile?.equals(keysetFile)).toBe(true);
  const inside = await openKeyset(opened.keysetFile ?? Buffer.alloc(0), { root: keyset.root, held: null });
  expect(must(inside).keyset).toEqual(keyset);
});

test('a receipt without a keyset says so', async () => {
  expect(must(await openReceipt(await receiptBytes(), officeReader)).keysetFile).toBeNull();
});

test('a receipt for another office, from another signer or in the wrong hands is refused', async () => {
  const folder = tempFolder();
  const toOther = { folder, signer: stationSigner, box: otherBox.recipient, receipt: receiptOf() };
  expect(codeOf(await openReceipt(must(await sealReceipt(toOther)).path, officeReader))).toBe('E702');
  expect(codeOf(await openReceipt(await receiptBytes({ office: '519901-08' }), officeReader))).toBe('E702');
  expect(codeOf(await openReceipt(await receiptBytes({ station: '519902' }), officeReader))).toBe('E708');
  const forged = { folder, signer: strangerSigner, box: box.recipient, receipt: receiptOf() };
  expect(codeOf(await openReceipt(must(await sealReceipt(forged)).path, officeReader))).toBe('E703');
});

test('a bundle is not a receipt and a receipt is not a bundle', async () => {
  expect(codeOf(await openReceipt(await sealedBytes(), officeReader))).toBe('E204');
  expect(codeOf(await verifyBundle(await receiptBytes(), stationReader))).toBe('E204');
});

test('a receipt that contradicts itself cannot be made', async () => {
  const wrong: Partial<ReceiptManifest>[] = [
    { seq: 2 },
    { prev: '0'.repeat(64) },
    { durable: { '1': 41 } },
    { held: [{ epoch: 1, from: 9, to: 8 }] },
    { applied: { '0': { n: 1, chain: '0'.repeat(64) } } },
    { station_tag: 'xyz' },
  ];
  for (const also of wrong) await expect(receiptBytes(also)).rejects.toThrow(TypeError);
});

const lines = linesOf(1, 40);
const state: ReceiptState = {
  office,
  last: { station_epoch: 2, station_tag: '0a1b2c3d', seq: 7 },
  chainAt: (epoch, n) => (epoch === 1 && n <= 40 ? chainAfter(lines.slice(0, n)) : null),
};

function judge(also: Partial<ReceiptManifest>, last: ReceiptState['last'] = state.last) {
  const receipt = { ...receiptOf({ station_epoch: 2, seq: 8, ...also }) } as ReceiptManifest;
  return judgeReceipt({ ...state, last }, receipt);
}

test('the office believes what the newest receipt says, and only that', () => {
  expect(judge({})).toEqual({ ok: true, code: null, confirmed: { '1': 40 }, lost: [] });
  expect(judge({}, null)).toEqual({ ok: true, code: null, confirmed: { '1': 40 }, lost: [] });
  expect(judge({ applied: {} })).toEqual({ ok: true, code: null, confirmed: {}, lost: [] });
  const start = { '1': { n: 0, chain: chainAfter([]) } };
  expect(judge({ applied: start })).toEqual({ ok: true, code: null, confirmed: { '1': 0 }, lost: [] });
});

test('an old receipt, or the same again, changes nothing', () => {
  expect(judge({ seq: 7 })).toMatchObject({ ok: false, code: 'E701' });
  expect(judge({ seq: 6 })).toMatchObject({ ok: false, code: 'E701' });
  expect(judge({ station_epoch: 1, seq: 99 })).toMatchObject({ ok: false, code: 'E701' });
});

test('a restored station lowers the marks; two copies of a station stop everything', () => {
  const lower = { '1': { n: 3, chain: chainAfter(lines.slice(0, 3)) } };
  expect(judge({ station_epoch: 3, seq: 1, station_tag: 'ffffffff', applied: lower })).toEqual({
    ok: true,
    code: 'I705',
    confirmed: { '1': 3 },
    lost: [],
  });
  expect(judge({ station_tag: 'ffffffff' })).toMatchObject({ ok: false, code: 'E707' });
});

test('a station that has more, or something else, than the office is not believed', () => {
  expect(judge({ applied: { '1': { n: 41, chain: chainAfter(linesOf(1, 41)) } } })).toMatchObject({
    code: 'E704',
  });
  expect(judge({ applied: { '2': { n: 1, chain: '0'.repeat(64) } } })).toMatchObject({ code: 'E704' });
  expect(judge({ applied: { '1': { n: 40, chain: '0'.repeat(64) } } })).toMatchObject({ code: 'E706' });
  expect(judge({ office: '519901-08' })).toMatchObject({ code: 'E702' });
});

test('an office that was restored is told what it lost, and confirms what it still has', () => {
  const restored: ReceiptState = { ...state, closedAt: (epoch) => (epoch === 1 ? 40 : null) };
  const claim = (epoch: number) => ({ [epoch]: { n: 44, chain: chainAfter(linesOf(1, 44)) } });
  const receipt = receiptOf({ station_epoch: 2, seq: 8, applied: claim(1) }) as ReceiptManifest;
  expect(judgeReceipt(restored, receipt)).toEqual({
    ok: true,
    code: null,
    confirmed: { '1': 40 },
    lost: [{ epoch: 1, from: 41, to: 44 }],
  });
  expect(judgeReceipt(restored, { ...receipt, applied: claim(2) })).toMatchObject({ code: 'E704' });
});

test('a receipt whose parts or names do not agree is refused, though it is well signed', async () => {
  const content = Buffer.from('a keyset');
  const keysetPart = { name: 'keyset.jwb', content };
  const files = [{ name: 'keyset.jwb', size: content.length, sha256: hash('sha256', content) }];
  const open = async (change: object, members: Member[] = []) =>
    codeOf(await openReceipt(await hostileReceipt(() => change, members), officeReader));
  expect(await open({})).toBe('ok');
  expect(await open({ files }, [keysetPart])).toBe('ok');
  expect(await open({ files })).toBe('E405');
  expect(await open({}, [keysetPart])).toBe('E405');
  expect(await open({ files }, [{ ...keysetPart, content: Buffer.from('A keyset') }])).toBe('E405');
  expect(await open({}, [{ ...keysetPart, name: 'changes-000001.ndjson.zst' }])).toBe('E404');
  expect(await open({ files }, [keysetPart, keysetPart])).toBe('E404');
  expect(await open({ station_key: `SHA256:${'A'.repeat(43)}` })).toBe('E708');
  expect(await open({ extra: 1 })).toBe('E708');
  expect(await open({ durable: { '1': 41 } })).toBe('E708');
  expect(await open({ v: 2 })).toBe('E203');
});
