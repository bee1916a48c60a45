/** Many short lists of texts, packed as bytes outside the heap: as objects they would need ten times as much. */

export interface PackedLines {
  /** Keeps a list at a place; the one that was there before is let go. */
  put(place: number, parts: readonly string[]): void;
  at(place: number): string[];
}

const CHUNK = 1 << 20;
/** Between the parts; none of them has it: control characters are taken out as the rows are read. */
const BETWEEN = '\u001F';
/** Chunk, start and end of one list. */
const NUMBERS = 3;

export function packedLines(): PackedLines {
  const chunks: Buffer[] = [];
  let used = CHUNK;
  let places = new Uint32Array(NUMBERS * 1024);

  function put(place: number, parts: readonly string[]): void {
    if ((place + 1) * NUMBERS > places.length) {
      const larger = new Uint32Array(Math.max(places.length * 2, (place + 1) * NUMBERS));
      larger.set(places);
      places = larger;
    }
    const text = parts.join(BETWEEN);
    // Three bytes hold every UTF-16 unit.
    const most = text.length * 3;
    if (used + most > CHUNK) {
      chunks.push(Buffer.allocUnsafe(Math.max(CHUNK, most)));
      used = 0;
    }
    const chunk = chunks.length - 1;
    const end = used + (chunks[chunk]?.write(text, used) ?? 0);
    const at = place * NUMBERS;
    places[at] = chunk;
    places[at + 1] = used;
    places[at + 2] = end;
    used = end;
  }

  return {
    put,
    at(place) {
      const [chunk = 0, start = 0, end = 0] = places.subarray(place * NUMBERS, place * NUMBERS + NUMBERS);
      return (chunks[chunk]?.toString('utf8', start, end) ?? '').split(BETWEEN);
    },
  };
}
