// What the station sees to when one of its sticks is plugged in: whose signature it bears, and whether it was given up for lost.
import { basename, dirname, resolve } from 'node:path';
import { readStickMarker, resignStickMarker, stickNames, type StickMarker } from '#bundle-format';
import type { Station } from '#station/station.ts';
import { behind, sinceVersion } from './echo.ts';

export interface StickFacts {
  readonly serial: string;
  /** When it was last said to be lost; null for never. */
  readonly lostAt: string | null;
  /** Its signature was made anew. */
  readonly renewed: boolean;
}

/** Null for a folder that is none of the station's sticks. */
export async function seeToStick(station: Station, folder: string): Promise<StickFacts | null> {
  const root = rootOf(folder);
  const marker = await ownMarker(station, root);
  if (marker === null) return null;
  const { serial } = marker;
  const lostAt = (await station.store.lostSticks()).findLast((lost) => lost.serial === serial)?.at ?? null;
  return { serial, lostAt, renewed: await renewSignature(station, root) };
}

/** The marker of a stick of this station, under any key it ever signed with; null for any other. */
export async function ownMarker(
  station: Pick<Station, 'keys' | 'keysets'>,
  root: string,
): Promise<StickMarker | null> {
  const marker = await readStickMarker(root, everSigned(station));
  return 'ok' in marker ? null : marker;
}

/** Only once every office knows the newest key: until then they would pass over a stick that bears it. */
async function renewSignature(station: Station, root: string): Promise<boolean> {
  const { keysets, keys } = station;
  const reader = everSigned(station);
  if (reader.sign.length === 1) return false;
  const since = sinceVersion(keysets, ({ sign: [first] }) => first === keys.sign.publicKey);
  if ((await behind(station, since)).length > 0) return false;
  const signed = await resignStickMarker(root, reader, keys.sign);
  return signed.ok && signed.renewed;
}

function everSigned({ keys, keysets }: Pick<Station, 'keys' | 'keysets'>) {
  return { station: keys.station, sign: [...new Set(keysets.all.flatMap(({ keyset }) => keyset.sign))] };
}

function rootOf(folder: string): string {
  const dir = resolve(folder);
  return basename(dir) === stickNames.root ? dirname(dir) : dir;
}

/** '' where there is nothing to say. */
export function stickText(stick: StickFacts | null): string {
  if (stick === null) return '';
  const { serial, lostAt, renewed } = stick;
  return (
    (lostAt === null
      ? ''
      : `此盘 ${serial} 曾于 ${lostAt.slice(0, 10)} 报失，现已找到 · this stick was given up for lost, and is here\n`) +
    (renewed ? `此盘 ${serial} 的登记已换成新签名 · the marker of this stick bears the new signature\n` : '')
  );
}
