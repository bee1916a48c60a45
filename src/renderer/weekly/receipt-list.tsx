import { useTranslation } from 'react-i18next';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import type { Receipts } from './use-export.ts';
import { checkWords } from './weekly-words.ts';
import styles from './weekly.module.css';

/** The station has lines that this office does not have, or has others. */
const OLDER: ReadonlySet<string> = new Set(['E704', 'E706']);

/** Every file of the station found on the stick, and what became of it. */
export function ReceiptList({ receipts }: { readonly receipts: Receipts }) {
  const { t } = useTranslation('weekly');
  return (
    <div role="status">
      <h3 className={styles.subtitle}>{t('receipts.title')}</h3>
      {receipts.length === 0 && <p className={styles.soft}>{t('receipts.none')}</p>}
      <ul className={styles.files}>
        {receipts.map(({ file, check }) => (
          <li key={file}>
            {check === null ? (
              <Chip tone="green">{t('receipts.accepted')}</Chip>
            ) : (
              <Chip tone="red">{t('receipts.refused', { words: checkWords(check, t), check })}</Chip>
            )}{' '}
            {file}
          </li>
        ))}
      </ul>
      {receipts.some(({ check }) => check !== null && OLDER.has(check)) && (
        <Notice tone="red">{t('receipts.rolledBack')}</Notice>
      )}
    </div>
  );
}
