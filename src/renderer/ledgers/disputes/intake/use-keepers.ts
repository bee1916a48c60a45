/** Who answers for the grids of a place: they are put in by themselves, and stay out once somebody wrote another name. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useOffice } from '#renderer/client/office.ts';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { useOfficers } from '#renderer/client/staff.ts';
import type { IntakeValues } from './intake-values.ts';

export interface Keepers {
  /** '' where the place has no grid or the grid nobody. */
  readonly gridWorker: string;
  readonly officerByGrid: boolean;
}

export function useKeepers(form: FormModel<IntakeValues>): Keepers {
  const { queries } = useOffice();
  const { addressId, gridWorker, officer } = form.values;
  const address = useQuery(
    queries.addresses.open.queryOptions({ input: { id: addressId ?? '' }, enabled: addressId !== null }),
  );
  const grids = useQuery(queries.grids.list.queryOptions({ input: {}, enabled: addressId !== null }));
  const officers = useOfficers();
  const place = addressId === null ? undefined : address.data;
  const keeperOf = (kind: 'police' | 'civil', code: string | null | undefined) =>
    grids.data?.find((grid) => grid.kind === kind && grid.code === code)?.keeper ?? '';
  const worker = keeperOf('civil', place?.civilGrid);
  const policeKeeper = keeperOf('police', place?.policeGrid);
  // Where the office has one officer, nobody has to be chosen.
  const only = officers.length === 1 ? officers[0] : undefined;
  const inCharge = (officers.find(({ name }) => name === policeKeeper) ?? only)?.id ?? null;

  const { set } = form;
  const put = useRef({ worker: '', inCharge: null as string | null });
  useEffect(() => {
    if (worker === put.current.worker || (gridWorker !== '' && gridWorker !== put.current.worker)) return;
    put.current.worker = worker;
    set('gridWorker', worker);
  }, [worker, gridWorker, set]);
  useEffect(() => {
    if (inCharge === null || inCharge === put.current.inCharge) return;
    if (officer !== null && officer !== put.current.inCharge) return;
    put.current.inCharge = inCharge;
    set('officer', inCharge);
  }, [inCharge, officer, set]);
  return {
    gridWorker: worker,
    officerByGrid: only === undefined && officer !== null && officer === inCharge,
  };
}
