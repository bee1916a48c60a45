import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '#shared/contract/population/imports.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { FixForm } from './fix-form.tsx';
import { useImportWords } from './import-words.ts';
import { Samples } from './samples.tsx';
import { TwinCompare } from './twin-compare.tsx';
import type { ImportDesk, RowChoice } from './use-import.ts';
import styles from './importing.module.css';

const TONES = { new: 'green', merge: 'blue', duplicate: 'grey', reject: 'red' } as const;

export interface RowCardProps {
  readonly row: ImportRow;
  readonly desk: ImportDesk;
  readonly onDecide: (choice: RowChoice) => void;
  /** Reads the rows anew. */
  readonly onFixed: () => unknown;
}

/** One row of the sheet: what becomes of it, why, whom it looks like, and how it is put right. */
export function RowCard({ row, desk, onDecide, onFixed }: RowCardProps) {
  const { t } = useTranslation('importing');
  const words = useImportWords();
  const [fixing, setFixing] = useState(false);
  const close = useCallback(
    (fixed: boolean) => {
      setFixing(false);
      if (fixed) void onFixed();
    },
    [onFixed],
  );
  const said = [...row.issues, ...row.warnings];
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <span className={styles.soft}>{t('check.row', { row: row.row })}</span>
        <Chip tone={TONES[row.outcome]}>{words.outcome(row.outcome)}</Chip>
        <strong>{row.name === '' ? t('check.noName') : row.name}</strong>
        <Samples
          samples={[row.idMasked, row.birthMonth, row.phoneMasked, row.addressLine].flatMap((text) =>
            text === null || text === '' ? [] : [text],
          )}
        />
        {(said.length > 0 || row.outcome === 'reject') && (
          <Button size="small" aria-expanded={fixing} onClick={() => setFixing(!fixing)}>
            {t(fixing ? 'check.close' : 'check.fix')}
          </Button>
        )}
      </div>
      {said.length > 0 && (
        <ul className={styles.said}>
          {said.map((issue) => (
            <li key={`${issue.field} ${issue.rule}`}>{words.issue(issue)}</li>
          ))}
        </ul>
      )}
      {row.twin !== null && <TwinCompare row={row} twin={row.twin} onDecide={onDecide} />}
      {fixing && <FixForm row={row} desk={desk} onDone={close} />}
    </li>
  );
}
