/** Adding a person, who types their own password here, or changing one. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/office.ts';
import { ROLES, type Role } from '#shared/kernel/role.ts';
import { isPhone } from '#shared/kernel/text-input.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { usePasswordWords } from '#renderer/client/words/password-words.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { PasswordField } from '#renderer/ui/fields/password-field.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ResetForm } from './reset-form.tsx';
import { SuccessorField, useSuccessors } from './successor-field.tsx';

export type StaffTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'amend'; readonly member: StaffMember }
  | { readonly kind: 'reset'; readonly member: StaffMember };

export interface StaffDrawerProps {
  readonly task: StaffTask | null;
  readonly onTask: (task: StaffTask) => void;
  readonly onClose: () => void;
}

export function StaffDrawer({ task, onTask, onClose }: StaffDrawerProps) {
  const { t } = useTranslation('settings');
  return (
    <SideDrawer opened={task !== null} title={task === null ? '' : titleOf(task, t)} onClose={onClose}>
      {task?.kind === 'reset' && <ResetForm member={task.member} onDone={onClose} />}
      {task !== null && task.kind !== 'reset' && (
        <StaffForm task={task} onReset={(member) => onTask({ kind: 'reset', member })} onDone={onClose} />
      )}
    </SideDrawer>
  );
}

function titleOf(task: StaffTask, t: TFunction<'settings'>): string {
  if (task.kind === 'add') return t('staff.addTitle');
  return t(task.kind === 'amend' ? 'staff.editTitle' : 'staff.resetTitle', { name: task.member.name });
}

interface Person {
  readonly name: string;
  readonly role: Role | null;
  readonly badgeNo: string;
  readonly phone: string;
  readonly login: string;
  readonly password: string;
  readonly again: string;
  readonly successor: string | null;
}

interface StaffFormProps {
  readonly task: { readonly kind: 'add' } | { readonly kind: 'amend'; readonly member: StaffMember };
  readonly onReset: (member: StaffMember) => void;
  readonly onDone: () => void;
}

function StaffForm({ task, onReset, onDone }: StaffFormProps) {
  const { t } = useTranslation(['settings', 'client']);
  const { client } = useOffice();
  const me = useMe();
  const save = useSave();
  const toast = useToast();
  const passwords = usePasswordWords();
  const isNew = task.kind === 'add';
  const successors = useSuccessors(isNew ? null : task.member);
  /** An officer who is none any more hands their work over. */
  const leaves = (role: Role | null) => role !== 'officer' && successors.length > 0;
  const form = useForm<Person>({
    initial: initialOf(task),
    required: isNew ? ['name', 'role', 'login', 'password', 'again'] : ['name', 'role'],
    check: (values) => [
      ...(values.phone === '' || isPhone(values.phone) ? [] : [{ field: 'phone', rule: 'not-a-phone' }]),
      ...(isNew ? passwords.issues('password', values.password, [values.login, values.name]) : []),
      ...(leaves(values.role) && values.successor === null ? [{ field: 'successor', rule: 'required' }] : []),
      ...(values.again === '' || values.again === values.password
        ? []
        : [{ field: 'again', rule: 'differs' }]),
    ],
    words: ({ field, rule }) => {
      if (field === 'successor') return t('staff.successorChoose');
      if (rule === 'required') return t('required');
      if (rule === 'not-a-phone') return t('notPhone');
      if (rule === 'differs') return t('staff.differs');
      if (field === 'login') return rule === 'taken' ? t('staff.loginTaken') : t('client:login.wrong');
      return passwords.words(rule) ?? t('notAccepted');
    },
  });
  const put = (values: Person) =>
    save(async () => {
      const { name, badgeNo, phone, login, password } = values;
      const role = values.role ?? 'auxiliary';
      if (task.kind === 'add') {
        await client.staff.add({ name, role, badgeNo, phone, login, password });
        toast({ tone: 'done', text: t('staff.added', { name }) });
      } else {
        const { id, revision } = task.member;
        const { successor } = values;
        const next = leaves(role) && successor !== null ? { successor } : {};
        await client.staff.amend({ id, revision, fields: { name, role, badgeNo, phone }, ...next });
        toast({ tone: 'done', text: t('staff.amended', { name }) });
      }
      onDone();
    });
  return (
    <FormShell
      form={form}
      label={isNew ? t('staff.addTitle') : t('staff.edit')}
      marks="optional"
      save={put}
      actions={
        task.kind === 'amend' &&
        task.member.id !== me.id && <Button onClick={() => onReset(task.member)}>{t('staff.reset')}</Button>
      }
    >
      <TextField {...form.field('name')} label={t('staff.name')} maxLength={50} autoFocus />
      <DigitChoice
        {...form.field('role')}
        label={t('staff.role')}
        options={ROLES.map((role, index) => ({
          value: role,
          label: t(`client:roles.${role}`),
          digit: String(index + 1),
        }))}
        {...(form.values.role === null ? {} : { hint: t(`staff.roles.${form.values.role}`) })}
      />
      {leaves(form.values.role) && (
        <SuccessorField {...form.field('successor')} successors={successors} required />
      )}
      <TextField {...form.field('badgeNo')} label={t('staff.badgeNo')} maxLength={20} />
      <PhoneField {...form.field('phone')} label={t('staff.phone')} hint={t('staff.phoneHint')} />
      {isNew && (
        <>
          <TextField
            {...form.field('login')}
            label={t('client:login.label')}
            hint={t('client:login.hint')}
            maxLength={20}
          />
          <Notice tone="amber">{t('staff.passwordLead')}</Notice>
          <PasswordField
            {...form.field('password')}
            label={t('staff.password')}
            hint={passwords.rule}
            purpose="new"
          />
          <PasswordField {...form.field('again')} label={t('staff.again')} purpose="new" />
        </>
      )}
    </FormShell>
  );
}

function initialOf(task: StaffFormProps['task']): Person {
  const blank = { login: '', password: '', again: '', successor: null };
  if (task.kind === 'add') return { name: '', role: null, badgeNo: '', phone: '', ...blank };
  const { name, role, badgeNo, phone } = task.member;
  return { name, role, badgeNo, phone, ...blank };
}
