// Who waits for whom: files of one office one after the other, offices side by side.
import { addressOf, type Keyset } from '#bundle-format';
import type { StickFile } from './stick.ts';

/** Offices at the same time. More would only wait for the same disk. */
const LANES = 4;

/** Files in the order of the stick, by the office whose key they claim to be signed with; nothing else is made of the claim. */
export async function lanesOf<File extends Pick<StickFile, 'path' | 'code'>>(
  keyset: Keyset,
  files: readonly File[],
): Promise<readonly (readonly File[])[]> {
  const officeOf = new Map(keyset.offices.map(({ sign, office }) => [sign, office]));
  const lanes = new Map<string, File[]>();
  for (const file of files) {
    const lane = file.code === null ? (officeOf.get(await signerOf(file.path)) ?? '') : '';
    lanes.set(lane, [...(lanes.get(lane) ?? []), file]);
  }
  return [...lanes.values()];
}

async function signerOf(path: string): Promise<string> {
  const address = await addressOf(path);
  return 'code' in address ? '' : (address.signer ?? '');
}

/** Ends with the first failure, once the lanes beside it have finished the file at hand. */
export async function runLanes<T>(
  lanes: readonly (readonly T[])[],
  take: (item: T) => Promise<void>,
  stop: AbortSignal | null,
): Promise<void> {
  const waiting = [...lanes];
  const failed = new AbortController();
  const runner = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift())
      for (const item of lane) {
        if (failed.signal.aborted || stop?.aborted === true) return;
        await take(item).catch((error: unknown) => {
          failed.abort();
          throw error;
        });
      }
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, runner));
  const failure = ended.find((one) => one.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
