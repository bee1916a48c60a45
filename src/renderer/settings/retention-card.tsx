/** What is due for deletion, what was deleted, and the certificates: figures and line numbers, nothing about people. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateEntry, RetentionStatus } from '#shared/contract/retention.ts';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import styles from './settings.module.css';

export function RetentionCard() {
  const { t } = useTranslation('settings');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const status = useQuery(queries.retention.status.queryOptions({ input: {} }));
  return (
    <Card title={t('retention.title')}>
      <div className={styles.stack}>
        <p>{t('retention.lead')}</p>
        {status.error !== null && <ErrorPanel words={errorWords(status.error)} />}
        {status.data !== undefined && <Standing status={status.data} />}
        {status.data === undefined && status.error === null && <SkeletonRows />}
      </div>
    </Card>
  );
}

function Standing({ status }: { readonly status: RetentionStatus }) {
  const { t } = useTranslation(['settings', 'client']);
  const [shown, setShown] = useState<CertificateEntry | null>(null);
  return (
    <>
      {status.waits !== null && <Notice tone="amber">{t('settings:retention.waits')}</Notice>}
      <Facts
        facts={[
          ...status.ledgers.map(({ ledger, due }) => ({
            label: t(`client:ledgers.${ledger}`),
            value: due === 0 ? t('settings:retention.nothingDue') : t('settings:retention.due', { due }),
          })),
          { label: t('settings:retention.lastAt'), value: status.lastAt && momentWords(status.lastAt) },
          {
            label: t('settings:retention.compactedAt'),
            value: status.compactedAt && momentWords(status.compactedAt),
          },
        ]}
      />
      {status.certificates.length > 0 && (
        <table className={styles.rights}>
          <caption>{t('settings:retention.certificates')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('settings:retention.day')}</th>
              <th scope="col">{t('settings:retention.ledger')}</th>
              <th scope="col">{t('settings:retention.count')}</th>
              <th scope="col">{t('settings:retention.lines')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {status.certificates.map((entry) => (
              <CertificateRow
                key={`${entry.epoch}-${entry.n}`}
                entry={entry}
                isShown={shown === entry}
                onToggle={() => setShown(shown === entry ? null : entry)}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface CertificateRowProps {
  readonly entry: CertificateEntry;
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

function CertificateRow({ entry, isShown, onToggle }: CertificateRowProps) {
  const { t } = useTranslation(['settings', 'client']);
  return (
    <>
      <tr>
        <th scope="row">{entry.day}</th>
        <td>{t(`client:ledgers.${entry.ledger}`)}</td>
        <td>{entry.count}</td>
        <td>{t('settings:retention.range', { from: entry.from, to: entry.to })}</td>
        <td>
          <Button size="small" kind="quiet" aria-expanded={isShown} onClick={onToggle}>
            {t('settings:retention.show')}
          </Button>
        </td>
      </tr>
      {isShown && (
        <tr>
          <td colSpan={5}>
            <CertificateFacts epoch={entry.epoch} n={entry.n} />
          </td>
        </tr>
      )}
    </>
  );
}

function CertificateFacts({ epoch, n }: { readonly epoch: number; readonly n: number }) {
  const { t } = useTranslation('settings');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const certificate = useQuery(queries.retention.certificate.queryOptions({ input: { epoch, n } }));
  if (certificate.error !== null) return <ErrorPanel words={errorWords(certificate.error)} />;
  if (certificate.data === undefined) return <SkeletonRows />;
  const { data } = certificate;
  return (
    <Facts
      facts={[
        { label: t('office.code'), value: data.office },
        { label: t('retention.line'), value: data.n },
        { label: t('retention.at'), value: momentWords(data.at) },
        { label: t('retention.head'), value: <code className={styles.fingerprint}>{data.head}</code> },
      ]}
    />
  );
}

function momentWords(at: string): string {
  return `${dayOf(at)} ${timeOf(at)}`;
}
