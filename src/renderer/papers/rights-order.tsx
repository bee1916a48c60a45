/** A paper about a person's own rights: what it is on the left, the page beside it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RightsOrder } from '#shared/contract/key-persons/papers.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { OrderForm } from './order-form.tsx';
import { PaperPreview } from './paper-preview.tsx';
import { useMaking } from './use-making.ts';

export interface RightsOrderFormProps {
  readonly label: string;
  readonly order: RightsOrder;
  readonly children: ReactNode;
}

/** Drawn side by side by whatever stands around it. */
export function RightsOrderForm({ label, order, children }: RightsOrderFormProps) {
  const { client, queries } = useOffice();
  const errorWords = useErrorWords();
  const making = useMaking();
  // What is held about a person stays nowhere once it is no longer looked at.
  const preview = useQuery(
    queries.rightsPapers.preview.queryOptions({ input: { order }, staleTime: 0, gcTime: 0 }),
  );
  return (
    <>
      <OrderForm
        label={label}
        making={making}
        savePdf={() => client.rightsPapers.savePdf({ order })}
        print={() => client.rightsPapers.print({ order })}
      >
        {children}
      </OrderForm>
      {preview.error !== null && <ErrorPanel words={errorWords(preview.error)} />}
      {preview.data !== undefined && <PaperPreview paper={preview.data} />}
    </>
  );
}
