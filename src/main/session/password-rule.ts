/** The rule is shared: the counter says it while it is typed, the office enforces it. */
export { PASSWORD_MIN, weaknessOf } from '#shared/kernel/password-rule.ts';
