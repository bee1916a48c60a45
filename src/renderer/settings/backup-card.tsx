import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfficeProfile } from '#shared/contract/office.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import styles from './settings.module.css';

/** Where the daily backup goes. Without a folder it says what that means. */
export function BackupCard({ profile }: { readonly profile: OfficeProfile }) {
  const { t } = useTranslation('settings');
  const { client, queries } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const choose = () =>
    deed(async () => {
      const chosen = await client.office.chooseBackupFolder({ revision: profile.revision });
      cache.setQueryData(queries.office.profile.queryKey({ input: {} }), chosen);
    });
  return (
    <Card title={t('backup.title')}>
      <div className={styles.stack}>
        {profile.backupFolder === '' ? (
          <Notice tone="amber">{t('backup.none')}</Notice>
        ) : (
          <p>{t('backup.folder', { folder: profile.backupFolder })}</p>
        )}
        <p className={styles.hint}>{t('backup.hint')}</p>
        <div>
          <Button onClick={() => void choose()}>{t('backup.choose')}</Button>
        </div>
      </div>
    </Card>
  );
}
