// verify: every check that needs no store, on files where they lie. Writes nothing anywhere.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { codes, kindOf, openSnapshot, verifyBundle, type StationReader } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { claimOf } from '#station/checking/judge-snapshot.ts';
import { readEscrow } from '#station/keys/key-ring.ts';
import { readerOf } from '#station/keys/keysets.ts';
import {
  cellsOf,
  exitOf,
  headings,
  rowOf,
  worstOf,
  wordsOf,
  type Outcome,
} from '#station/receiving/outcome.ts';
import { unlockKeys, type UnlockedKeys } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from './report-shape.ts';

export async function verify(request: Request, io: StationIo): Promise<Report> {
  const reader = await readerFor(request, await unlockKeys(io, request.need('home')));
  const rows: Outcome[] = [];
  for (const file of request.words) rows.push(await verifyFile(file, reader));
  const worst = worstOf(rows);
  return {
    exit: worst === null ? 'done' : exitOf(worst),
    body: { ...codeOf(worst), files: rows.map((row) => ({ ...rowOf(row), ...wordsHere(row) })) },
    text: tableText([headings, ...rows.map((row) => [...cellsOf(row).slice(0, -1), wordsHere(row).zh])]),
  };
}

/** With --escrow nothing but the escrow key opens: the drill for the day when it is all there is. */
async function readerFor(
  request: Request,
  { keys, keysets, passphrase }: UnlockedKeys,
): Promise<StationReader> {
  const path = request.option('escrow');
  if (path === null) return readerOf(keys, keysets);
  const escrow = await readEscrow(path, keys.recipients.escrow, passphrase);
  return readerOf({ ...keys, ops: [] }, keysets, { escrow });
}

/** Words and code of the row that decides, for the JSON object. */
export function codeOf(worst: Outcome | null): Readonly<Record<string, unknown>> {
  if (worst?.code == null) return {};
  return { code: codes[worst.code].word, check: worst.code, ...wordsOf(worst) };
}

/** Nothing is received here. */
function wordsHere(row: Outcome): { readonly code: string; readonly zh: string; readonly en: string } {
  if (row.code === null) return { code: 'verified', zh: '完好', en: 'Whole and genuine' };
  return { code: codes[row.code].word, ...wordsOf(row) };
}

/** Exported for tests that check thousands of files against one set of keys. */
export async function verifyFile(path: string, reader: StationReader): Promise<Outcome> {
  const result =
    (await kindOf(path)) === 'snapshot' ? await openSnapshot(path, reader) : await verifyBundle(path, reader);
  const name = basename(path);
  const found = { name, file: path, missing: null };
  if (!result.ok) {
    const { code, detail, disposition } = result;
    const bytes = await sizeOf(path);
    const sha256 = bytes === null ? null : await hashOf(path);
    return {
      ...found,
      sha256,
      bytes: bytes ?? 0,
      place: null,
      officeName: null,
      disposition,
      code,
      detail,
      warnings: [],
    };
  }
  const { manifest, officeKey, sha256, warnings } = result;
  return {
    ...found,
    sha256,
    bytes: (await sizeOf(path)) ?? 0,
    place: manifest.kind === 'snapshot' ? claimOf({ manifest }) : manifest,
    officeName: officeKey.name,
    disposition: 'apply',
    code: null,
    detail: '',
    warnings: manifest.created.doubt.length > 0 ? [...warnings, 'W510'] : warnings,
  };
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : null;
}

async function hashOf(path: string): Promise<string | null> {
  const sum = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer);
  } catch {
    return null;
  }
  return sum.digest('hex');
}
