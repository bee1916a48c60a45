/** Instead of the filters while people are chosen: how many, everybody who matches, and what is done to all at once. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentFilter } from '#shared/contract/population/residents.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { VerifyDialog } from '#renderer/ledgers/population/people/verify-dialog.tsx';
import type { Selection } from './selection.ts';
import { VerifyMatching } from './verify-matching.tsx';
import styles from './list.module.css';

export interface BulkBarProps {
  readonly selection: Selection;
  readonly filter: ResidentFilter;
  /** Rows that match the filter; null while unknown. */
  readonly total: number | null;
}

export function BulkBar({ selection, filter, total }: BulkBarProps) {
  const { t } = useTranslation('peopleList');
  const [verifying, setVerifying] = useState(false);
  const { chosen, everybody, count } = selection;
  const close = () => setVerifying(false);
  return (
    <div className={styles.chosen} role="group" aria-label={t('list.chosen', { count })}>
      <strong role="status">{t('list.chosen', { count })}</strong>
      {!everybody && total !== null && total > count && (
        <Button size="small" onClick={selection.chooseEverybody}>
          {t('list.allMatching', { count: total })}
        </Button>
      )}
      <Button size="small" onClick={() => setVerifying(true)}>
        {t('list.verifyChosen')}
      </Button>
      <Button size="small" kind="quiet" onClick={selection.clear}>
        {t('list.clearChoice')}
      </Button>
      {everybody ? (
        <VerifyMatching filter={filter} opened={verifying} onClose={close} onDone={selection.clear} />
      ) : (
        <VerifyDialog
          title={t('bulk.title', { count })}
          people={verifying ? chosen : null}
          onClose={close}
          onDone={selection.clear}
        />
      )}
    </div>
  );
}
