/** The folder on the stick that was chosen last. It is known until the office locks: then its handle means nothing. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';

export interface StickFolder {
  readonly handle: string;
  /** As a person recognises it. */
  readonly label: string;
}

const KEY = ['stick folder'];

export function useStickFolder(): readonly [StickFolder | null, () => Promise<StickFolder | null>] {
  const { client } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const chosen = useQuery<StickFolder | null>({
    queryKey: KEY,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Infinity,
    staleTime: Infinity,
  });
  const choose = useCallback(async () => {
    const folder = await deed(() => client.weekly.chooseFolder({}));
    if (folder !== null) cache.setQueryData(KEY, folder);
    return folder;
  }, [cache, client, deed]);
  return [chosen.data, choose];
}
