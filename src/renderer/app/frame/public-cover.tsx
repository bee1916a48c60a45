import { useTranslation } from 'react-i18next';
import styles from './frame.module.css';

/** Lies over the screen while it faces visitors. What was typed beneath is still there. */
export function PublicCover() {
  const { t } = useTranslation('app');
  return (
    <div className={styles.cover} role="status">
      <h1>{t('public.title')}</h1>
      <p>{t('public.text')}</p>
    </div>
  );
}
