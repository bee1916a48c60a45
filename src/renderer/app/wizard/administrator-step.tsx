import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/kernel/text-input.ts';
import { usePasswordWords } from '#renderer/client/words/password-words.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { PasswordField } from '#renderer/ui/fields/password-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import type { AdministratorWords, OfficeWords } from './wizard-words.ts';

export interface AdministratorStepProps {
  readonly words: AdministratorWords;
  readonly office: OfficeWords;
  readonly onBack: (words: AdministratorWords) => void;
  readonly onFound: (words: AdministratorWords) => Promise<void>;
}

const LOGIN = /^[a-z0-9]{2,20}$/u;

export function AdministratorStep({ words, office, onBack, onFound }: AdministratorStepProps) {
  const { t } = useTranslation(['wizard', 'client']);
  const save = useSave();
  const passwords = usePasswordWords();
  const form = useForm<AdministratorWords>({
    initial: words,
    required: ['name', 'login', 'password', 'again'],
    check: (values) => [
      ...(values.login === '' || LOGIN.test(plain(values.login)) ? [] : [{ field: 'login', rule: 'login' }]),
      ...passwords.issues('password', values.password, [values.login, values.name, office.name, office.code]),
      ...(values.again === '' || values.again === values.password
        ? []
        : [{ field: 'again', rule: 'differs' }]),
    ],
    words: ({ rule }) => {
      if (rule === 'login' || rule === 'not-accepted') return t('client:login.wrong');
      if (rule === 'differs') return t('administrator.differs');
      return passwords.words(rule) ?? t('required');
    },
  });
  return (
    <>
      <h2>{t('steps.administrator')}</h2>
      <p>{t('administrator.lead')}</p>
      <FormShell
        form={form}
        label={t('steps.administrator')}
        marks="optional"
        saveWords={t('administrator.found')}
        actions={<Button onClick={() => onBack(form.values)}>{t('back')}</Button>}
        save={(values) =>
          save(() => onFound({ ...values, name: cleanText(values.name), login: plain(values.login) }))
        }
      >
        <TextField {...form.field('name')} label={t('administrator.name')} maxLength={50} autoFocus />
        <TextField
          {...form.field('login')}
          label={t('client:login.label')}
          hint={t('client:login.hint')}
          maxLength={40}
        />
        <PasswordField
          {...form.field('password')}
          label={t('administrator.password')}
          hint={passwords.rule}
          purpose="new"
        />
        <PasswordField {...form.field('again')} label={t('administrator.again')} purpose="new" />
      </FormShell>
    </>
  );
}

function plain(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}
