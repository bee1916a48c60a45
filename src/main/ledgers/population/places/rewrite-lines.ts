/** A name is part of every line below it: what those lines become when it changes. */
import { addressLine, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { Store } from '#main/db/open.ts';

export interface NewLine {
  readonly id: string;
  readonly revision: number;
  readonly line: string;
}

interface Named {
  readonly id: string;
  readonly revision: number;
  readonly kind: ElementKind;
  readonly name: string;
  readonly line: string;
}

/** Elements below `id` whose line is another once `id` has this kind and line. Stops where a line stays as it is. */
export function linesBelow(
  raw: Store['raw'],
  id: string,
  becomes: { readonly kind: ElementKind; readonly line: string },
): NewLine[] {
  const select = raw.prepare(
    'SELECT id, revision, kind, name, line FROM addresses WHERE parent_id = ? AND retired_at IS NULL',
  );
  const changed: NewLine[] = [];
  const waiting = [{ id, ...becomes }];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    // Nothing stands in a room.
    if (parent.kind === 'room') continue;
    for (const child of select.all(parent.id) as Named[]) {
      const line = addressLine(parent, child);
      if (line === child.line) continue;
      changed.push({ id: child.id, revision: child.revision, line });
      waiting.push({ id: child.id, kind: child.kind, line });
    }
  }
  return changed;
}
