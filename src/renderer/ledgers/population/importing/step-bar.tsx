import { useTranslation } from 'react-i18next';
import { STEPS, type Step } from './use-import.ts';
import styles from './importing.module.css';

/** Where one stands; a step that is done says so by its sign, not by colour alone. */
export function StepBar({ step }: { readonly step: Step }) {
  const { t } = useTranslation('importing');
  const at = STEPS.indexOf(step);
  return (
    <ol className={styles.steps} aria-label={t('stepsLabel')}>
      {STEPS.map((one, index) => (
        <li key={one} aria-current={one === step ? 'step' : undefined} data-done={index < at}>
          <span aria-hidden="true">{index < at ? '✓' : index + 1}</span>
          {t(`steps.${one}`)}
        </li>
      ))}
    </ol>
  );
}
