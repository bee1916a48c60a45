/** The people chosen for one deed: some rows, or everybody who matches. A choice never outlives the filter it was made in. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { BULK_MAX, type ResidentFilter, type ResidentRow } from '#shared/contract/population/residents.ts';

export interface Selection {
  /** The rows chosen one by one; none where everybody is. */
  readonly chosen: readonly ResidentRow[];
  /** True where everybody is meant whom the filter finds, also those whose rows are not loaded. */
  readonly everybody: boolean;
  readonly count: number;
  readonly has: (id: string) => boolean;
  readonly toggle: (row: ResidentRow) => void;
  /** All or none of the rows that are loaded. */
  readonly toggleShown: () => void;
  readonly isShownChosen: boolean;
  /** How many rows that is. */
  readonly shown: number;
  readonly chooseEverybody: () => void;
  readonly clear: () => void;
}

type Chosen = ReadonlyMap<string, ResidentRow> | 'everybody';

const NOBODY: ReadonlyMap<string, ResidentRow> = new Map();

/** @param total rows that match the filter; null while unknown */
export function useSelection(
  rows: readonly ResidentRow[],
  filter: ResidentFilter,
  total: number | null,
): Selection {
  const [chosen, setChosen] = useState<Chosen>(NOBODY);
  const clear = useCallback(() => setChosen(NOBODY), []);
  const filtered = JSON.stringify(filter);
  useEffect(clear, [clear, filtered]);

  const everybody = chosen === 'everybody';
  const picked = chosen === 'everybody' ? NOBODY : chosen;
  // A row read again after a change stands for itself as it is now.
  const fresh = useMemo(() => {
    const now = new Map(rows.map((row) => [row.id, row]));
    return [...picked.values()].map((row) => now.get(row.id) ?? row);
  }, [picked, rows]);
  const shown = useMemo(() => new Map(rows.slice(0, BULK_MAX).map((row) => [row.id, row])), [rows]);
  const isShownChosen = everybody || (shown.size > 0 && [...shown.keys()].every((id) => picked.has(id)));

  const toggle = useCallback(
    (row: ResidentRow) =>
      setChosen((now) => {
        // One who is let go of leaves those who can be named: the rows on the screen.
        const next = new Map(now === 'everybody' ? shown : now);
        if (!next.delete(row.id) && next.size < BULK_MAX) next.set(row.id, row);
        return next;
      }),
    [shown],
  );
  return {
    chosen: fresh,
    everybody,
    count: everybody ? (total ?? 0) : fresh.length,
    has: (id) => everybody || picked.has(id),
    toggle,
    toggleShown: () => setChosen(isShownChosen ? NOBODY : shown),
    isShownChosen,
    shown: shown.size,
    chooseEverybody: () => setChosen('everybody'),
    clear,
  };
}
