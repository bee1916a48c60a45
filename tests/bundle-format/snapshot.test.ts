/** A snapshot is one canonical file: what it says is verified to its last byte, and every other is refused by its code. */
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeSnapshotRow, sealSnapshot, tagOfKeyset } from '#bundle-format';
import { encodeSnapshotManifest } from '#bundle-format/whole/snapshot-manifest.ts';
import { parseSnapshotRow } from '#bundle-format/whole/snapshot-row.ts';
import { compressPart } from '#bundle-format/zstd.ts';
import { archiveOf, sealRaw } from './hostile-bundle.ts';
import { codeOf, inTempFolder, keyset, must, sealedBytes, secondOfficeSigner } from './office-and-station.ts';
import { openBytes, rowOf, rowsOf, snapshotBytes, snapshotInput } from './snapshot-and-rescue.ts';
import { gather } from '#tests/support/gather.ts';

test('what was sealed is opened, in the order of ledgers and numbers, with the hash of all rows', async () => {
  const opened = must(await openBytes(await snapshotBytes()));
  const rows = await gather(opened.rows());
  expect(rows).toHaveLength(41);
  expect(rows[0]).toMatchObject({ l: 'disputes' });
  expect(opened.manifest).toMatchObject({ n: 40, seq: 1, counts: { disputes: 1, units: 0, visitors: 40 } });
  expect(opened.manifest.state).toBe(hash('sha256', rows.map(encodeSnapshotRow).join('')));
  expect(await gather(opened.rows())).toEqual(rows);
});

test('an office that holds nothing says so', async () => {
  const opened = must(await openBytes(await snapshotBytes({ rows: [], ledgers: ['visitors'] })));
  expect(opened.manifest).toMatchObject({ counts: { visitors: 0 }, files: [] });
});

test('rows that are out of their order, or there twice, are never sealed', async () => {
  for (const rows of [
    [rowOf(2), rowOf(1)],
    [rowOf(1), rowOf(1)],
    [rowOf(1), rowOf(1, { l: 'disputes' })],
  ])
    await inTempFolder((folder) =>
      expect(sealSnapshot(snapshotInput(folder, { rows }))).rejects.toThrow(TypeError),
    );
});

test('a field that is null is the same as one that is not there, and a row that says null is refused', () => {
  const line = encodeSnapshotRow(rowOf(1, { d: { name: null, matter: '问路' } }));
  expect(line).toBe('{"l":"visitors","k":"07-000001","v":1,"d":{"matter":"问路"}}\n');
  expect(parseSnapshotRow(line).d).toEqual({ matter: '问路' });
  for (const wrong of [
    '{"l":"visitors","k":"07-000001","v":1,"d":{"name":null}}\n',
    '{"l":"visitors","k":"07-000001","v":0,"d":{}}\n',
    '{"k":"07-000001","l":"visitors","v":1,"d":{}}\n',
    '{"l":"visitors","k":"07-000001","v":1,"d":{"b":1,"a":1}}\n',
    '{"l":"visitors","k":"07-000001","v":1,"d":[]}\n',
  ])
    expect(() => parseSnapshotRow(wrong), wrong).toThrow('E603');
});

interface Wrong {
  readonly rows?: string;
  readonly listed?: number;
  readonly manifest?: object;
}

/** Well signed, well listed, and wrong in one way. */
async function wrongly({
  rows = rowsOf(3).map(encodeSnapshotRow).join(''),
  listed = 3,
  manifest = {},
}: Wrong) {
  const raw = Buffer.from(rows);
  const content = await compressPart(raw);
  const name = 'snapshot-000001.ndjson.zst';
  const own = must(await openBytes(await snapshotBytes({ rows: rowsOf(3), ledgers: [] }))).manifest;
  const part = {
    name,
    size: content.length,
    sha256: hash('sha256', content),
    raw_size: raw.length,
    raw_sha256: hash('sha256', raw),
    rows: listed,
  };
  const text = `${JSON.stringify({ ...own, state: hash('sha256', rows), files: [part], ...manifest })}\n`;
  const how = { kind: 'snapshot', tag: tagOfKeyset(keyset) } as const;
  return codeOf(await openBytes(await sealRaw(archiveOf([{ name, content }], text, how), how)));
}

test('every way to be wrong has its code', async () => {
  const [one, two, three] = rowsOf(3).map(encodeSnapshotRow);
  expect(await wrongly({})).toBe('ok');
  expect(await wrongly({ rows: `${two}${one}${three}` })).toBe('E604');
  expect(await wrongly({ rows: `${one}${two}` })).toBe('E606');
  expect(await wrongly({ rows: `${one}${two}${three?.trimEnd()}` })).toBe('E603');
  expect(await wrongly({ manifest: { state: '0'.repeat(64) } })).toBe('E602');
  expect(await wrongly({ manifest: { counts: { visitors: 4 } } })).toBe('E408');
  expect(await wrongly({ manifest: { epoch_base: { epoch: 1, n: 3, chain: '0'.repeat(64) } } })).toBe('E408');
  expect(await wrongly({ manifest: { v: 2 } })).toBe('E203');
  expect(await wrongly({ manifest: { office: '519901-08' } })).toBe('E501');
  expect(
    await wrongly({ manifest: { to: { station: '519902', keyset: 5, recipients: ['0'.repeat(16)] } } }),
  ).toBe('E409');
});

test('a key that is closed does not answer for a later snapshot', async () => {
  const also = { signer: secondOfficeSigner, office: '519901-08' };
  expect(codeOf(await openBytes(await snapshotBytes({ ...also, seq: 3 })))).toBe('ok');
  expect(codeOf(await openBytes(await snapshotBytes({ ...also, seq: 4 })))).toBe('E304');
});

test('a bundle is not taken for a snapshot, and one changed byte anywhere is refused', async () => {
  const bytes = await snapshotBytes({ rows: rowsOf(2), ledgers: [] });
  for (let at = 0; at < bytes.length; at += 97) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 0x20, at);
    expect(codeOf(await openBytes(changed)), `byte ${at}`).not.toBe('ok');
  }
  expect(codeOf(await openBytes(await sealedBytes()))).toBe('E204');
});

test('a manifest that does not add up is never written', async () => {
  const { manifest } = must(await openBytes(await snapshotBytes()));
  expect(() => encodeSnapshotManifest({ ...manifest, counts: { visitors: 1 } })).toThrow('counts');
});
