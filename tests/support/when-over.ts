/** Tidying up after a test, and after a fault family, which runs the same makers outside of any test. */
import { afterAll, onTestFinished } from 'vitest';

const waiting: (() => unknown)[] = [];
const isTest = process.env['VITEST'] !== undefined;

/** Called when the present test is over. */
export function whenOver(tidy: () => unknown): void {
  if (isTest) onTestFinished(() => void tidy());
  else waiting.push(tidy);
}

/** Called when the present test file is over: for what is made once and shared by its tests. */
export function whenFileIsOver(tidy: () => unknown): void {
  if (isTest) afterAll(() => void tidy());
  else waiting.push(tidy);
}

/** Outside of a test: tidies up what was made since the last time, newest first. */
export async function tidyUp(): Promise<void> {
  for (let tidy = waiting.pop(); tidy !== undefined; tidy = waiting.pop()) await tidy();
}
