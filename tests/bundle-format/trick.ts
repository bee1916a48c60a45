// A bundle that is wrong in exactly one way, and what a reader has to call it.
import { verifyBundle } from '#bundle-format';
import { codeOf, stationReader } from './office-and-station.ts';

export interface Trick {
  readonly what: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** Any of these is right: which one depends on where a decoder notices it. */
  readonly codes: readonly string[];
}

/** The code it is refused with, or 'ok'. */
export const playTrick = async ({ bytes }: Trick): Promise<string> =>
  codeOf(await verifyBundle(await bytes(), stationReader));
