// Instants and days as parts of a receipt write them: of a calendar that exists, and in one form.
import { Misfit, quote, type Spec } from './canonical.ts';
import { isInstant } from './change.ts';

/** UTC with milliseconds. */
export const instant: Spec<string> = {
  read: (value, at) => {
    if (typeof value !== 'string' || !isInstant(value)) throw new Misfit(at);
    return value;
  },
  write: quote,
};

/** `YYYY-MM-DD`. */
export const day: Spec<string> = {
  read: (value, at) => {
    if (typeof value !== 'string' || !isInstant(`${value}T00:00:00.000Z`)) throw new Misfit(at);
    return value;
  },
  write: quote,
};
