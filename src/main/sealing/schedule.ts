/** When it is sealed: as the office opens and locks, and right after a write that may have ended something. */
import type { LedgerName } from '#shared/ledgers/names.ts';
import { inTurn } from '#main/rpc/in-turn.ts';
import { sealWhatIsOver, type SealingRoom } from './run.ts';

/** A birth date put right, a measure ended by a document, a consent taken back. */
const CALLS_FOR_IT: readonly LedgerName[] = ['residents', 'statutory_matters', 'care_consents'];

export interface Sealing {
  /** Seals all that is over; one run at a time. Never throws: what went wrong goes to `onError`, and is tried again. */
  run(): Promise<void>;
  /** Nothing is written from here on. */
  stop(): void;
}

export function openSealing(room: SealingRoom, onError: (error: unknown) => void): Sealing {
  const turn = inTurn();
  let stopped = false;
  let waiting = false;

  async function run(): Promise<void> {
    waiting = false;
    try {
      await sealWhatIsOver(room, () => stopped);
    } catch (error) {
      if (!stopped) onError(error);
    }
  }

  room.journal.onChange((ledgers) => {
    // One that has not begun sees this change too. What a run writes itself calls for one more, which finds nothing.
    if (stopped || waiting || !CALLS_FOR_IT.some((ledger) => ledgers.has(ledger))) return;
    waiting = true;
    void turn(run);
  });

  return {
    run: () => turn(run),
    stop: () => {
      stopped = true;
    },
  };
}
