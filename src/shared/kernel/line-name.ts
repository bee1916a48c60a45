/** How a numbered line or bundle is called before people: numbers begin anew in each epoch, and most offices have one. */

export function lineName({ epoch, n }: { readonly epoch: number; readonly n: number }): string {
  return epoch === 1 ? String(n) : `${epoch}/${n}`;
}
