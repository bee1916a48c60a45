/** The encrypted store, its log and its key file changed by hand or by decay: found out, or without any effect. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyStore } from '#main/db/verify.ts';
import { openStore } from '#main/db/open.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { makeRecoveryCode } from '#main/session/recovery-code.ts';
import { createVault, readVault } from '#main/session/vault.ts';
import { Refusal } from '#shared/kernel/failure.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from '#tests/support/store.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { openRow, spreadOver, type FaultRow, type FaultRun } from '../family.ts';

const PAGE = 4096;
const FLIPS = 2000;
const EXPECTED = 'found out, or nothing of it to be seen';

interface Stored {
  readonly key: Buffer;
  /** The store of an earlier day, closed and whole. */
  readonly older: Buffer;
  readonly newer: Buffer;
  /** The newer one with its log not yet taken in. */
  readonly store: Buffer;
  readonly log: Buffer;
  readonly olderLog: Buffer;
}

export async function changedPages({ sample, say }: FaultRun): Promise<FaultRow[]> {
  const stored = await makeStored();
  const { newer, older } = stored;
  const pages = newer.length / PAGE;
  say(`  ${pages} pages`);
  const clean = contentOf(stored.key, newer);
  const judge = (row: ReturnType<typeof openRow>, what: string, bytes: Buffer) => {
    const said = lookAt(stored.key, bytes, clean);
    row.judge(said, said === 'other content' || said.startsWith('unforeseen') ? `${what}: ${said}` : null);
  };

  const flips = openRow(`a bit of a store of ${pages} pages turned`, EXPECTED);
  for (const bit of spreadOver(8 * newer.length, sample ? 30 : FLIPS)) {
    const bytes = Buffer.from(newer);
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    judge(flips, `bit ${bit}`, bytes);
  }
  const zeroed = openRow('a page of zeros', EXPECTED);
  const swapped = openRow('a page swapped with the next', EXPECTED);
  const replayed = openRow('a page as it was on an earlier day', EXPECTED);
  for (const page of spreadOver(pages, sample ? 10 : pages)) {
    const [at, next] = [page * PAGE, ((page + 1) % pages) * PAGE];
    judge(zeroed, `page ${page}`, patched(newer, at, Buffer.alloc(PAGE)));
    const first = newer.subarray(at, at + PAGE);
    const second = newer.subarray(next, next + PAGE);
    judge(swapped, `page ${page}`, patched(patched(newer, at, second), next, first));
    const before = older.subarray(at, at + PAGE);
    if (before.length === PAGE) judge(replayed, `page ${page}`, patched(newer, at, before));
  }
  const cut = openRow('the store cut at a page', EXPECTED);
  for (const page of spreadOver(pages, sample ? 10 : pages))
    judge(cut, `page ${page}`, newer.subarray(0, page * PAGE));
  return [
    flips.done(),
    zeroed.done(),
    swapped.done(),
    replayed.done(),
    cut.done(),
    changedLogs(stored, sample),
    changedKeyFile(sample),
  ];
}

/** The log beside the store: gone, another one, cut, a bit turned. Lines that were not in the store yet may be gone, the rest holds. */
function changedLogs({ key, store, log, olderLog }: Stored, sample: boolean): FaultRow {
  const row = openRow(
    'the log of the store gone, of another day, cut, or a bit of it turned',
    'found out, or a whole earlier state',
  );
  const logs: [string, Buffer | null][] = [
    ['gone', null],
    ['of another day', olderLog],
    ...spreadOver(log.length, sample ? 10 : 200).map((at): [string, Buffer] => [
      `cut at ${at}`,
      log.subarray(0, at),
    ]),
    ...spreadOver(8 * log.length, sample ? 10 : 200).map((bit): [string, Buffer] => [
      `bit ${bit}`,
      patched(log, bit >> 3, Buffer.from([log.readUInt8(bit >> 3) ^ (1 << (bit & 7))])),
    ]),
  ];
  for (const [what, bytes] of logs) {
    const said = lookAt(key, store, null, bytes);
    row.judge(said, said.startsWith('unforeseen') ? `${what}: ${said}` : null);
  }
  return row.done();
}

function changedKeyFile(sample: boolean): FaultRow {
  const row = openRow('a bit of the key file turned', EXPECTED);
  const folder = makeFolder();
  const path = join(folder, 'vault.json');
  const facts = { officeName: '胜利社区警务室', officeCode: OFFICE_CODE, language: 'zh' } as const;
  createVault(path, facts, Buffer.alloc(32, 7), makeRecoveryCode());
  const whole = readFileSync(path);
  const clean = JSON.stringify(readVault(path));
  for (const bit of spreadOver(8 * whole.length, sample ? 100 : 8 * whole.length)) {
    const turned = Buffer.from([whole.readUInt8(bit >> 3) ^ (1 << (bit & 7))]);
    writeFileSync(path, patched(whole, bit >> 3, turned));
    try {
      const isSame = JSON.stringify(readVault(path)) === clean;
      row.judge(isSame ? 'nothing to be seen' : 'other content', isSame ? null : `bit ${bit}`);
    } catch (error) {
      const said = error instanceof Refusal ? error.failure.code : `unforeseen: ${String(error)}`;
      row.judge(said, error instanceof Refusal ? null : `bit ${bit}: ${said}`);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return row.done();
}

function patched(whole: Buffer, at: number, piece: Buffer): Buffer {
  const bytes = Buffer.from(whole);
  piece.copy(bytes, at);
  return bytes;
}

/** Opens and proves it as the office does. @param clean null where any proved state is right */
function lookAt(key: Buffer, bytes: Buffer, clean: string | null, log: Buffer | null = null): string {
  const folder = makeFolder();
  const path = join(folder, 'office.db');
  writeFileSync(path, bytes);
  if (log !== null) writeFileSync(`${path}-wal`, log);
  try {
    const store = openStore(path, key);
    try {
      verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES);
      if (clean === null) return 'a whole state';
      return contentIn(store.raw) === clean ? 'nothing to be seen' : 'other content';
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // What the office says of these: src/main/rpc/failure-of.ts.
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return 'data-damaged';
    return `unforeseen: ${String(error)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function contentOf(key: Buffer, bytes: Buffer): string {
  const folder = makeFolder();
  const path = join(folder, 'office.db');
  writeFileSync(path, bytes);
  const store = openStore(path, key);
  try {
    return contentIn(store.raw);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every row of every table. */
function contentIn(raw: TestStore['store']['raw']): string {
  const tables = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  const sum = createHash('sha256');
  for (const table of tables)
    sum.update(JSON.stringify([table, raw.prepare(`SELECT * FROM "${table}"`).raw().all()]));
  return sum.digest('hex');
}

async function makeStored(): Promise<Stored> {
  const desk = openTestStore();
  const write = async (from: number, count: number) => {
    for (let i = from; i < from + count; i += 1) {
      const visit = { ...enquiry, name: `张欣${i}`, summary: '问路，指给了派出所' };
      await desk.visitors.register({ visit, draft: newDraft() }, desk.officer, { signal: undefined });
    }
  };
  const settled = (): Buffer => {
    desk.store.write.pragma('wal_checkpoint(TRUNCATE)');
    return readFileSync(desk.path);
  };
  const logNow = () => readFileSync(`${desk.path}-wal`);
  await write(0, 100);
  const olderLog = logNow();
  const older = settled();
  await write(100, 100);
  const newer = settled();
  await write(200, 20);
  return { key: desk.key, older, newer, store: readFileSync(desk.path), log: logNow(), olderLog };
}
