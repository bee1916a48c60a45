// What a line of an office says of something that was sent to it. The same in every store.
import { encodeChange, leafOf, readAnswer, type Change } from '#bundle-format';

export interface SendingLine {
  /** Whether it can say anything at all of a correction of its record: most lines cannot, and cost no statement. */
  readonly about: boolean;
  /** Answers this correction. */
  readonly answered: { readonly id: string; readonly answer: string; readonly reason: string } | null;
  /** Forgets the record, and with it the words that were sent about it. */
  readonly forgets: boolean;
  /** It forgets the record that this order became. */
  readonly forgottenOrder: string | null;
  /** Leaf of a line that made a version, 64 hex; null for any other. */
  readonly leaf: string | null;
}

export function readSendingLine(change: Change): SendingLine {
  const { op, d, why = '' } = change;
  const said = readAnswer(change);
  const makes = op === 'I' || op === 'U' || op === 'X';
  const sent = d['sentId'];
  return {
    about: makes || op === 'F' || said !== null,
    answered: said === null ? null : { id: said.id, answer: answerText(said.answer, d), reason: why },
    forgets: op === 'F',
    forgottenOrder: op === 'F' && typeof sent === 'string' ? sent : null,
    leaf: makes ? leafOf(encodeChange(change)).toString('hex') : null,
  };
}

/** JSON: what was answered, and which of the fields were taken over. */
function answerText(answer: string, { fields }: Change['d']): string {
  const names = Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : [];
  return JSON.stringify({ answer, fields: names });
}
