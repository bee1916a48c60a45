/** Record ids: short and office-scoped, because long random ids double the size of a bundle. */

/** `07-000123`: the office's number within its station, then a number that grows within one ledger. */
export const RECORD_ID = /^\d{2}-\d{6,}$/;

/** Station division code and office number, `519901-07`. */
export const OFFICE_CODE = /^\d{6}-\d{2}$/;

export function formatRecordId(officeCode: string, sequence: number): string {
  return `${officeCode.slice(-2)}-${String(sequence).padStart(6, '0')}`;
}

/** The growing part of a record id, 123 of `07-000123`. */
export function numberOfRecord(id: string): number {
  return Number(id.slice(3));
}

/** How a numbered line or bundle is called before people: numbers begin anew in each epoch, and most offices have one. */
export function lineName({ epoch, n }: { readonly epoch: number; readonly n: number }): string {
  return epoch === 1 ? String(n) : `${epoch}/${n}`;
}

/**
 * True for an office of practice and demonstration. No division code of GB/T 2260 ever had 99 as its middle pair,
 * so `519901-07` cannot be a real place, and synthetic people can never stand beside real ones.
 */
export function isSyntheticOffice(officeCode: string): boolean {
  return officeCode.slice(2, 4) === '99';
}
