/** Initials, a reading in small letters, digits of a number or a door: no name and no place is written so. */
export function isShort(typed: string): boolean {
  return /^[a-zü']{2,}$|^[\d\p{L}]*\d[\d\p{L}\-–—]*$/u.test(typed.normalize('NFKC'));
}
