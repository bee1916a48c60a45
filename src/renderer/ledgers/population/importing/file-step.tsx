import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Batches } from './batches.tsx';
import type { ImportDesk } from './use-import.ts';
import styles from './importing.module.css';

/** The file, and what was imported before. */
export function FileStep({ desk }: { readonly desk: ImportDesk }) {
  const { t } = useTranslation('importing');
  return (
    <>
      <Card>
        <div className={styles.stack}>
          <p>{t('file.why')}</p>
          <p className={styles.soft}>{t('file.drops')}</p>
          <div className={styles.deeds}>
            <Button kind="primary" size="desk" autoFocus onClick={desk.choose}>
              {t('file.choose')}
            </Button>
          </div>
        </div>
      </Card>
      <Batches />
    </>
  );
}
