/** Seals, writes and reads back; or only reads receipts. One at a time, and its end stays on the screen. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ExportResult } from '#shared/contract/weekly.ts';
import { trackDeed } from '#renderer/client/deeds.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import type { ErrorWords } from '#renderer/ui/basic/error-panel.tsx';

export type Receipts = ExportResult['receipts'];

export type ExportStage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'working' }
  | { readonly kind: 'written'; readonly result: ExportResult }
  | { readonly kind: 'read'; readonly receipts: Receipts }
  | { readonly kind: 'failed'; readonly writing: boolean; readonly words: ErrorWords };

export interface Export {
  readonly stage: ExportStage;
  write(folder: string): Promise<void>;
  readReceipts(folder: string): Promise<void>;
}

export function useExport(): Export {
  const { client } = useOffice();
  const cache = useQueryClient();
  const words = useFailureWords();
  const [stage, setStage] = useState<ExportStage>({ kind: 'ready' });
  const running = useRef(false);
  const run = async (writing: boolean, work: () => Promise<ExportStage>) => {
    if (running.current) return;
    running.current = true;
    setStage({ kind: 'working' });
    try {
      setStage(await trackDeed(work));
    } catch (error) {
      const failure = toFailure(error);
      setStage(
        failure.code === 'cancelled' ? { kind: 'ready' } : { kind: 'failed', writing, words: words(failure) },
      );
    } finally {
      running.current = false;
      await invalidateRoom(cache, 'weekly');
    }
  };
  return {
    stage,
    write: (folder) =>
      run(true, async () => ({ kind: 'written', result: await client.weekly.export({ folder }) })),
    readReceipts: (folder) =>
      run(false, async () => ({ kind: 'read', receipts: await client.weekly.readReceipts({ folder }) })),
  };
}
