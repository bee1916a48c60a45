/** Archives and frames that are no accident: wrong in one way, and signed by an office that is enrolled. */
import { tarTricks } from '#tests/bundle-format/tar-tricks.ts';
import { playTrick, type Trick } from '#tests/bundle-format/trick.ts';
import { zstdTricks } from '#tests/bundle-format/zstd-tricks.ts';
import { openRow, type FaultRow } from '../family.ts';

export const tricksOfTar = async (): Promise<FaultRow[]> => [
  await playAll('tricks of tar, outside and inside', tarTricks),
];

export const tricksOfZstd = async (): Promise<FaultRow[]> => [
  await playAll('tricks of zstd, and honest frames between them', zstdTricks),
];

async function playAll(what: string, tricks: readonly Trick[]): Promise<FaultRow> {
  const row = openRow(what, 'the exact code of each');
  for (const trick of tricks) {
    const code = await playTrick(trick);
    row.judge(code, trick.codes.includes(code) ? null : `${trick.what}: ${code}`);
  }
  return row.done();
}
