/** Of a paper with what happened: read for the reason that is given, each time, and gone again after a minute. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputePaper, WholePaperOrder } from '#shared/contract/disputes/papers.ts';
import { REVEAL_SECONDS } from '#shared/ledgers/reveal.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { PaperPreview } from '#renderer/papers/paper-preview.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { useReMask } from '#renderer/ui/masked/use-re-mask.ts';

export function WholePreview({ order }: { readonly order: WholePaperOrder | null }) {
  const { t } = useTranslation('disputePapers');
  const { client } = useOffice();
  const failureWords = useFailureWords();
  const [paper, setPaper] = useState<DisputePaper | null>(null);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const read = async (asked: WholePaperOrder) => {
    setRefused(null);
    try {
      setPaper(await client.disputePapers.previewWhole(asked));
    } catch (error) {
      setRefused(failureWords(toFailure(error)));
    }
  };
  if (paper !== null) return <Shown paper={paper} onEnd={() => setPaper(null)} />;
  return (
    <div>
      {refused !== null && <ErrorPanel words={refused} />}
      <EmptyState why={t('hidden', { seconds: REVEAL_SECONDS })}>
        <Button disabled={order === null} onClick={() => order !== null && void read(order)}>
          {t('preview')}
        </Button>
      </EmptyState>
    </div>
  );
}

function Shown({ paper, onEnd }: { readonly paper: DisputePaper; readonly onEnd: () => void }) {
  useReMask(REVEAL_SECONDS, onEnd);
  return <PaperPreview paper={paper} />;
}
