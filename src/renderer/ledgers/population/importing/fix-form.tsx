import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IMPORT_FIELDS, type ImportField, type ImportRow } from '#shared/contract/population/imports.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useImportWords } from './import-words.ts';
import type { ImportDesk } from './use-import.ts';
import styles from './importing.module.css';

/** Fields that stand for others in what is said of a row. */
const ALSO: Readonly<Partial<Record<string, readonly ImportField[]>>> = {
  address: ['address', 'place', 'door'],
  idNumber: ['idNumber'],
  name: ['name', 'idNumber'],
};

/** What is shown whole does not stay longer than any other reveal when nobody works on it. */
const SHOWN_MS = 60_000;

interface FixFormProps {
  readonly row: ImportRow;
  readonly desk: ImportDesk;
  /** True once the row was corrected; false when the form only closes. */
  readonly onDone: (fixed: boolean) => void;
}

/** The cells of a row that something was said of, to be put right. Each cell that is shown whole leaves a line. */
export function FixForm({ row, desk, onDone }: FixFormProps) {
  const { t } = useTranslation('importing');
  const words = useImportWords();
  const errorWords = useErrorWords();
  const deed = useDeed();
  const { queries } = useOffice();
  const fields = fieldsToFix(row, new Set(desk.state.mapping.values()));
  const cells = useQueries({
    queries: fields.map((field) =>
      queries.imports.cell.queryOptions({
        input: { import: desk.state.id ?? '', row: row.row, field },
        gcTime: 0,
        staleTime: Number.POSITIVE_INFINITY,
      }),
    ),
  });
  const [typed, setTyped] = useState<Partial<Record<ImportField, string>>>({});
  const [working, setWorking] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => onDone(false), SHOWN_MS);
    return () => clearTimeout(timer);
    // Each key begins the time anew.
  }, [typed, onDone]);
  const failed = cells.find(({ error }) => error !== null)?.error ?? null;
  if (failed !== null) return <ErrorPanel words={errorWords(failed)} />;
  if (cells.some(({ isPending }) => isPending)) return <SkeletonRows rows={2} />;
  const changed = fields.flatMap((field) => {
    const text = typed[field];
    return text === undefined ? [] : [{ field, text }];
  });
  const save = async () => {
    setWorking(true);
    const fixed = await deed(() => desk.fix(row.row, changed));
    setWorking(false);
    if (fixed !== null) onDone(true);
  };
  return (
    <form
      className={styles.fix}
      onSubmit={(event) => {
        event.preventDefault();
        if (!working && changed.length > 0) void save();
      }}
    >
      {fields.map((field, index) => (
        <TextField
          key={field}
          name={`${field}-${row.row}`}
          label={words.field(field)}
          value={typed[field] ?? cells[index]?.data?.text ?? ''}
          onChange={(text) => setTyped((now) => ({ ...now, [field]: text }))}
          autoFocus={index === 0}
        />
      ))}
      <Button type="submit" keys="Enter" busy={working} disabled={changed.length === 0}>
        {t('check.save')}
      </Button>
      <p className={styles.soft}>{t('check.shown')}</p>
    </form>
  );
}

/** The columns that are named in what is said of the row; where none is, those that say who and where. */
function fieldsToFix(row: ImportRow, mapped: ReadonlySet<ImportField>): ImportField[] {
  const named = new Set<string>(
    [...row.issues, ...row.warnings].flatMap(({ field }): readonly string[] => ALSO[field] ?? [field]),
  );
  const fields = IMPORT_FIELDS.filter((field) => mapped.has(field) && named.has(field));
  if (fields.length > 0) return fields;
  return (['name', 'idNumber', 'address', 'door'] as const).filter((field) => mapped.has(field));
}
