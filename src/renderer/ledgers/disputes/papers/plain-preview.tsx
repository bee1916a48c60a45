import { useQuery } from '@tanstack/react-query';
import type { DisputePaperOrder } from '#shared/contract/disputes/papers.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { PaperPreview } from '#renderer/papers/paper-preview.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';

/** Of a paper that needs no reason: it is there as soon as it is chosen. */
export function PlainPreview({ order }: { readonly order: DisputePaperOrder }) {
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const preview = useQuery(queries.disputePapers.preview.queryOptions({ input: { order }, staleTime: 0 }));
  if (preview.error !== null) return <ErrorPanel words={errorWords(preview.error)} />;
  return preview.data === undefined ? null : <PaperPreview paper={preview.data} />;
}
