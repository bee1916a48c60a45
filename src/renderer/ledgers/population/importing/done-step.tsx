import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#shared/contract/population/imports.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { useDeed } from '#renderer/client/deeds.ts';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { Batches } from './batches.tsx';
import { CheckCounts } from './check-counts.tsx';
import { momentWords } from '#renderer/client/words/moment-words.ts';
import type { ImportDesk } from './use-import.ts';
import styles from './importing.module.css';

/** What came of it: the counts that were announced, and how long the whole can be taken back. */
export function DoneStep({ desk, batch }: { readonly desk: ImportDesk; readonly batch: ImportBatch }) {
  const { t } = useTranslation('importing');
  const { client } = useOffice();
  const counter = useDesk();
  const toast = useToast();
  const deed = useDeed();
  const { check } = batch;
  const saveErrors = () =>
    void deed(async () => {
      const { file, rows } = await client.imports.saveErrors({ import: desk.state.id ?? '' });
      toast({ tone: 'done', text: t('check.savedErrors', { file, rows }) });
    });
  return (
    <>
      <Card title={t('done.title')}>
        <div className={styles.stack} role="status">
          <CheckCounts check={check} />
          {check.imported + check.merged === 0 ? (
            <p>{t('done.nothingNew')}</p>
          ) : (
            batch.undoUntil !== null && <p>{t('done.undoUntil', { time: momentWords(batch.undoUntil) })}</p>
          )}
          <div className={styles.deeds}>
            {check.rejected > 0 && (
              <Button size="desk" onClick={saveErrors}>
                {t('check.saveErrors')}
              </Button>
            )}
            <Button size="desk" autoFocus={batch.id === ''} onClick={desk.cancel}>
              {t('done.again')}
            </Button>
            {batch.id !== '' && (
              <Button
                kind="primary"
                size="desk"
                autoFocus
                onClick={() => counter.go(`/population?batch=${batch.id}`)}
              >
                {t('done.toList')}
              </Button>
            )}
          </div>
        </div>
      </Card>
      <Batches />
    </>
  );
}
