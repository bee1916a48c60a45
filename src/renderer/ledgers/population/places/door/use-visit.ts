/** Records what came of going to a door, with the way back. */
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorRecord, HomeVisitRow } from '#shared/contract/population/addresses.ts';
import type { VisitResult } from '#shared/ledgers/population/home-visits.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { newDraftId } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';

export interface Recorded {
  readonly visit: HomeVisitRow;
  readonly verified: number;
}

/** Says what was recorded, and offers to take it back together with the verification. */
export function useVisitToast(): (recorded: Recorded) => void {
  const { t } = useTranslation('door');
  const words = usePlaceWords();
  const offerUndo = useUndoToast('home_visits');
  return useCallback(
    ({ visit, verified }) => {
      const line = visit.addressLine;
      const isVerified = visit.result === 'met' && visit.purpose === 'verify';
      const text = isVerified
        ? t('visit.verified', { line, count: verified })
        : t('visit.done', { line, result: words.result(visit.result) });
      offerUndo(visit, text, t('visit.undone'));
    },
    [offerUndo, t, words],
  );
}

/** One key: a check of this door, now, alone. Answers whether it was recorded. */
export function useQuickVisit(door: DoorRecord): (result: VisitResult, how: VerifiedHow) => Promise<boolean> {
  const { client } = useOffice();
  const words = usePlaceWords();
  const deed = useIssueDeed(words.issue);
  const tell = useVisitToast();
  /** The same until it is recorded: a double press makes one visit. */
  const draft = useRef(newDraftId());
  return useCallback(
    async (result, how) => {
      const visit = {
        addressId: door.address.id,
        purpose: 'verify',
        result,
        companion: null,
        nextDueOn: null,
      } as const;
      const recorded = await deed(() =>
        client.homeVisits.record({ visit, how: result === 'met' ? how : 'visit', draft: draft.current }),
      );
      if (recorded === null) return false;
      draft.current = newDraftId();
      tell(recorded);
      return true;
    },
    [client, deed, door.address.id, tell],
  );
}
