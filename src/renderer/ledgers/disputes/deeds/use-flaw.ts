import { useCallback } from 'react';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { Deed } from '#shared/ledgers/disputes/deeds.ts';
import { deedFlaw } from '#shared/ledgers/disputes/machine.ts';
import { useMe } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { standingOf } from './deed-kind.ts';

/** What the machine says against a deed as it is typed, told at the field that could be otherwise. */
export function useFlaw(dispute: DisputeRecord): (deed: Deed, field: string) => FieldIssue[] {
  const { role } = useMe();
  const today = useOfficeDay();
  return useCallback(
    (deed, field) => {
      const flaw = deedFlaw(standingOf(dispute), deed, role, today);
      return flaw === null ? [] : [{ field, rule: flaw }];
    },
    [dispute, role, today],
  );
}
