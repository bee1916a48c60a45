import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDifference, RestorePreview } from '#shared/contract/backups.ts';
import { lineName } from '#shared/kernel/ids.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';
import type { RestoreDoor } from './restore-door.ts';
import styles from './backups.module.css';

export interface DifferencesProps {
  readonly door: RestoreDoor;
  readonly preview: RestorePreview;
  readonly onBack: () => void;
}

/** What would be gone and what would come back, before anybody decides; and the one button that does it. */
export function Differences({ door, preview, onBack }: DifferencesProps) {
  const { t } = useTranslation('backups');
  const deed = useDeed();
  const [stage, setStage] = useState<'asking' | 'working' | 'done'>('asking');
  const { name, officeName, lines, comparedWith, brings, keyFile } = preview;
  const restore = async () => {
    setStage('working');
    const done = await deed(() => door.go());
    setStage(done === null ? 'asking' : 'done');
  };
  return (
    <div className={styles.stack}>
      <h2>{t('differences.title')}</h2>
      <p>{t('differences.backup', { office: officeName, name, lines })}</p>
      <p>{t(`differences.compared.${comparedWith}`)}</p>
      <LedgerTable preview={preview} />
      <Lacking preview={preview} />
      {brings > 0 && <p>{t('differences.brings', { lines: brings })}</p>}
      <p>{t(`differences.keyFile.${keyFile}`)}</p>
      <p>{t('differences.kept')}</p>
      {stage === 'done' ? (
        <Notice tone="green">{t('differences.done')}</Notice>
      ) : (
        <DialogActions>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button kind="danger" busy={stage === 'working'} onClick={() => void restore()}>
            {t(stage === 'working' ? 'differences.working' : 'differences.confirm')}
          </Button>
        </DialogActions>
      )}
    </div>
  );
}

function LedgerTable({ preview: { ledgers, comparedWith } }: Pick<DifferencesProps, 'preview'>) {
  const { t } = useTranslation(['backups', 'client']);
  const isCompared = comparedWith === 'store';
  const rows = ledgers.filter((row) => (isCompared ? differs(row) : row.inBackup > 0));
  if (rows.length === 0) return <p>{t('backups:differences.same')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('backups:differences.ledger')}</th>
          <th scope="col">{t('backups:differences.inBackup')}</th>
          {isCompared && (
            <>
              <th scope="col">{t('backups:differences.onlyHere')}</th>
              <th scope="col">{t('backups:differences.newerHere')}</th>
              <th scope="col">{t('backups:differences.there')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ledger}>
            <th scope="row">{t(`client:ledgers.${row.ledger}`)}</th>
            <td>{row.inBackup}</td>
            {isCompared && (
              <>
                <td data-loss={row.onlyHere > 0}>{row.onlyHere}</td>
                <td data-loss={row.newerHere > 0}>{row.newerHere}</td>
                <td>{row.onlyThere + row.newerThere}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function differs({ onlyHere, onlyThere, newerHere, newerThere }: LedgerDifference): boolean {
  return onlyHere + onlyThere + newerHere + newerThere > 0;
}

/** By range, and who else has them. */
function Lacking({ preview: { lacks, comparedWith } }: Pick<DifferencesProps, 'preview'>) {
  const { t } = useTranslation('backups');
  if (lacks.length === 0)
    return <p>{t(comparedWith === 'store' ? 'differences.nothingLacks' : 'differences.unknown')}</p>;
  return (
    <Notice tone={lacks.some(({ holder }) => holder === 'nobody') ? 'red' : 'amber'}>
      <strong>{t('differences.lacks')}</strong>
      <ul className={styles.ranges}>
        {lacks.map(({ epoch, from, to, holder }) => (
          <li key={`${epoch}-${from}`}>
            {t(`differences.${holder}`, { from: lineName({ epoch, n: from }), to })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
