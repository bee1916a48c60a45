import { useTranslation } from 'react-i18next';
import type { Me } from '#shared/contract/session.ts';
import type { DamagedPart, FieldIssue } from '#shared/kernel/failure.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { PasswordField } from '#renderer/ui/fields/password-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell, type SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { plainLogin } from './plain-login.ts';
import { useWaiting } from './use-waiting.ts';

export interface UnlockFormProps {
  /** Filled in from the shift; empty where nobody of it is known. */
  readonly login: string;
  readonly onUnlocked: (me: Me) => void;
  /** The password was right, and what it opens does not hold. */
  readonly onDamaged: (part: DamagedPart) => void;
}

export function UnlockForm({ login, onUnlocked, onDamaged }: UnlockFormProps) {
  const { t } = useTranslation(['lock', 'client']);
  const { client } = useOffice();
  const failureWords = useFailureWords();
  const [waiting, wait] = useWaiting();
  const form = useForm({
    initial: { login, password: '' },
    required: ['login', 'password'],
    check: (values) => loginIssues(values.login),
    words: ({ field, rule }) => {
      if (rule === 'wrong-login') return t('client:login.wrong');
      if (rule === 'required') return t(field === 'login' ? 'required.login' : 'required.password');
      return t('wrong');
    },
  });
  const unlock = async (values: { login: string; password: string }): Promise<SaveOutcome> => {
    try {
      const me = await client.session.unlock({ login: plainLogin(values.login), password: values.password });
      onUnlocked(me);
      return { ok: true };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'data-damaged') onDamaged(failure.part);
      if (failure.code === 'wrong-password' || failure.code === 'wait') wait(failure.waitSeconds);
      if (failure.code !== 'wrong-password') return { ok: false, issues: [], words: failureWords(failure) };
      return { ok: false, issues: [{ field: 'password', rule: 'wrong' }], words: null };
    }
  };
  return (
    <FormShell
      form={form}
      label={t('form')}
      marks="optional"
      save={unlock}
      saveWords={t('unlock')}
      busyWords={t('unlocking')}
      slowWords={t('slow')}
      before={waiting > 0 && <Notice tone="amber">{t('wait', { seconds: waiting })}</Notice>}
    >
      <TextField
        {...form.field('login')}
        label={t('client:login.label')}
        autoFocus={login === ''}
        maxLength={40}
      />
      <PasswordField {...form.field('password')} label={t('password')} autoFocus={login !== ''} />
    </FormShell>
  );
}

function loginIssues(login: string): FieldIssue[] {
  return login === '' || /^[a-z0-9]{2,20}$/u.test(plainLogin(login))
    ? []
    : [{ field: 'login', rule: 'wrong-login' }];
}
