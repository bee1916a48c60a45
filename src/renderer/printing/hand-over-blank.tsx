/** Blank 上报盘交接单, printed ahead for a power cut; the filled one is made where the week is exported. */
import { useTranslation } from 'react-i18next';
import { WeeklyPaperForm } from '#renderer/papers/weekly-paper-form.tsx';
import styles from './printing.module.css';

export function HandOverBlank() {
  const { t } = useTranslation('printing');
  return (
    <div className={styles.columns}>
      <WeeklyPaperForm label={t('papers.hand-over')} order={{ name: 'hand-over', blank: true }}>
        <p className={styles.hint}>{t('handOverHint')}</p>
      </WeeklyPaperForm>
    </div>
  );
}
