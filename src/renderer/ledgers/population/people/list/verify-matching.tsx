/** Verifying everybody whom the filter finds: first how many that is, then how it is known, then how far it is and a way to stop. */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentFilter } from '#shared/contract/population/residents.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useProgress } from '#renderer/client/watch.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { StopBar } from '#renderer/record/stop-bar.tsx';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';
import { useStoppable, type Stoppable } from '#renderer/record/use-stoppable.ts';
import { HowQuestion } from '#renderer/ledgers/population/people/how-question.tsx';
import { useUndoVerify } from '#renderer/ledgers/population/people/people-deeds.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';

export interface VerifyMatchingProps {
  readonly filter: ResidentFilter;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function VerifyMatching({ filter, opened, onClose, onDone }: VerifyMatchingProps) {
  const { t } = useTranslation('peopleList');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const long = useStoppable();
  const preview = useQuery(
    queries.residents.verifyPreview.queryOptions({
      input: { filter },
      enabled: opened,
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const { data, error } = preview;
  const verify = useVerifyAll(filter, long);
  const running = useRef(false);
  const act = async (how: VerifiedHow) => {
    // A second press meanwhile means the same deed.
    if (running.current) return;
    running.current = true;
    const done = await verify(how, data?.here ?? 0);
    running.current = false;
    if (done) {
      onClose();
      onDone();
    } else await preview.refetch();
  };
  const close = () => {
    long.stop();
    onClose();
  };
  return (
    <Dialog opened={opened} title={t('bulk.title', { count: data?.here ?? 0 })} onClose={close}>
      {error !== null && <ErrorPanel words={errorWords(error)} />}
      {data === undefined ? (
        <SkeletonRows rows={2} />
      ) : (
        <Question preview={data} deed={long} onAnswer={(how) => void act(how)} />
      )}
    </Dialog>
  );
}

/** Answers whether it was done. */
function useVerifyAll(
  filter: ResidentFilter,
  long: Stoppable,
): (how: VerifiedHow, people: number) => Promise<boolean> {
  const { t } = useTranslation('peopleList');
  const { client } = useOffice();
  const words = usePeopleWords();
  const deed = useIssueDeed(words.issue);
  const undo = useUndoVerify();
  const toast = useToast();
  return async (how, people) => {
    const done = await deed(() =>
      long.run((signal) => client.residents.verifyMatching({ filter, how, people }, { signal })),
    );
    if (done === null) return false;
    const text = t('bulk.done', { count: done.verified });
    toast({ tone: 'done', text, undo: () => undo(done.action) });
    return true;
  };
}

interface QuestionProps {
  readonly preview: { readonly here: number; readonly gone: number; readonly fresh: number };
  readonly deed: Stoppable;
  readonly onAnswer: (how: VerifiedHow) => void;
}

function Question({ preview: { here, gone, fresh }, deed, onAnswer }: QuestionProps) {
  const { t } = useTranslation('peopleList');
  const today = useOfficeDay();
  const progress = useProgress('verify');
  if (here === 0) return <p>{t('bulk.nobody')}</p>;
  if (deed.working)
    return <StopBar words={t('bulk.working', { done: progress?.done ?? 0, total: here })} deed={deed} />;
  return (
    <HowQuestion
      why={t('bulk.why', { day: today })}
      notes={[
        ...(fresh > 0 ? [t('bulk.soon', { count: fresh })] : []),
        ...(gone > 0 ? [t('bulk.gone', { count: gone })] : []),
      ]}
      onAnswer={onAnswer}
    />
  );
}
