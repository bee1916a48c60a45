/** What a defect of the counter tells the log: kind and places, never the message, which may quote somebody's data. */

const PLACES = 12;
const PLACE_MAX = 120;

/** Short enough to be read over the telephone. */
export function makeReference(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `C-${number.toString(36).toUpperCase().padStart(7, '0')}`;
}

export function defectOf(
  reference: string,
  error: unknown,
): { reference: string; kind: string; places: string[] } {
  if (!(error instanceof Error)) return { reference, kind: typeof error, places: [] };
  // The stack begins with the message, which may have lines that look like places.
  const places = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, PLACES)
    .map((line) => line.slice(0, PLACE_MAX));
  return { reference, kind: error.name.replace(/[^A-Za-z]/g, '').slice(0, 40) || 'Error', places };
}
