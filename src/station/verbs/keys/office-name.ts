// What the station calls an office, where it is not what the office calls itself.
import type { Request } from '#station/arguments.ts';
import { refuse } from '#station/refusal.ts';

/** Null where none was given. */
export function officeName(request: Request): string | null {
  const name = request.option('office-name')?.trim() ?? null;
  if (name !== null && !/^[^\p{Cc}]{1,64}$/u.test(name))
    refuse('usage', '--office-name takes 1 to 64 characters');
  return name;
}
