/** A paper of a stick, handed over or lost: what it is on the left, the page beside it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { WeeklyPaperOrder } from '#shared/contract/weekly-papers.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { OrderForm } from './order-form.tsx';
import { PaperPreview } from './paper-preview.tsx';
import { useMaking } from './use-making.ts';

export interface WeeklyPaperFormProps {
  readonly label: string;
  readonly order: WeeklyPaperOrder;
  readonly children: ReactNode;
}

/** Drawn side by side by whatever stands around it. */
export function WeeklyPaperForm({ label, order, children }: WeeklyPaperFormProps) {
  const { client, queries } = useOffice();
  const errorWords = useErrorWords();
  const making = useMaking();
  const preview = useQuery(queries.weeklyPapers.preview.queryOptions({ input: { order }, staleTime: 0 }));
  return (
    <>
      <OrderForm
        label={label}
        making={making}
        waits={preview.data === undefined}
        savePdf={() => client.weeklyPapers.savePdf({ order })}
        print={() => client.weeklyPapers.print({ order })}
      >
        {children}
      </OrderForm>
      {preview.error !== null && <ErrorPanel words={errorWords(preview.error)} />}
      {preview.data !== undefined && <PaperPreview paper={preview.data} />}
    </>
  );
}
