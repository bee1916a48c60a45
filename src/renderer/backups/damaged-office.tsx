import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DamagedPart } from '#shared/kernel/failure.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { lockedDoor } from './restore-door.ts';
import { RestoreFlow } from './restore-flow.tsx';
import styles from './backups.module.css';

export interface DamagedOfficeProps {
  readonly part: DamagedPart;
  /** Back to signing in; absent where nobody can. */
  readonly onRetry?: (() => void) | undefined;
}

/** An office whose files do not hold: what, that nothing was changed, and the ways on. Nothing here erases anything. */
export function DamagedOffice({ part, onRetry }: DamagedOfficeProps) {
  const { t } = useTranslation('backups');
  const office = useOffice();
  const deed = useDeed();
  const [copied, setCopied] = useState<string | null>(null);
  const [restoring, setRestoring] = useState(false);
  const keep = async () => {
    const kept = await deed(() => office.client.restore.keepCopy({}));
    if (kept !== null) setCopied(kept.folder);
  };
  if (restoring)
    return (
      <>
        <h2>{t('title')}</h2>
        <RestoreFlow door={lockedDoor(office)} onLeave={() => setRestoring(false)} />
      </>
    );
  return (
    <>
      <ErrorPanel
        words={{
          what: t('damaged.title'),
          safe: t(`damaged.parts.${part}`),
          todo: t('damaged.safe'),
          reference: null,
        }}
        takesFocus
      />
      <div className={styles.row}>
        <Button kind="primary" onClick={() => setRestoring(true)}>
          {t('damaged.restore')}
        </Button>
        <Button onClick={() => void keep()}>{t('damaged.copy')}</Button>
        {onRetry !== undefined && (
          <Button kind="quiet" onClick={onRetry}>
            {t('damaged.retry')}
          </Button>
        )}
      </div>
      {copied !== null && <Notice tone="green">{t('damaged.copied', { folder: copied })}</Notice>}
    </>
  );
}
