/** Masked forms of personal values. The counter receives only these until a reveal is witnessed. */

/** `138····5678`; of eight to ten digits the last four stay, of fewer the last two: four and more are always hidden. */
export function maskPhone(phone: string): string {
  const dots = '····';
  if (phone.length >= 11) return `${phone.slice(0, 3)}${dots}${phone.slice(-4)}`;
  return `${dots}${phone.slice(phone.length >= 8 ? -4 : -2)}`;
}
