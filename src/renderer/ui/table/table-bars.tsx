/** Above the rows: filters in force and the columns. Below them: how many are shown, match and exist. */
import { Checkbox, Popover } from '@mantine/core';
import { IconColumns, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useEscape } from '#renderer/ui/layers/escape.ts';
import type { LedgerColumn, LedgerFilter } from './table-column.ts';
import styles from './table.module.css';

export interface FilterBarProps<Row> {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
  readonly filters: readonly LedgerFilter[];
  readonly onClear: () => void;
  readonly controls: ReactNode;
}

export function FilterBar<Row>({
  columns,
  hidden,
  onHidden,
  filters,
  onClear,
  controls,
}: FilterBarProps<Row>) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.bar}>
      <div className={styles.controls}>{controls}</div>
      {filters.length > 0 && (
        <ul className={styles.filters} aria-label={t('table.filters')}>
          {filters.map((filter) => (
            <li key={filter.id}>
              <button
                type="button"
                className={styles.filter}
                onClick={filter.remove}
                aria-label={t('table.remove', { label: filter.words })}
              >
                {filter.words}
                <IconX size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
          <li>
            <button type="button" className={styles.link} onClick={onClear}>
              {t('table.clear')}
            </button>
          </li>
        </ul>
      )}
      <ColumnChooser columns={columns} hidden={hidden} onHidden={onHidden} />
    </div>
  );
}

type ColumnChooserProps<Row> = Pick<FilterBarProps<Row>, 'columns' | 'hidden' | 'onHidden'>;

function ColumnChooser<Row>({ columns, hidden, onHidden }: ColumnChooserProps<Row>) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));
  const toggle = (id: string) =>
    onHidden(hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id]);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus closeOnEscape={false}>
      <Popover.Target>
        <Button size="small" icon={<IconColumns size={16} />} onClick={() => setOpened(!opened)}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.chooser ?? ''}>
        {columns.map((column) => (
          <Checkbox
            key={column.id}
            label={column.header}
            checked={!hidden.includes(column.id)}
            disabled={column.mayHide === false}
            onChange={() => toggle(column.id)}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

export interface TableFootProps {
  readonly shown: number;
  readonly total: number | null;
  readonly all: number | null;
  readonly filtered: boolean;
  readonly hidden: number;
  readonly onRestore: () => void;
  readonly more: (() => void) | null;
  readonly busy: string | null;
}

export function TableFoot({ shown, total, all, filtered, hidden, onRestore, more, busy }: TableFootProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.foot}>
      <span role="status">
        {total !== null && t(filtered ? 'table.counts' : 'table.countsAll', { shown, total })}
        {filtered && all !== null && ` · ${t('table.all', { all })}`}
      </span>
      {busy !== null && <span>{busy}</span>}
      {more !== null && (
        <button type="button" className={styles.link} onClick={more}>
          {t('table.more')}
        </button>
      )}
      {hidden > 0 && (
        <span className={styles.hiddenNote}>
          {t('table.hidden', { count: hidden })}{' '}
          <button type="button" className={styles.link} onClick={onRestore}>
            {t('table.restore')}
          </button>
        </span>
      )}
    </div>
  );
}
