/** What stands at the foot of every paper. */
import * as z from 'zod/mini';
import { day } from './shapes.ts';

const foot = {
  officeName: z.string(),
  stationName: z.string(),
  phone: z.string(),
  address: z.string(),
  printedBy: z.string(),
  printedOn: day,
  template: z.string(),
};

/** Of papers for everybody: when somebody is there. */
export const imprint = { ...foot, hours: z.string() };

/** Of papers about one matter or person: the minute it was made, `HH:mm` in China. */
export const timedImprint = { ...foot, printedAt: z.string() };
