import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/office.ts';
import { useOffice } from '#renderer/client/office.ts';
import { usePasswordWords } from '#renderer/client/words/password-words.ts';
import { useSave } from '#renderer/client/save.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { PasswordField } from '#renderer/ui/fields/password-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';

export interface ResetFormProps {
  readonly member: StaffMember;
  readonly onDone: () => void;
}

/** A forgotten password: the person types a new one here, the administrator does not. */
export function ResetForm({ member, onDone }: ResetFormProps) {
  const { t } = useTranslation('settings');
  const { client } = useOffice();
  const save = useSave();
  const toast = useToast();
  const passwords = usePasswordWords();
  const { id, revision, name, login } = member;
  const form = useForm({
    initial: { password: '', again: '' },
    required: ['password', 'again'],
    check: (values) => [
      ...passwords.issues('password', values.password, [login, name]),
      ...(values.again === '' || values.again === values.password
        ? []
        : [{ field: 'again', rule: 'differs' }]),
    ],
    words: ({ rule }) => (rule === 'differs' ? t('staff.differs') : (passwords.words(rule) ?? t('required'))),
  });
  return (
    <FormShell
      form={form}
      label={t('staff.reset')}
      marks="optional"
      save={({ password }) =>
        save(async () => {
          await client.staff.resetPassword({ id, revision, password });
          toast({ tone: 'done', text: t('staff.wasReset', { name }) });
          onDone();
        })
      }
    >
      <Notice tone="amber">{t('staff.passwordLead')}</Notice>
      <PasswordField
        {...form.field('password')}
        label={t('staff.password')}
        hint={passwords.rule}
        purpose="new"
        autoFocus
      />
      <PasswordField {...form.field('again')} label={t('staff.again')} purpose="new" />
    </FormShell>
  );
}
