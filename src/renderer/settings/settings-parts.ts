/** The parts of the settings, each with an address, so that a link can lead to one. */
export const PARTS = ['office', 'staff', 'password', 'look', 'rights', 'about'] as const;
export type Part = (typeof PARTS)[number];

export function readPart(search: Record<string, unknown>): { part: Part } {
  return { part: PARTS.find((part) => part === search['part']) ?? 'office' };
}
