/** Somebody else saved first: who, and what is different now. Nothing typed is lost; what happens next is chosen. */
import { useTranslation } from 'react-i18next';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import type { HistoryValue, ShownFields } from '#renderer/record/history/shown-field.ts';
import { useHistory } from '#renderer/record/history/use-history.ts';
import styles from './record.module.css';

type Compared = Readonly<Record<string, HistoryValue>>;

export interface StaleNoticeProps {
  readonly ledger: LedgerName;
  readonly id: string;
  /** The fields as the form began with them and as they stand now, named as the history names them. */
  readonly began: Compared;
  readonly now: Compared;
  readonly show: ShownFields;
  readonly onOverwrite: () => void;
}

export function StaleNotice({ ledger, id, began, now, show, onOverwrite }: StaleNoticeProps) {
  const { t } = useTranslation(['record', 'history']);
  const history = useHistory(ledger, id);
  const by = history.data?.find((entry) => entry.what === 'changed')?.byName ?? '';
  const words = (field: string, value: HistoryValue): string => {
    if (value === null || value === '') return t('history:empty');
    if (typeof value === 'boolean') return t(value ? 'history:yes' : 'history:no');
    return show.value(field, value) ?? String(value);
  };
  const changed = Object.entries(now).filter(([field, value]) => began[field] !== value);
  return (
    <Notice tone="amber" action={<Button onClick={onOverwrite}>{t('conflictSave')}</Button>}>
      <div className={styles.conflict}>
        {t('conflict', { name: by })}
        {changed.length === 0 ? (
          <p>{t('conflictSame')}</p>
        ) : (
          <ul>
            {changed.map(([field, value]) => (
              <li key={field}>
                {show.field(field) ?? field}: <strong>{words(field, value)}</strong>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Notice>
  );
}
