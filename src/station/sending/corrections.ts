// What this station proposed of records, and what the office answered. Nothing here changes a record.
import type { Correction, Proposed } from '#bundle-format';
import { encodeProposed } from '#bundle-format';
import type { Sending, StationStore } from '#station/store/port.ts';

/** `gone`: the record left its ledger. `lapsed`: the office was restored to before what the proposal had read. */
export const correctionEnds = ['waiting', 'accepted', 'declined', 'gone', 'lapsed'] as const;
export type CorrectionEnd = (typeof correctionEnds)[number];

export interface GivenCorrection {
  readonly correction: Correction;
  readonly at: string;
  readonly end: CorrectionEnd;
  /** Names of the proposed fields; empty once the office forgot the record. */
  readonly fields: readonly string[];
  /** Of those, the ones that were taken over. */
  readonly taken: readonly string[];
  /** Why it was declined; '' otherwise. */
  readonly why: string;
}

type Words = Pick<Correction, 'reason'> & { readonly fields: Proposed };

export function correctionFacts({ officer }: Pick<Correction, 'officer'>): string {
  return JSON.stringify({ officer });
}

export function correctionWords(words: Words): string {
  return JSON.stringify({ fields: words.fields, reason: words.reason } satisfies Words);
}

/** Oldest first. */
export async function givenCorrections(
  store: StationStore,
  office: string,
): Promise<readonly GivenCorrection[]> {
  const found: GivenCorrection[] = [];
  for (const sending of await store.sendings(office, 'correction')) {
    const { about, stands, answer, reason: why, at } = sending;
    if (about === null) throw new RangeError(`correction ${sending.id} is about nothing`);
    const said = answer === null ? null : (JSON.parse(answer) as Answer);
    const live = (await store.record(office, about.ledger, about.k))?.live === true;
    const end = said?.answer ?? (!stands ? 'lapsed' : live ? 'waiting' : 'gone');
    const correction = correctionOf(sending, about);
    const fields = Object.keys(JSON.parse(correction.fields) as Proposed);
    found.push({ correction, at, end, fields, taken: said?.fields ?? [], why });
  }
  return found;
}

interface Answer {
  readonly answer: 'accepted' | 'declined';
  readonly fields: readonly string[];
}

function correctionOf({ id, facts, words }: Sending, about: NonNullable<Sending['about']>): Correction {
  const { officer } = JSON.parse(facts) as Pick<Correction, 'officer'>;
  const said = words === '' ? { fields: {}, reason: '' } : (JSON.parse(words) as Words);
  return {
    id,
    ledger: about.ledger,
    k: about.k,
    base: about.v,
    fields: encodeProposed(said.fields),
    reason: said.reason,
    officer,
  };
}
