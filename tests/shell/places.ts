/** Where the built office stands. */
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export const rendererRoot = join(root, 'out', 'renderer');
export const officeProcess = join(root, 'out', 'main', 'office-process.js');
export const shiftedClock = join(import.meta.dirname, 'shifted-clock.ts');
