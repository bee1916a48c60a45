/** Masked forms of personal values. The counter receives only these until a reveal is witnessed. */

/** `138····5678`; short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const dots = '····';
  return phone.length >= 8 ? `${phone.slice(0, 3)}${dots}${phone.slice(-4)}` : `${dots}${phone.slice(-2)}`;
}
