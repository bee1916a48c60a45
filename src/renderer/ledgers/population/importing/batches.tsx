import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#shared/contract/population/imports.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { momentWords } from '#renderer/client/words/moment-words.ts';
import styles from './importing.module.css';

/** What was imported before; within a day a whole batch can be taken back. */
export function Batches() {
  const { t } = useTranslation('importing');
  const { client, queries } = useOffice();
  const errorWords = useErrorWords();
  const toast = useToast();
  const deed = useDeed();
  const [asked, setAsked] = useState<ImportBatch | null>(null);
  const { data, error, refetch } = useQuery(
    queries.imports.batches.queryOptions({ input: {}, staleTime: 0 }),
  );
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  const undo = (batch: ImportBatch) =>
    void deed(async () => {
      setAsked(null);
      const counts = await client.imports.undo({ id: batch.id });
      toast({ tone: 'done', text: t('batches.result', counts) });
      await refetch();
    });
  return (
    <Card title={t('batches.title')} padded={false}>
      {data?.length === 0 && <p className={styles.none}>{t('batches.none')}</p>}
      {data !== undefined && data.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('batches.file')}</th>
              <th scope="col">{t('batches.at')}</th>
              <th scope="col">{t('batches.by')}</th>
              <th scope="col">{t('batches.counts')}</th>
              <th scope="col" aria-label={t('batches.undo')} />
            </tr>
          </thead>
          <tbody>
            {data.map((batch) => (
              <tr key={batch.id}>
                <th scope="row">{batch.file}</th>
                <td>{momentWords(batch.at)}</td>
                <td>{batch.byName}</td>
                <td>{t('batches.line', { ...batch.check })}</td>
                <td>
                  {batch.undoUntil === null ? (
                    <span className={styles.soft}>{t(batch.undone ? 'batches.undone' : 'batches.kept')}</span>
                  ) : (
                    <Button size="small" onClick={() => setAsked(batch)}>
                      {t('batches.undo')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ConfirmDialog
        opened={asked !== null}
        danger
        title={t('batches.ask', { file: asked?.file ?? '' })}
        confirm={t('batches.confirm')}
        onConfirm={() => {
          if (asked !== null) undo(asked);
        }}
        onClose={() => setAsked(null)}
      >
        <p>{t('batches.askWhy')}</p>
      </ConfirmDialog>
    </Card>
  );
}
