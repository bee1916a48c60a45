/** The stick: choose its folder, confirm, and an end that nobody can mistake. */
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportResult, WeeklyStatus } from '#shared/contract/weekly.ts';
import { useProgress } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { useStickFolder } from './stick-folder.ts';
import { useExport } from './use-export.ts';
import { sizeWords } from './weekly-words.ts';
import styles from './weekly.module.css';

export function ExportCard({ status }: { readonly status: WeeklyStatus }) {
  const { t } = useTranslation('weekly');
  const [folder, choose] = useStickFolder();
  const { stage, write, readReceipts } = useExport();
  const { station, week } = status;
  if (station === null)
    return (
      <Card title={t('export.title')}>
        <p className={styles.soft}>{t('export.needStation')}</p>
      </Card>
    );
  const notWritten = (words: ErrorWords): ErrorWords => ({
    ...words,
    what: `${t('export.failed')} · ${words.what}`,
    safe: t('export.failedSafe'),
  });
  const working = stage.kind === 'working';
  return (
    <Card title={t('export.title')}>
      <div className={styles.stack}>
        <p>{t('export.to', { name: station.name, code: station.code })}</p>
        {folder !== null && <p className={styles.soft}>{t('export.chosen', { label: folder.label })}</p>}
        <div className={styles.deeds}>
          {folder === null ? (
            <Button kind="primary" size="desk" onClick={() => void choose()}>
              {t('export.choose')}
            </Button>
          ) : (
            <>
              <Button kind="primary" size="desk" busy={working} onClick={() => void write(folder.handle)}>
                {t(stage.kind === 'written' ? 'export.again' : 'export.confirm', { week })}
              </Button>
              <Button size="desk" busy={working} onClick={() => void readReceipts(folder.handle)}>
                {t('receipts.read')}
              </Button>
              <Button kind="quiet" size="desk" busy={working} onClick={() => void choose()}>
                {t('export.other')}
              </Button>
            </>
          )}
        </div>
        {working && <Working />}
        {stage.kind === 'written' && <Written result={stage.result} />}
        {stage.kind === 'read' && <ReceiptList receipts={stage.receipts} />}
        {stage.kind === 'failed' && (
          <ErrorPanel words={stage.writing ? notWritten(stage.words) : stage.words} takesFocus />
        )}
      </div>
    </Card>
  );
}

function Working() {
  const { t } = useTranslation('weekly');
  const progress = useProgress('weekly');
  return (
    <div role="status" className={styles.working}>
      <progress
        aria-label={t('export.working')}
        {...(progress === null ? {} : { value: progress.done, max: progress.total })}
      />
      <span>
        {progress === null
          ? t('export.working')
          : t('export.progress', { done: progress.done, total: progress.total })}
      </span>
    </div>
  );
}

function Written({ result }: { readonly result: ExportResult }) {
  const { t } = useTranslation('weekly');
  return (
    <>
      <div className={styles.written} role="status">
        <IconCircleCheck size={32} aria-hidden="true" />
        <div>
          <p className={styles.unplug}>{t('export.doneTitle')}</p>
          <p>{t('export.done', { count: result.written.length })}</p>
          <ul className={styles.files}>
            {result.written.map(({ seq, file, bytes }) => (
              <li key={file}>{t('export.file', { seq, file, size: sizeWords(bytes) })}</li>
            ))}
          </ul>
        </div>
      </div>
      {result.receipts.length > 0 && <ReceiptList receipts={result.receipts} />}
    </>
  );
}
