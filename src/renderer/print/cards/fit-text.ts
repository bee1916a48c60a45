/** Sizes in points that let a text of any length stand on one line of a card. */

interface Step {
  /** Up to this many full-width characters. */
  readonly upTo: number;
  readonly pt: number;
}

/** Full-width characters a text takes; Latin letters, digits and dots count half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0000-\u00FF]/u.test(character) ? 0.55 : 1), 0);
}

/** The size of the first step the text fits; the last step's for anything longer. */
export function fitPt(text: string, steps: readonly [Step, ...Step[]]): number {
  const width = widthOf(text);
  return (steps.find((step) => width <= step.upTo) ?? steps.at(-1) ?? steps[0]).pt;
}

/** An officer's name: 80 mm hold 14 characters of 16 pt. */
export const NAME_STEPS = [
  { upTo: 7, pt: 16 },
  { upTo: 12, pt: 13 },
  { upTo: Infinity, pt: 11 },
] as const;

export const OFFICE_STEPS = [
  { upTo: 20, pt: 10.5 },
  { upTo: 26, pt: 8.5 },
  { upTo: Infinity, pt: 7.5 },
] as const;
