import { useTranslation } from 'react-i18next';
import { EXPORT_COLUMNS, type ExportColumn } from '#shared/contract/population/residents.ts';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import styles from './list.module.css';

export interface ExportColumnsProps {
  readonly columns: readonly ExportColumn[];
  readonly onChange: (columns: readonly ExportColumn[]) => void;
}

/** Which columns a file gets, in the order of the ledger. */
export function ExportColumns({ columns, onChange }: ExportColumnsProps) {
  const { t } = useTranslation('peopleList');
  const words = usePeopleWords();
  return (
    <fieldset className={styles.columns}>
      <legend>{t('export.columns')}</legend>
      <div className={styles.allColumns}>
        <CheckField
          name="all"
          label={t('export.allColumns')}
          value={columns.length === EXPORT_COLUMNS.length}
          onChange={(all) => onChange(all ? EXPORT_COLUMNS : [])}
        />
      </div>
      {EXPORT_COLUMNS.map((column) => (
        <CheckField
          key={column}
          name={column}
          label={words.field(column)}
          value={columns.includes(column)}
          onChange={(is) =>
            onChange(EXPORT_COLUMNS.filter((one) => (one === column ? is : columns.includes(one))))
          }
        />
      ))}
    </fieldset>
  );
}
