// Renewals of office keys met on a stick: announced, never believed. Only the root can put a key into force.
import { join } from 'node:path';
import { kindOf, openEnrolment, type Keyset } from '#bundle-format';
import type { Station } from '#station/station.ts';
import type { Fault } from './judge.ts';
import type { StickFile } from './stick.ts';

/** What stands in the way of an enrolment file among the bundles; null for any other kind of file. */
export async function judgeRenewal(keyset: Keyset, path: string): Promise<Fault | null> {
  if ((await kindOf(path)) !== 'enrol') return null;
  const opened = await openEnrolment(path);
  if (!opened.ok) return opened;
  const { enrolment, renews } = opened;
  if (renews === null) return { code: 'E204', detail: 'an enrolment in person' };
  const { office, sign } = enrolment;
  if (keyset.offices.some((key) => key.office === office && key.sign === sign))
    return { code: 'I808', detail: office };
  const vouches = keyset.offices.some(
    (key) => key.office === office && key.sign === renews.former && key.to === null,
  );
  return { code: vouches ? 'E807' : 'E304', detail: office };
}

/** The keys that renewals on this stick, or held from earlier ones, announce. */
export async function announcedKeys(
  { store, home, keysets }: Station,
  files: readonly StickFile[],
): Promise<readonly string[]> {
  const held = (await store.holds()).map(({ sha256 }) => join(home.inbox, `${sha256.slice(0, 32)}.jwb`));
  const fresh = files.flatMap(({ path, code }) => (code === null ? [path] : []));
  const keys: string[] = [];
  for (const path of [...held, ...fresh]) {
    if ((await judgeRenewal(keysets.current, path))?.code !== 'E807') continue;
    const opened = await openEnrolment(path);
    if (opened.ok) keys.push(opened.enrolment.sign);
  }
  return keys;
}
