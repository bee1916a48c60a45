import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDifference, RestorePreview } from '#shared/contract/backups.ts';
import { lineName } from '#shared/kernel/ids.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { CountGrid } from '#renderer/ui/basic/count-grid.tsx';
import plainTable from '#renderer/ui/table/plain-table.module.css';
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
      <h3 className={styles.title}>{t('differences.title')}</h3>
      <p>{t('differences.backup', { office: officeName, name, lines })}</p>
      <p>{t(`differences.compared.${comparedWith}`)}</p>
      {comparedWith === 'store' ? <Compared preview={preview} /> : <Held preview={preview} />}
      <Lacking preview={preview} />
      {brings > 0 && <p>{t('differences.brings', { lines: brings })}</p>}
      <p>{t(`differences.keyFile.${keyFile}`)}</p>
      <p>{t('differences.kept')}</p>
      {stage === 'done' ? (
        <Notice tone="green">{t('differences.done')}</Notice>
      ) : (
        <div className={styles.decide}>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button kind="danger" busy={stage === 'working'} onClick={() => void restore()}>
            {t(stage === 'working' ? 'differences.working' : 'differences.confirm')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Where the data of now cannot be read there is nothing to hold it against. */
function Held({ preview: { ledgers } }: Pick<DifferencesProps, 'preview'>) {
  const { t } = useTranslation('client');
  const counts = ledgers
    .filter(({ inBackup }) => inBackup > 0)
    .map(({ ledger, inBackup }) => ({ label: t(`ledgers.${ledger}`), count: inBackup }));
  return <CountGrid counts={counts} />;
}

function Compared({ preview: { ledgers } }: Pick<DifferencesProps, 'preview'>) {
  const { t } = useTranslation(['backups', 'client']);
  const rows = ledgers.filter(differs);
  if (rows.length === 0) return <p>{t('backups:differences.same')}</p>;
  return (
    <table className={plainTable.table}>
      <thead>
        <tr>
          <th scope="col">{t('backups:differences.ledger')}</th>
          {(['inBackup', 'onlyHere', 'newerHere', 'there'] as const).map((column) => (
            <th key={column} scope="col" data-figures="true">
              {t(`backups:differences.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ ledger, inBackup, onlyHere, newerHere, onlyThere, newerThere }) => (
          <tr key={ledger}>
            <th scope="row">{t(`client:ledgers.${ledger}`)}</th>
            <Figure count={inBackup} />
            <Figure count={onlyHere} isLoss />
            <Figure count={newerHere} isLoss />
            <Figure count={onlyThere + newerThere} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ count, isLoss = false }: { readonly count: number; readonly isLoss?: boolean }) {
  return (
    <td data-figures="true" className={isLoss && count > 0 ? styles.loss : undefined}>
      {count}
    </td>
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
