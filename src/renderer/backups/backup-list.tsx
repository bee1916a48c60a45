import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownBackup } from '#shared/contract/backups.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import type { RestoreDoor } from './restore-door.ts';
import styles from './backups.module.css';

export interface BackupListProps {
  readonly door: RestoreDoor;
  readonly onChosen: (backup: KnownBackup) => void;
  readonly onLeave?: (() => void) | undefined;
}

/** Every backup that is found, one button each; and a folder of one's own. */
export function BackupList({ door, onChosen, onLeave }: BackupListProps) {
  const { t } = useTranslation('backups');
  const deed = useDeed();
  const places = useQuery({
    queryKey: ['backups', 'found', door.asks],
    queryFn: door.found,
    // A stick may be plugged in between two looks.
    gcTime: 0,
  });
  const [chosen, setChosen] = useState<readonly KnownBackup[] | null>(null);
  const found = chosen ?? places.data ?? (places.error === null ? null : []);
  const again = () => {
    setChosen(null);
    void places.refetch();
  };
  const choose = async () => {
    const backups = await deed(door.choose);
    if (backups !== null) setChosen(backups);
  };
  return (
    <div className={styles.stack}>
      <p>{t('lead')}</p>
      {found === null && <SkeletonRows />}
      {found?.length === 0 && <p role="status">{t('none')}</p>}
      {found !== null && found.length > 0 && (
        <ul className={styles.list} aria-label={t('list')}>
          {found.map((one) => (
            <li key={one.backup}>
              <button type="button" className={styles.backup} onClick={() => onChosen(one)}>
                <strong>
                  {one.day} {one.time}
                </strong>
                <span>{t(`causes.${one.cause}`)}</span>
                <span className={styles.soft} title={one.folder}>
                  {t(`places.${one.place}`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        {onLeave !== undefined && <Button onClick={onLeave}>{t('back')}</Button>}
        <Button onClick={again}>{t('again')}</Button>
        <Button kind={found?.length === 0 ? 'primary' : 'plain'} onClick={() => void choose()}>
          {t('choose')}
        </Button>
      </div>
    </div>
  );
}
