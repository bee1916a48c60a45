/** Where a key leads in a tree, read off the rows that are shown. */
import { belongsToInputMethod, chordOf, type KeyPress } from '#renderer/ui/keys/use-key.ts';

export type TreeDeed =
  | { readonly kind: 'go'; readonly item: HTMLElement }
  | { readonly kind: 'fold'; readonly id: string; readonly open: boolean }
  | { readonly kind: 'open'; readonly item: HTMLElement };

/** Null when the key is not for the tree. */
export function itemAfterKey(
  press: KeyPress & { readonly target: EventTarget },
  tree: HTMLElement,
): TreeDeed | null {
  const item =
    press.target instanceof HTMLElement ? press.target.closest<HTMLElement>('[role=treeitem]') : null;
  const id = item?.dataset['id'];
  if (belongsToInputMethod(press) || item === null || id === undefined) return null;
  const items = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const at = items.indexOf(item);
  const expanded = item.getAttribute('aria-expanded');
  switch (chordOf(press)) {
    case 'ArrowDown':
      return go(items[at + 1]);
    case 'ArrowUp':
      return go(items[at - 1]);
    case 'Home':
      return go(items[0]);
    case 'End':
      return go(items.at(-1));
    case 'ArrowRight':
      if (expanded === 'false') return { kind: 'fold', id, open: true };
      return expanded === 'true' ? go(items[at + 1]) : null;
    case 'ArrowLeft':
      if (expanded === 'true') return { kind: 'fold', id, open: false };
      return go(above(item));
    case 'Enter':
      return { kind: 'open', item };
    default:
      return null;
  }
}

function go(item: HTMLElement | undefined): TreeDeed | null {
  return item === undefined ? null : { kind: 'go', item };
}

/** The element it stands in, whose branch holds it. */
function above(item: HTMLElement): HTMLElement | undefined {
  const branch = item.closest('[role=group]');
  return branch?.parentElement?.querySelector<HTMLElement>('[role=treeitem]') ?? undefined;
}
