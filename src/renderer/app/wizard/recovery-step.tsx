import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { agreeingGroups, groupsOf, isSameCode } from './code-groups.ts';
import styles from './wizard.module.css';

export interface RecoveryStepProps {
  readonly code: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Shows the code once, large and in groups, and wants it back from paper. */
export function RecoveryStep({ code, typed, onTyped, onBack, onNext }: RecoveryStepProps) {
  const { t } = useTranslation('wizard');
  const groups = groupsOf(code);
  const form = useForm({
    initial: { typed },
    required: ['typed'],
    check: (values) =>
      values.typed === '' || isSameCode(values.typed, code) ? [] : [{ field: 'typed', rule: 'differs' }],
    words: ({ rule }) => (rule === 'differs' ? t('recovery.wrong') : t('required')),
  });
  const typedField = form.field('typed');
  return (
    <>
      <h2>{t('steps.recovery')}</h2>
      <p>{t('recovery.lead')}</p>
      <output className={styles.code} aria-label={t('recovery.label')}>
        {groups.map((group, index) => (
          <span key={`${index}-${group}`}>{group}</span>
        ))}
      </output>
      <Notice tone="amber">{t('recovery.paper')}</Notice>
      <FormShell
        form={form}
        label={t('steps.recovery')}
        saveWords={t('next')}
        actions={<Button onClick={onBack}>{t('back')}</Button>}
        save={() => {
          onNext();
          return Promise.resolve({ ok: true });
        }}
      >
        <TextField
          {...typedField}
          onChange={(text) => {
            typedField.onChange(text);
            onTyped(text);
          }}
          label={t('recovery.typed')}
          hint={`${t('recovery.typedHint')} · ${t('recovery.partly', {
            good: agreeingGroups(form.values.typed, code),
            all: groups.length,
          })}`}
          maxLength={80}
          autoFocus
        />
      </FormShell>
    </>
  );
}
