/** A station whose key file is lost, and the two keys that were carried away in time. */
import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { homeAt } from '#station/home.ts';
import { filesBelow, tempFolder, type Answer, type StationKit } from '../station-kit.ts';

export const people = ['--reviewer', '郑审核', '--second', '冯复核', '--reason', '硬盘损坏'] as const;

/** What `recover` says beside what every verb does. */
export interface RecoveryAnswer extends Answer {
  readonly kept?: string | null;
  readonly storeRebuilt?: boolean;
  readonly offices?: readonly (NonNullable<Answer['offices']>[number] & RecoveredOffice)[];
  readonly inbox?: Readonly<Record<string, number>>;
  readonly admitAgain?: readonly string[];
}

interface RecoveredOffice {
  readonly holds: readonly { readonly epoch: number; readonly n: number }[];
  readonly again: readonly { readonly epoch: number; readonly from: number; readonly to: number }[];
  readonly waits: readonly { readonly epoch: number; readonly from: number; readonly to: number }[];
}

/** Root and escrow key out of the station's folder, as after keygen; where they lie now. */
export function carryAway(station: StationKit): { readonly root: string; readonly escrow: string } {
  const safe = tempFolder();
  const { rootKey, escrowKey } = homeAt(station.home);
  const [root, escrow] = [join(safe, 'root.key.age'), join(safe, 'escrow.key.age')];
  renameSync(rootKey, root);
  renameSync(escrowKey, escrow);
  return { root, escrow };
}

export function loseKeys(station: StationKit): void {
  rmSync(homeAt(station.home).stationKey);
}

export async function recover(station: StationKit, ...argv: readonly string[]): Promise<RecoveryAnswer> {
  return station.done('recover', ...people, ...argv) as Promise<RecoveryAnswer>;
}

export function copyOf(home: string): string {
  const copy = join(tempFolder(), 'home');
  cpSync(home, copy, { recursive: true });
  return copy;
}

/** Every file of a folder and its bytes; the lock holds nothing. */
export function contentOf(home: string): Readonly<Record<string, string>> {
  const files = filesBelow(home).filter((path) => !/lock\.db(-\w+)?$/.test(path));
  return Object.fromEntries(files.map((path) => [relative(home, path), readFileSync(path, 'base64')]));
}
