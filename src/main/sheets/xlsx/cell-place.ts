/** Columns of a spreadsheet by their letters. */

/** 0 for A; reads the letters at the start of a place such as `AB12`, -1 when there are none. */
export function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

const letters: string[] = [];

/** A for 0, AA for 26. */
export function lettersOf(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  const last = String.fromCharCode(65 + (column % 26));
  const text = column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
  letters[column] = text;
  return text;
}
