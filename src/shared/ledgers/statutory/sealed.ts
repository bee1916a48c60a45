/**
 * 封存: what remains of a record whose purpose is over and whose keeping is not (《个人信息保护法》第47条). The content is
 * encrypted to the station's keys alone; here stay what kind it was, its number, days, and a hash to prove it by.
 */
export const SEALED_FROM = ['statutory_matters', 'care_consents', 'disputes'] as const;
export type SealedFrom = (typeof SEALED_FROM)[number];

export const SEAL_REASONS = ['ended', 'minor', 'withdrawn', 'archived'] as const;
export type SealReason = (typeof SEAL_REASONS)[number];

/** Months that an archived dispute is kept after its own three years, sealed. */
export const DISPUTE_SEALED_MONTHS = 12;
