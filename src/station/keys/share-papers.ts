// Papers back into a share, from text files or row by row at the terminal, and two of them into the key that the station knows.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { boxFromSecret, signerFromSeed, type AgeBox, type Signer } from '#bundle-format';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { decodeRow, decodeRows, ROWS } from './share-digits.ts';
import { joinShares, nameOf, shareFrom, type Share } from './shares.ts';

export type TwoShares = readonly [Share, Share];

/** Refuses with `share-mistyped`, `share-unreadable`. */
export async function readShare(file: string): Promise<Share> {
  return shareFrom(decodeRows(await readFile(file, 'utf8'), basename(file)));
}

/** Refuses with `shares-missing` where nobody can be asked. */
export async function typedShares(io: StationIo): Promise<TwoShares> {
  return [await typedShare(io, 1), await typedShare(io, 2)];
}

/** Row by row, so that a mistake is told while the eye is still on the row. */
async function typedShare(io: StationIo, which: number): Promise<Share> {
  const rows: Buffer[] = [];
  while (rows.length < ROWS) {
    const row = rows.length;
    const typed = await io.askSecret(`分片 ${which}，第 ${row + 1} 行 · share ${which}, row ${row + 1}: `);
    if (typed === null) return refuse('shares-missing');
    const bytes = decodeRow(row, typed);
    if (bytes === null) io.err('这一行与纸面不符，请重新输入 · not as printed; type it again\n');
    else rows.push(bytes);
  }
  return shareFrom(Buffer.concat(rows));
}

/** The root key that the keysets name, and no other. Refuses with `shares-differ`, `shares-same`. */
export async function rootFrom([first, second]: TwoShares, root: string): Promise<Signer> {
  const secret = await joinShares(first, second);
  if (first.kind !== 'root') return refuse('shares-differ', nameOf(first));
  const signer = signerFromSeed(secret);
  return signer.publicKey === root ? signer : refuse('shares-differ', nameOf(first));
}

/** The same of the escrow key, by its recipient. */
export async function escrowFrom([first, second]: TwoShares, recipient: string): Promise<AgeBox> {
  const secret = await joinShares(first, second);
  if (first.kind !== 'escrow') return refuse('shares-differ', nameOf(first));
  const box = await boxFromSecret(secret);
  return box.recipient === recipient ? box : refuse('shares-differ', nameOf(first));
}
