/** Blank 上报盘交接单, printed ahead for a power cut; the filled one is made where the week is exported. */
import { useTranslation } from 'react-i18next';
import { HandOverForm } from '#renderer/papers/hand-over-order.tsx';
import styles from './printing.module.css';

export function HandOverBlank() {
  const { t } = useTranslation('printing');
  return (
    <div className={styles.columns}>
      <HandOverForm label={t('papers.hand-over')} blank>
        <p className={styles.hint}>{t('handOverHint')}</p>
      </HandOverForm>
    </div>
  );
}
