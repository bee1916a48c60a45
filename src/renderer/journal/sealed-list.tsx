/** 封存清单, for the auditor: what was sealed, and when it goes. Nobody in the office can read what is in it. */
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { CARE_CODES } from '#shared/ledgers/care/care.ts';
import { DISPUTE_TYPE_CODES } from '#shared/ledgers/disputes/codes.ts';
import { CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import shared from '#renderer/record/record.module.css';
import styles from './journal.module.css';

const COLUMNS = ['of', 'category', 'term', 'sealedOn', 'deleteOn', 'digest'] as const;

export function SealedList() {
  const { t } = useTranslation(['journal', 'statutory', 'care', 'disputes']);
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  // No event tells of this ledger.
  const { data, error } = useQuery(queries.sealed.list.queryOptions({ input: {}, staleTime: 0 }));
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (data === undefined) return <SkeletonRows />;
  return (
    <Card title={t('sealed.list')} note={data.length}>
      <p className={shared.soft}>{t('sealed.lead')}</p>
      {data.length === 0 ? (
        <EmptyState why={t('sealed.none')} />
      ) : (
        <div className={styles.sealed} tabIndex={0} role="group" aria-label={t('sealed.list')}>
          <table className={shared.table}>
            <thead>
              <tr>
                {COLUMNS.map((name) => (
                  <th key={name} scope="col">
                    {t(`sealed.columns.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.of}</th>
                  <td>{categoryWords(row.category, t)}</td>
                  <td className={shared.short}>{`${row.from} – ${row.to}`}</td>
                  <td className={shared.short}>{row.sealedOn}</td>
                  <td className={shared.short}>{row.deleteOn}</td>
                  <td className={styles.digest}>{row.digest}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

/** Each ledger that is sealed from has kinds of its own; one that is not known is shown as it stands. */
function categoryWords(code: string, t: TFunction<['journal', 'statutory', 'care', 'disputes']>): string {
  const statutory = CATEGORY_CODES.find((one) => one === code);
  if (statutory !== undefined) return t(`statutory:categories.${statutory}`);
  const care = CARE_CODES.find((one) => one === code);
  if (care !== undefined) return t(`care:categories.${care}`);
  const dispute = DISPUTE_TYPE_CODES.find((one) => one === code);
  return dispute === undefined ? code : t(`disputes:types.${dispute}`);
}
