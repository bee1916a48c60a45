/** Who is asking, through which door. Every write and every witnessed read carries one. */
import type { Role } from './role.ts';

/** How a call came in; kept in each journal line. */
export const DOORS = ['desk', 'cli', 'import', 'system'] as const;
export type Door = (typeof DOORS)[number];

export interface Caller {
  /** Staff id such as `07-000002`, or `system` for what the office does by itself. */
  readonly staff: string;
  readonly role: Role;
  readonly door: Door;
}
