/** 个人信息处理告知: for the wall, or to hand out. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { PopulationPaper } from './population-paper.tsx';

const FORMS = ['poster', 'leaflet'] as const;

export function PrivacyNoticePaper() {
  const { t } = useTranslation('printing');
  const making = useMaking();
  const [form, setForm] = useState<(typeof FORMS)[number]>('poster');
  return (
    <PopulationPaper paper="privacy-notice" order={{ name: 'privacy-notice', form }} making={making}>
      <DigitChoice
        name="form"
        label={t('form')}
        value={form}
        advances={false}
        onChange={(next) => {
          making.forget();
          setForm(next);
        }}
        options={FORMS.map((one, index) => ({
          value: one,
          label: t(`forms.${one}`),
          digit: String(index + 1),
        }))}
      />
    </PopulationPaper>
  );
}
