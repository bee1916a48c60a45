import { useTranslation } from 'react-i18next';
import type { Me } from '#shared/contract/session.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { usePasswordWords } from '#renderer/client/words/password-words.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { PasswordField } from '#renderer/ui/fields/password-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell, type SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { plainLogin } from './plain-login.ts';
import { useWaiting } from './use-waiting.ts';

export interface RecoverFormProps {
  readonly login: string;
  readonly onUnlocked: (me: Me) => void;
  readonly onBack: () => void;
}

interface Recovery {
  readonly code: string;
  readonly login: string;
  readonly password: string;
}

export function RecoverForm({ login, onUnlocked, onBack }: RecoverFormProps) {
  const { t } = useTranslation(['lock', 'client']);
  const { client } = useOffice();
  const failureWords = useFailureWords();
  const passwords = usePasswordWords();
  const [waiting, wait] = useWaiting();
  const form = useForm<Recovery>({
    initial: { code: '', login, password: '' },
    required: ['code', 'login', 'password'],
    check: (values) => passwords.issues('password', values.password, [values.login]),
    words: ({ field, rule }) => {
      const weak = passwords.words(rule);
      if (weak !== null) return weak;
      if (rule === 'wrong') return t('recover.wrong');
      if (rule !== 'required') return t('client:login.wrong');
      if (field === 'code') return t('required.code');
      return t(field === 'login' ? 'required.login' : 'required.password');
    },
  });
  const recover = async (values: Recovery): Promise<SaveOutcome> => {
    try {
      onUnlocked(await client.session.recover({ ...values, login: plainLogin(values.login) }));
      return { ok: true };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'wrong-recovery-code' || failure.code === 'wait') wait(failure.waitSeconds);
      if (failure.code === 'wrong-recovery-code')
        return { ok: false, issues: [{ field: 'code', rule: 'wrong' }], words: null };
      if (failure.code === 'weak-password')
        return { ok: false, issues: [{ field: 'password', rule: failure.rule }], words: null };
      return { ok: false, issues: [], words: failureWords(failure) };
    }
  };
  return (
    <>
      <h2>{t('recover.title')}</h2>
      <p>{t('recover.hint')}</p>
      <FormShell
        form={form}
        label={t('recover.title')}
        marks="optional"
        save={recover}
        saveWords={t('recover.save')}
        busyWords={t('unlocking')}
        slowWords={t('slow')}
        actions={<Button onClick={onBack}>{t('back')}</Button>}
        before={waiting > 0 && <Notice tone="amber">{t('wait', { seconds: waiting })}</Notice>}
      >
        <TextField
          {...form.field('code')}
          label={t('recover.code')}
          hint={t('recover.codeHint')}
          maxLength={80}
          autoFocus
        />
        <TextField {...form.field('login')} label={t('client:login.label')} maxLength={40} />
        <PasswordField
          {...form.field('password')}
          label={t('recover.next')}
          hint={passwords.rule}
          purpose="new"
        />
      </FormShell>
    </>
  );
}
