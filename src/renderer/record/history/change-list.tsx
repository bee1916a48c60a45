/** What one line of the history changed: before → after, or for a new record only what was entered. */
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/contract/desk.ts';
import { useReasonWords } from './use-history.ts';
import type { HistoryValue, ShownFields } from './shown-field.ts';
import styles from './history.module.css';

export interface ChangeListProps {
  readonly entry: HistoryEntry;
  readonly show: ShownFields;
}

export function ChangeList({ entry, show }: ChangeListProps) {
  const { t } = useTranslation('history');
  const reason = useReasonWords();
  const made = entry.what === 'made';
  const changes = entry.changes.filter(({ field, after }) =>
    made ? show.entered(field) && after !== null && after !== '' && after !== false : true,
  );
  const words = (field: string, value: HistoryValue): string => {
    if (value === null || value === '') return t('empty');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return show.value(field, value) ?? String(value);
  };
  return (
    <>
      {entry.reason !== null && <p>{t('reason', { reason: reason(entry.reason) })}</p>}
      <ul className={made ? `${styles.changes} ${styles.inline}` : styles.changes}>
        {changes.flatMap(({ field, before, after }) => {
          const name = show.field(field);
          if (name === null) return [];
          return [
            <li key={field}>
              <b>{name}</b> {!made && <Value words={words(field, before)} gone />} {!made && '→ '}
              <Value words={words(field, after)} />
            </li>,
          ];
        })}
      </ul>
    </>
  );
}

/** Dates, numbers and short words are never broken over two lines. */
function Value({ words, gone = false }: { readonly words: string; readonly gone?: boolean }) {
  const Tag = gone ? 'del' : 'ins';
  return <Tag data-short={words.length < 24}>{words}</Tag>;
}
