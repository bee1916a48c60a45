/** Instead of the filters while people are chosen: how many, more of them, and what is done to all at once. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BULK_MAX } from '#shared/contract/residents.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { VerifyDialog } from '#renderer/ledgers/population/people/verify-dialog.tsx';
import type { Selection } from './selection.ts';
import styles from './list.module.css';

export interface BulkBarProps {
  readonly selection: Selection;
  /** Rows that match the filter; null while unknown. */
  readonly total: number | null;
}

export function BulkBar({ selection, total }: BulkBarProps) {
  const { t } = useTranslation('peopleList');
  const [verifying, setVerifying] = useState(false);
  const { chosen } = selection;
  const more = total !== null && total > chosen.length;
  return (
    <div className={styles.chosen} role="group" aria-label={t('list.chosen', { count: chosen.length })}>
      <strong role="status">{t('list.chosen', { count: chosen.length })}</strong>
      {more && total <= BULK_MAX && (
        <Button size="small" onClick={selection.chooseMatching}>
          {t('list.allMatching', { count: total })}
        </Button>
      )}
      <Button size="small" onClick={() => setVerifying(true)}>
        {t('list.verifyChosen')}
      </Button>
      <Button size="small" kind="quiet" onClick={selection.clear}>
        {t('list.clearChoice')}
      </Button>
      {more && total > BULK_MAX && (
        <span className={styles.soft}>{t('list.tooMany', { count: total, most: BULK_MAX })}</span>
      )}
      <VerifyDialog
        title={t('bulk.title', { count: chosen.length })}
        people={verifying ? chosen : null}
        onClose={() => setVerifying(false)}
        onDone={selection.clear}
      />
    </div>
  );
}
