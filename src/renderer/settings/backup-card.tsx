import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeProfile } from '#shared/contract/office.ts';
import { openDoor } from '#renderer/backups/restore-door.ts';
import { RestoreFlow } from '#renderer/backups/restore-flow.tsx';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import styles from './settings.module.css';

/** Where the daily backup goes, one right now, and the way back. Without a second place it says what that means. */
export function BackupCard({ profile }: { readonly profile: OfficeProfile }) {
  const { t } = useTranslation('settings');
  const office = useOffice();
  const { client, queries } = office;
  const toast = useToast();
  const [making, setMaking] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const cache = useQueryClient();
  const deed = useDeed();
  const choose = () =>
    deed(async () => {
      const chosen = await client.office.chooseBackupFolder({ revision: profile.revision });
      cache.setQueryData(queries.office.profile.queryKey({ input: {} }), chosen);
    });
  const make = async () => {
    setMaking(true);
    const made = await deed(() => client.backups.make({}));
    setMaking(false);
    if (made === null) return;
    toast({ tone: 'done', text: t('backup.made', { name: made.name }) });
    await cache.invalidateQueries({ queryKey: queries.backups.key() });
  };
  return (
    <Card title={t('backup.title')}>
      <div className={styles.stack}>
        {profile.backupFolder === '' ? (
          <Notice tone="amber">{t('backup.none')}</Notice>
        ) : (
          <p>{t('backup.folder', { folder: profile.backupFolder })}</p>
        )}
        <p className={styles.hint}>{t('backup.hint')}</p>
        <div className={styles.row}>
          <Button onClick={() => void choose()}>{t('backup.choose')}</Button>
          <Button busy={making} onClick={() => void make()}>
            {making ? t('backup.making') : t('backup.make')}
          </Button>
          <Button onClick={() => setRestoring(true)}>{t('backup.restore')}</Button>
        </div>
        <SideDrawer opened={restoring} title={t('backup.restore')} onClose={() => setRestoring(false)}>
          <RestoreFlow door={openDoor(office)} />
        </SideDrawer>
      </div>
    </Card>
  );
}
