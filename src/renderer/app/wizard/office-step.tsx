import { useTranslation } from 'react-i18next';
import { OFFICE_CODE } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import type { OfficeWords } from './wizard-words.ts';

export interface OfficeStepProps {
  readonly words: OfficeWords;
  readonly onBack: (words: OfficeWords) => void;
  readonly onNext: (words: OfficeWords) => void;
}

export function OfficeStep({ words, onBack, onNext }: OfficeStepProps) {
  const { t } = useTranslation('wizard');
  const form = useForm<OfficeWords>({
    initial: words,
    required: ['name', 'stationName', 'code'],
    check: ({ code }) =>
      code === '' || OFFICE_CODE.test(plainCode(code)) ? [] : [{ field: 'code', rule: 'pattern' }],
    words: ({ rule }) => (rule === 'pattern' ? t('office.codeWrong') : t('required')),
  });
  return (
    <>
      <h2>{t('steps.office')}</h2>
      <p>{t('office.lead')}</p>
      <FormShell
        form={form}
        label={t('steps.office')}
        marks="optional"
        saveWords={t('next')}
        actions={<Button onClick={() => onBack(form.values)}>{t('back')}</Button>}
        save={(values) => {
          onNext({
            name: cleanText(values.name),
            stationName: cleanText(values.stationName),
            code: plainCode(values.code),
          });
          return Promise.resolve({ ok: true });
        }}
      >
        <TextField
          {...form.field('name')}
          label={t('office.name')}
          hint={t('office.nameExample')}
          maxLength={50}
          autoFocus
        />
        <TextField
          {...form.field('stationName')}
          label={t('office.stationName')}
          hint={t('office.stationExample')}
          maxLength={50}
        />
        <TextField
          {...form.field('code')}
          label={t('office.code')}
          hint={t('office.codeHint')}
          maxLength={20}
        />
      </FormShell>
    </>
  );
}

/** Full-width digits and the many dashes of input methods made plain; the dash may be left out. */
function plainCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212—]/gu, '-')
    .replace(/\s+/gu, '');
  return /^\d{8}$/u.test(plain) ? `${plain.slice(0, 6)}-${plain.slice(6)}` : plain;
}
