/** Hears the office: forgets what is no longer true, and keeps the drafts when it is about to lock. */
import { consumeEventIterator } from '@orpc/client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OfficeEvent } from '#shared/contract/desk.ts';
import type { Drafts } from './drafts.ts';
import { useOffice } from './office.ts';

/** Rooms whose answers are made from others'. */
const DERIVED: readonly string[] = ['today', 'weekly', 'history', 'journal', 'corrections', 'backups'];

/** Rooms whose answers show one another's rows: a change in one makes all of its group stale. */
const GROUPS: readonly (readonly string[])[] = [
  // A person stands on their door, in their household, in a view's count.
  [
    'residents',
    'households',
    'views',
    'doubles',
    'addresses',
    'dwellings',
    'homeVisits',
    'home_visits',
    'grids',
    'units',
    'unit_checks',
  ],
  // A matter is shown with all that hangs on it.
  [
    'disputes',
    'dispute_parties',
    'dispute_sessions',
    'dispute_agreements',
    'dispute_levels',
    'dispute_referrals',
    'dispute_follow_ups',
  ],
  // The rooms are called by a shorter name than their ledgers.
  ['care', 'care_consents'],
  ['rights', 'rights_requests'],
];

/** Marks everything of a changed room stale, and what is derived from it. Query keys begin with the call's path. */
export function invalidateRoom(cache: QueryClient, room: string): Promise<void> {
  const stale = GROUPS.find((group) => group.includes(room)) ?? [room];
  return cache.invalidateQueries({
    predicate: ({ queryKey }) => {
      const path = queryKey[0];
      const first: unknown = Array.isArray(path) ? path[0] : undefined;
      return (
        typeof first === 'string' && (stale.includes(first) || (DERIVED.includes(first) && room !== 'drafts'))
      );
    },
  });
}

type Progress = Extract<OfficeEvent, { kind: 'progress' }>;
const listeners = new Set<(progress: Progress) => void>();

/** @param onLeaving called once the drafts are kept and the screen may go */
export function hearOfficeEvent(
  event: OfficeEvent,
  cache: QueryClient,
  drafts: Drafts,
  onLeaving: () => void,
): void {
  if (event.kind === 'changed') void invalidateRoom(cache, event.room);
  else if (event.kind === 'locking') void drafts.flush().then(onLeaving);
  else for (const listener of listeners) listener(event);
}

/** Listens for as long as the frame is shown. True once the office is locking: nothing of it may stay on the screen. */
export function useOfficeWatch(): boolean {
  const [leaving, setLeaving] = useState(false);
  const { client, drafts } = useOffice();
  const cache = useQueryClient();
  useEffect(() => {
    const stop = consumeEventIterator(client.events.watch({}), {
      onEvent: (event) => hearOfficeEvent(event, cache, drafts, () => setLeaving(true)),
      // The stream ends with its office process; the frame then goes too.
      onError: () => undefined,
    });
    return () => void stop().catch(() => undefined);
  }, [client, cache, drafts]);
  return leaving;
}

/** How far a long task is, or null while it says nothing. */
export function useProgress(task: string): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const listener = (event: Progress) => {
      if (event.task === task) setProgress(event.done >= event.total ? null : event);
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [task]);
  return progress;
}
