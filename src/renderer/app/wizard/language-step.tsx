import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/contract/session.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';

export interface LanguageStepProps {
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
  readonly onNext: () => void;
}

export function LanguageStep({ language, onChoose, onNext }: LanguageStepProps) {
  const { t } = useTranslation('wizard');
  const form = useForm({ initial: { language }, required: [], check: () => [], words: () => '' });
  return (
    <>
      <h2>{t('steps.language')}</h2>
      <p>{t('language.lead')}</p>
      <FormShell
        form={form}
        label={t('steps.language')}
        saveWords={t('next')}
        save={() => {
          onNext();
          return Promise.resolve({ ok: true });
        }}
      >
        <DigitChoice
          name="language"
          label={t('language.label')}
          value={language}
          onChange={onChoose}
          options={[
            { value: 'zh', label: t('language.zh'), digit: '1' },
            { value: 'en', label: t('language.en'), digit: '2' },
          ]}
          autoFocus
        />
      </FormShell>
    </>
  );
}
