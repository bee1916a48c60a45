/** A login as the office knows it: full-width and capital letters of the input method are made plain. */
export function plainLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}
