// Which incarnation of the store this is. Kept beside the keys, so that a restored database is noticed and two
// restorations of one backup never share a number.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Home } from '#station/home.ts';
import { writeWhole } from '#station/home.ts';

export interface StationEpoch {
  readonly epoch: number;
  /** 8 random hex, chosen with the number. */
  readonly tag: string;
}

const form = /^\{"format":"jwb-station-epoch","epoch":([1-9][0-9]{0,14}),"tag":"([0-9a-f]{8})"\}\n$/;

/** null where it is missing or cannot be read: then the next one begins. */
export async function readEpoch(home: Home): Promise<StationEpoch | null> {
  if (!existsSync(home.epoch)) return null;
  const match = form.exec(await readFile(home.epoch, 'utf8'));
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { epoch: Number(match[1]), tag: match[2] };
}

/** Begins the incarnation after all those given. Written before the store learns of it. */
export async function beginEpoch(home: Home, before: readonly number[]): Promise<StationEpoch> {
  const next = { epoch: Math.max(0, ...before) + 1, tag: randomBytes(4).toString('hex') };
  const { epoch, tag } = next;
  await writeWhole(home.epoch, `{"format":"jwb-station-epoch","epoch":${epoch},"tag":"${tag}"}\n`, true);
  return next;
}

export function isSameEpoch(a: StationEpoch | null, b: StationEpoch | null): boolean {
  return a !== null && b !== null && a.epoch === b.epoch && a.tag === b.tag;
}
