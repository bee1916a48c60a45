/** Says of a new password, while it is typed, what the office would refuse it for. */
import { useTranslation } from 'react-i18next';
import type { Failure, FieldIssue } from '#shared/kernel/failure.ts';
import { PASSWORD_MIN, weaknessOf } from '#shared/kernel/password-rule.ts';

type Weakness = Extract<Failure, { code: 'weak-password' }>['rule'];
const WEAKNESSES: readonly Weakness[] = ['short', 'digits', 'known', 'repeats'];

export interface PasswordWords {
  /** What a password must be, before anything is typed. */
  readonly rule: string;
  /** Issues of a new password; none while it is empty. `known`: words an outsider knows, such as the login. */
  readonly issues: (field: string, password: string, known: readonly string[]) => readonly FieldIssue[];
  /** The sentence for such an issue; null for a rule that is not about passwords. */
  readonly words: (rule: string) => string | null;
}

export function usePasswordWords(): PasswordWords {
  const { t } = useTranslation('client');
  return {
    rule: t('password.rule', { least: PASSWORD_MIN }),
    issues(field, password, known) {
      const weakness = password === '' ? null : weaknessOf(password, known);
      return weakness === null ? [] : [{ field, rule: weakness }];
    },
    words(rule) {
      const weakness = WEAKNESSES.find((one) => one === rule);
      return weakness === undefined ? null : t(`password.${weakness}`, { least: PASSWORD_MIN });
    },
  };
}
