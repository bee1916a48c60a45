/** What a defect of the counter tells the log: kind and places, never the message, which may quote somebody's data. */
import { placesOf } from '#shared/kernel/places.ts';

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
  const places = placesOf(error).map((place) => place.slice(0, PLACE_MAX));
  return { reference, kind: error.name.replace(/[^A-Za-z]/g, '').slice(0, 40) || 'Error', places };
}
