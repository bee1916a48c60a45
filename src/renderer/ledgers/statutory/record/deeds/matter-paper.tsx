/** A paper of a matter: read for the reason of the sitting, drawn as it is printed. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatutoryOrder, StatutoryPaper } from '#shared/contract/key-persons/papers.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { OrderForm } from '#renderer/papers/order-form.tsx';
import { PaperPreview } from '#renderer/papers/paper-preview.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import type { TaskProps } from '#renderer/ledgers/statutory/record/matter-props.ts';

export interface MatterPaperProps extends Pick<
  TaskProps,
  'record' | 'reading' | 'hold' | 'onExplain' | 'onOver'
> {
  readonly order: StatutoryOrder;
}

export function MatterPaper({ record, reading, hold, onExplain, onOver, order }: MatterPaperProps) {
  const { t } = useTranslation('statutoryRecord');
  const { client } = useOffice();
  const making = useMaking();
  const { paper, refused } = useMatterPaper({ id: record.id, order, ...reading }, onExplain);
  const isNotice = order.name === 'end-notice';
  const why = { id: record.id, order, ...reading };

  // The dialog of a printer takes the window's place: nobody has left.
  const { working } = making;
  useEffect(() => {
    hold(working);
    return () => hold(false);
  }, [hold, working]);

  // A printed notice is a deed: what the list says of the matter is another thing from then on.
  const made = useRef(false);
  const over = useRef(onOver);
  over.current = onOver;
  if (isNotice && making.done !== null) made.current = true;
  useEffect(
    () => () => {
      if (made.current) over.current();
    },
    [],
  );
  return (
    <>
      <OrderForm
        label={t(isNotice ? 'papers.noticeTitle' : 'duties.slip')}
        making={making}
        waits={paper === null}
        savePdf={() => client.statutoryPapers.savePdf(why)}
        print={() => client.statutoryPapers.print(why)}
      >
        <p>{t(isNotice ? 'papers.noticeText' : 'papers.slipText')}</p>
      </OrderForm>
      {refused !== null && <ErrorPanel words={refused} />}
      {paper !== null && <PaperPreview paper={paper} />}
    </>
  );
}

function useMatterPaper(
  why: { readonly id: string; readonly order: StatutoryOrder } & MatterPaperProps['reading'],
  onExplain: () => void,
): { readonly paper: StatutoryPaper | null; readonly refused: ErrorWords | null } {
  const { client } = useOffice();
  const failureWords = useFailureWords();
  const [paper, setPaper] = useState<StatutoryPaper | null>(null);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    // Once: every look is witnessed.
    if (begun.current) return;
    begun.current = true;
    client.statutoryPapers.preview(why).then(setPaper, (error: unknown) => {
      const failure = toFailure(error);
      if (failure.code === 'explain-needed') onExplain();
      else setRefused(failureWords(failure));
    });
  }, [client, failureWords, why, onExplain]);
  return { paper, refused };
}
