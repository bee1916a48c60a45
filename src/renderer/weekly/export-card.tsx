/** The stick: found or chosen, confirmed, and an end that nobody can mistake. */
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportResult, WeeklyStatus } from '#shared/contract/weekly.ts';
import { lineName } from '#shared/kernel/ids.ts';
import { useProgress } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { useSlow } from '#renderer/ui/basic/use-slow.ts';
import { HandOverButton } from './hand-over-button.tsx';
import { LostStickButton } from './sticks/lost-stick.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { useExport } from './use-export.ts';
import { useTarget, type Target } from './use-target.ts';
import { sizeWords } from './weekly-words.ts';
import styles from './weekly.module.css';

/** Milliseconds after which a stick is called slow: otherwise somebody pulls it out. */
const SLOW_MS = 20_000;

export function ExportCard({ status }: { readonly status: WeeklyStatus }) {
  const { t } = useTranslation('weekly');
  if (status.station === null)
    return (
      <Card title={t('export.title')}>
        <p className={styles.soft}>{t('export.needStation')}</p>
      </Card>
    );
  return <ExportToStick station={status.station} week={status.week} />;
}

interface ExportToStickProps {
  readonly station: NonNullable<WeeklyStatus['station']>;
  readonly week: number;
}

/** A stick of the station's own is found by itself; any folder, such as a share, can be chosen instead. */
function ExportToStick({ station, week }: ExportToStickProps) {
  const { t } = useTranslation('weekly');
  const target = useTarget();
  const { stage, write, readReceipts } = useExport();
  const button = useRef<HTMLButtonElement>(null);
  const { handle } = target;
  const found = target.stick?.handle;
  // Plugged in and F8: then Enter is all that is left to press. Nobody's typing is interrupted for it.
  useEffect(() => {
    if (found !== undefined && !isTyping()) button.current?.focus();
  }, [found]);
  const notWritten = (words: ErrorWords): ErrorWords => ({
    ...words,
    what: `${t('export.failed')} · ${words.what}`,
    safe: t('export.failedSafe'),
  });
  const working = stage.kind === 'working';
  // What is written is done: then nothing is left to press.
  const kind = stage.kind === 'written' ? 'plain' : 'primary';
  return (
    <Card title={t('export.title')}>
      <div className={styles.stack}>
        <p>{t('export.to', { name: station.name, code: station.code })}</p>
        <TargetWords target={target} />
        <div className={styles.deeds}>
          {handle === null ? (
            <Button kind={kind} size="desk" onClick={() => void target.choose()}>
              {t('export.choose')}
            </Button>
          ) : (
            <>
              <Button ref={button} kind={kind} size="desk" busy={working} onClick={() => void write(handle)}>
                {t(stage.kind === 'written' ? 'export.again' : 'export.confirm', { week })}
              </Button>
              <Button size="desk" busy={working} onClick={() => void readReceipts(handle)}>
                {t('receipts.read')}
              </Button>
              <Button kind="quiet" size="desk" busy={working} onClick={() => void target.choose()}>
                {t('export.other')}
              </Button>
            </>
          )}
          <LostStickButton />
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

function isTyping(): boolean {
  const active = document.activeElement;
  return (
    active instanceof HTMLInputElement ||
    active instanceof HTMLTextAreaElement ||
    active instanceof HTMLSelectElement
  );
}

function TargetWords({ target }: { readonly target: Target }) {
  const { t } = useTranslation('weekly');
  if (target.stick !== null)
    return (
      <p role="status">
        <Chip tone="green">{t('export.stick', { serial: target.stick.serial })}</Chip>{' '}
        {target.others && <span className={styles.soft}>{t('export.others')}</span>}
      </p>
    );
  if (target.label !== null)
    return <p className={styles.soft}>{t('export.chosen', { label: target.label })}</p>;
  return <p className={styles.soft}>{t('export.noStick')}</p>;
}

function Working() {
  const { t } = useTranslation('weekly');
  const progress = useProgress('weekly');
  const slow = useSlow(SLOW_MS);
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
        {slow && ` · ${t('export.slow')}`}
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
            {result.written.map(({ sealedEpoch, seq, file, bytes }) => (
              <li key={file}>
                {t('export.file', {
                  seq: lineName({ epoch: sealedEpoch, n: seq }),
                  file,
                  size: sizeWords(bytes),
                })}
              </li>
            ))}
          </ul>
          {result.written.length > 0 && <HandOverButton />}
        </div>
      </div>
      {result.receipts.length > 0 && <ReceiptList receipts={result.receipts} />}
    </>
  );
}
