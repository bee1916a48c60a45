/** Why somebody looks at a masked value. `other` asks for at least six characters of words. */
export const REVEAL_REASONS = [
  'identity',
  'paper',
  'inspection',
  'own-request',
  'call-back',
  'other',
] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

export const REVEAL_NOTE_MIN = 6;
/** Seconds a revealed value stays on the screen. */
export const REVEAL_SECONDS = 60;

/** The reason as the journal keeps it, or null when it does not suffice. */
export function revealReasonText(reason: RevealReason, note: string): string | null {
  const words = note.trim();
  if (reason === 'other' && words.length < REVEAL_NOTE_MIN) return null;
  return words === '' ? reason : `${reason}: ${words}`;
}
