/** One paper of the population ledger: its order on the left, the paper itself beside it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SHEET_DOORS_MAX, type PaperOrder } from '#shared/contract/population/papers.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { OrderForm } from '#renderer/papers/order-form.tsx';
import { PaperPreview } from '#renderer/papers/paper-preview.tsx';
import type { Making } from '#renderer/papers/use-making.ts';
import type { PaperName } from './printing-parts.ts';
import styles from './printing.module.css';

export interface PopulationPaperProps {
  readonly paper: PaperName;
  /** Null while something has still to be chosen. */
  readonly order: PaperOrder | null;
  readonly making: Making;
  /** The fields. */
  readonly children: ReactNode;
  /** In place of the preview while there is no order. */
  readonly waiting?: ReactNode;
}

export function PopulationPaper({ paper, order, making, children, waiting }: PopulationPaperProps) {
  const { t } = useTranslation('printing');
  const { client, queries } = useOffice();
  const errorWords = useErrorWords();
  const chosen: PaperOrder = order ?? { name: 'privacy-notice', form: 'poster' };
  const preview = useQuery(
    queries.papers.preview.queryOptions({
      input: { order: chosen },
      enabled: order !== null,
      staleTime: 0,
    }),
  );
  const tooLarge = {
    what: t('tooLarge.what', { doors: SHEET_DOORS_MAX }),
    safe: '',
    todo: t('tooLarge.todo'),
    reference: null,
  };
  return (
    <div className={styles.columns}>
      <OrderForm
        label={t(`papers.${paper}`)}
        making={making}
        waits={order === null || preview.error !== null}
        savePdf={() => client.papers.savePdf({ order: chosen })}
        print={() => client.papers.print({ order: chosen })}
      >
        {children}
      </OrderForm>
      {order === null && waiting}
      {order !== null && preview.error !== null && (
        <ErrorPanel words={isTooLarge(preview.error) ? tooLarge : errorWords(preview.error)} />
      )}
      {order !== null && preview.data !== undefined && <PaperPreview paper={preview.data} />}
    </div>
  );
}

/** The place has more doors or people than one sheet takes. */
function isTooLarge(error: Error): boolean {
  const failure = toFailure(error);
  return failure.code === 'invalid' && failure.issues.some(({ rule }) => rule === 'too-many-doors');
}
