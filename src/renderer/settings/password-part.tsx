import { useTranslation } from 'react-i18next';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { usePasswordWords } from '#renderer/client/words/password-words.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { PasswordField } from '#renderer/ui/fields/password-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell, type SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import styles from './settings.module.css';

const BLANK = { current: '', next: '', again: '' };

export function PasswordPart() {
  const { t } = useTranslation('settings');
  const { client } = useOffice();
  const me = useMe();
  const toast = useToast();
  const failureWords = useFailureWords();
  const passwords = usePasswordWords();
  const form = useForm({
    initial: BLANK,
    required: ['current', 'next', 'again'],
    check: (values) => [
      ...passwords.issues('next', values.next, [me.login, me.name]),
      ...(values.again === '' || values.again === values.next ? [] : [{ field: 'again', rule: 'differs' }]),
    ],
    words: ({ rule }) => {
      if (rule === 'differs') return t('password.differs');
      return passwords.words(rule) ?? t('required');
    },
  });
  const change = async ({ current, next }: typeof BLANK): Promise<SaveOutcome> => {
    try {
      await client.session.changePassword({ current, next });
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'weak-password')
        return { ok: false, issues: [{ field: 'next', rule: failure.rule }], words: null };
      return { ok: false, issues: [], words: failureWords(failure) };
    }
    toast({ tone: 'done', text: t('password.changed') });
    form.reset(BLANK);
    return { ok: true };
  };
  return (
    <Card title={t('parts.password')}>
      <div className={styles.narrow}>
        <p>{t('password.lead')}</p>
        <FormShell
          form={form}
          label={t('parts.password')}
          marks="optional"
          save={change}
          saveWords={t('password.change')}
        >
          <PasswordField {...form.field('current')} label={t('password.current')} autoFocus />
          <PasswordField
            {...form.field('next')}
            label={t('password.next')}
            hint={passwords.rule}
            purpose="new"
          />
          <PasswordField {...form.field('again')} label={t('password.again')} purpose="new" />
        </FormShell>
      </div>
    </Card>
  );
}
