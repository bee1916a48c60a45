/** The people chosen for one deed. A choice never outlives the filter it was made in. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { BULK_MAX, type ResidentFilter, type ResidentRow } from '#shared/contract/residents.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import type { LedgerSort } from '#renderer/ui/table/table-column.ts';
import { sortOf } from './list-state.ts';

export interface Selection {
  readonly chosen: readonly ResidentRow[];
  readonly has: (id: string) => boolean;
  readonly toggle: (row: ResidentRow) => void;
  /** All or none of the rows that are loaded. */
  readonly toggleShown: () => void;
  readonly isShownChosen: boolean;
  /** How many rows that is. */
  readonly shown: number;
  /** Reads every row that matches, up to BULK_MAX, and chooses it. */
  readonly chooseMatching: () => void;
  readonly clear: () => void;
}

const NOBODY: ReadonlyMap<string, ResidentRow> = new Map();

export function useSelection(
  rows: readonly ResidentRow[],
  filter: ResidentFilter,
  sort: LedgerSort,
): Selection {
  const { client } = useOffice();
  const deed = useDeed();
  const [chosen, setChosen] = useState(NOBODY);
  const clear = useCallback(() => setChosen(NOBODY), []);
  const filtered = JSON.stringify(filter);
  useEffect(clear, [clear, filtered]);

  // A row read again after a change stands for itself as it is now.
  const fresh = useMemo(() => {
    const now = new Map(rows.map((row) => [row.id, row]));
    return [...chosen.values()].map((row) => now.get(row.id) ?? row);
  }, [chosen, rows]);
  const shown = rows.slice(0, BULK_MAX);
  const isShownChosen = shown.length > 0 && shown.every((row) => chosen.has(row.id));

  const toggle = useCallback(
    (row: ResidentRow) =>
      setChosen((now) => {
        const next = new Map(now);
        if (!next.delete(row.id) && next.size < BULK_MAX) next.set(row.id, row);
        return next;
      }),
    [],
  );
  const chooseMatching = () =>
    void deed(async () => {
      const all = new Map<string, ResidentRow>();
      let after: string | null = null;
      do {
        const page = await client.residents.list({ after, rows: PAGE_ROWS, filter, sort: sortOf(sort) });
        for (const row of page.rows) if (all.size < BULK_MAX) all.set(row.id, row);
        after = all.size < BULK_MAX ? page.next : null;
      } while (after !== null);
      setChosen(all);
    });
  return {
    chosen: fresh,
    has: (id) => chosen.has(id),
    toggle,
    toggleShown: () => setChosen(isShownChosen ? NOBODY : new Map(shown.map((row) => [row.id, row]))),
    isShownChosen,
    shown: shown.length,
    chooseMatching,
    clear,
  };
}
