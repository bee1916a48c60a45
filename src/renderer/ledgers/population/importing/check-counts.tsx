import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '#shared/contract/population/imports.ts';
import styles from './importing.module.css';

const PARTS = ['imported', 'merged', 'duplicate', 'rejected'] as const;

/** read = new + filled in + double + errors: the first question after every import, answered before it. */
export function CheckCounts({ check }: { readonly check: ImportCheck }) {
  const { t } = useTranslation('importing');
  return (
    <div className={styles.counts}>
      <dl aria-label={t('check.sum', { ...check })}>
        <div>
          <dt>{t('check.read')}</dt>
          <dd>{check.read}</dd>
        </div>
        {PARTS.map((part, index) => (
          <div key={part} data-part={part}>
            <dt>
              <span aria-hidden="true">{index === 0 ? '= ' : '+ '}</span>
              {t(`check.${part}`)}
            </dt>
            <dd>{check[part]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>{t('check.also', { ...check })}</p>
    </div>
  );
}
