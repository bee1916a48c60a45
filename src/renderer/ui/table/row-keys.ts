import { belongsToInputMethod, type KeyPress } from '#renderer/ui/keys/use-key.ts';

/** The row the keyboard goes to, or null when the key is not for moving. `page`: rows of one screenful. */
export function rowAfterKey(press: KeyPress, at: number, count: number, page: number): number | null {
  if (belongsToInputMethod(press) || press.altKey || press.ctrlKey || press.metaKey) return null;
  const last = count - 1;
  switch (press.key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
