/** Who works at the desk now, for whoever has to be named as owner, in charge or successor. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { StaffMember } from '#shared/contract/office.ts';
import { useOffice } from '#renderer/client/office.ts';

export function useDeskStaff(): readonly StaffMember[] {
  const { queries } = useOffice();
  const { data } = useQuery(queries.staff.list.queryOptions({ input: {} }));
  return useMemo(
    () => (data ?? []).filter(({ active, role }) => active && (role === 'auxiliary' || role === 'officer')),
    [data],
  );
}

export function useOfficers(): readonly StaffMember[] {
  const staff = useDeskStaff();
  return useMemo(() => staff.filter(({ role }) => role === 'officer'), [staff]);
}
