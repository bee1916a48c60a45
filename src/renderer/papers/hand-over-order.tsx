/** 上报盘交接单: what it is on the left, the page beside it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HandOverOrder } from '#shared/contract/weekly-papers.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { OrderForm } from './order-form.tsx';
import { PaperPreview } from './paper-preview.tsx';
import { useMaking } from './use-making.ts';

export interface HandOverFormProps {
  readonly label: string;
  readonly blank: boolean;
  readonly children: ReactNode;
}

/** Drawn side by side by whatever stands around it. */
export function HandOverForm({ label, blank, children }: HandOverFormProps) {
  const { client, queries } = useOffice();
  const errorWords = useErrorWords();
  const making = useMaking();
  const order: HandOverOrder = { name: 'hand-over', blank };
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
