/** Which numbers should be looked at again, as a condition on the table: the index `residents_unsure` stands on the same. */

/** GB 11643: weights of the first seventeen digits, and the last character by their sum modulo 11 (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const LAST_CHARACTERS = '10X98765432';

const weighed = WEIGHTS.map((weight, at) => `${weight} * substr(r.id_number, ${at + 1}, 1)`).join(' + ');

/**
 * True of a resident `r` without a number, with fifteen digits, or with a last digit that does not follow from the others:
 * what `idFlag` says of a record, which `tests/main/population/people-list.test.ts` holds it to.
 */
export const UNSURE_NUMBER = `(r.id_number IS NULL OR (
  r.id_type IN ('111', 'hmt-permit', 'foreign-card', 'temporary-card', 'household-book')
  AND substr(r.id_number, 1, 17) NOT GLOB '*[^0-9]*'
  AND (length(r.id_number) = 15 OR length(r.id_number) = 18 AND substr(r.id_number, 18, 1) <>
    substr('${LAST_CHARACTERS}', 1 + (${weighed}) % 11, 1))))`;
