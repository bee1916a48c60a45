import { useEffect, useState } from 'react';
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
}

/** Every backup that is found, one button each; and a folder of one's own. */
export function BackupList({ door, onChosen }: BackupListProps) {
  const { t } = useTranslation('backups');
  const deed = useDeed();
  const [found, setFound] = useState<readonly KnownBackup[] | null>(null);
  const load = async (from: () => Promise<KnownBackup[]>) => {
    const backups = await deed(from);
    if (backups !== null) setFound(backups);
  };
  useEffect(() => {
    void deed(door.found).then((backups) => setFound(backups ?? []));
    // Once, as the list opens; a stick that is plugged in later is looked for by its button.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <>
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
        <Button onClick={() => void load(door.found)}>{t('again')}</Button>
        <Button onClick={() => void load(door.choose)}>{t('choose')}</Button>
      </div>
    </>
  );
}
