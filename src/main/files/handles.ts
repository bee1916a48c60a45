/** Paths that a person chose in a dialog. The counter gets a handle and a label, and can only name what was chosen. */
import { randomBytes } from 'node:crypto';
import { refuse } from '#shared/kernel/failure.ts';

export interface Handles {
  /** Registers a chosen path; null (cancelled) is refused with `cancelled`. */
  give(path: string | null): { readonly handle: string; readonly label: string };
  /** Refuses with `missing` a handle that was not given in this session. */
  pathOf(handle: string): string;
}

export function openHandles(): Handles {
  const paths = new Map<string, string>();
  return {
    give(path) {
      if (path === null) return refuse({ code: 'cancelled' });
      const handle = `h${randomBytes(8).toString('hex')}`;
      paths.set(handle, path);
      return { handle, label: path };
    },
    pathOf(handle) {
      return paths.get(handle) ?? refuse({ code: 'missing' });
    },
  };
}
