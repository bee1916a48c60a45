/** Where an import stands: which step, the plan of the file, the mapping, the counts. The file itself stays in the office. */
import { useEffect, useRef, useState } from 'react';
import type {
  ImportBatch,
  ImportCheck,
  ImportField,
  ImportPlan,
  ImportRow,
  ROW_CHOICES,
} from '#shared/contract/population/imports.ts';
import { trackDeed } from '#renderer/client/deeds.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import type { ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import type { ChosenAddress } from '#renderer/pickers/address-field.tsx';
import { importFailureWords, useImportWords } from './import-words.ts';

export const STEPS = ['file', 'sheet', 'columns', 'check', 'write'] as const;
export type Step = (typeof STEPS)[number];
export type Mapping = ReadonlyMap<number, ImportField>;
export type RowChoice = (typeof ROW_CHOICES)[number];

export interface ImportState {
  readonly step: Step;
  readonly id: string | null;
  readonly plan: ImportPlan | null;
  readonly mapping: Mapping;
  readonly base: ChosenAddress | null;
  readonly check: ImportCheck | null;
  readonly batch: ImportBatch | null;
}

const START: ImportState = {
  step: 'file',
  id: null,
  plan: null,
  mapping: new Map(),
  base: null,
  check: null,
  batch: null,
};

export interface ImportDesk {
  readonly state: ImportState;
  /** What is running, for its words and its bar; null when nothing is. */
  readonly working: 'reading' | 'checking' | 'writing' | null;
  readonly refused: ErrorWords | null;
  readonly goTo: (step: Step) => void;
  readonly choose: () => void;
  readonly replan: (
    change: Partial<Pick<ImportPlan, 'sheet' | 'encoding'>> & { headerRows?: number[] },
  ) => void;
  readonly map: (index: number, field: ImportField | null) => void;
  readonly setBase: (base: ChosenAddress | null) => void;
  readonly runCheck: () => void;
  readonly decide: (rows: readonly number[], choice: RowChoice) => Promise<void>;
  readonly fix: (row: number, fields: { field: ImportField; text: string }[]) => Promise<ImportRow>;
  readonly commit: () => void;
  readonly cancel: () => void;
}

export function useImport(): ImportDesk {
  const { client } = useOffice();
  const failureWords = useFailureWords();
  const importWords = useImportWords();
  const [state, setState] = useState(START);
  const [working, setWorking] = useState<ImportDesk['working']>(null);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const held = useRef<string | null>(null);
  /** Stops a choice of a file whose name the office has not given yet. */
  const choosing = useRef<AbortController | null>(null);
  const change = (part: Partial<ImportState>) => setState((now) => ({ ...now, ...part }));

  // Whoever leaves the screen lets go of the file.
  useEffect(
    () => () => {
      if (held.current !== null) void client.imports.cancel({ import: held.current }).catch(() => undefined);
    },
    [client],
  );

  const run = async (what: ImportDesk['working'], work: () => Promise<Partial<ImportState>>) => {
    setWorking(what);
    setRefused(null);
    try {
      change(await trackDeed(work));
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'cancelled')
        setRefused(importFailureWords(failure, failureWords(failure), importWords));
    } finally {
      setWorking(null);
    }
  };
  const need = () => held.current ?? '';

  return {
    state,
    working,
    refused,
    goTo: (step) => {
      setRefused(null);
      change({ step });
    },
    choose: () =>
      void run('reading', async () => {
        const stop = new AbortController();
        choosing.current = stop;
        try {
          const { import: id, plan } = await client.imports.choose({}, { signal: stop.signal });
          held.current = id;
          return { ...START, step: 'sheet', id, plan, mapping: mappingOf(plan) };
        } catch (error) {
          if (stop.signal.aborted) return {};
          throw error;
        } finally {
          choosing.current = null;
        }
      }),
    replan: (wanted) =>
      void run('reading', async () => {
        const { plan: before } = state;
        const plan = await client.imports.plan({
          import: need(),
          sheet: wanted.sheet ?? before?.sheet ?? null,
          encoding: wanted.encoding ?? before?.encoding ?? null,
          headerRows: wanted.headerRows ?? null,
        });
        return { plan, mapping: mappingOf(plan), check: null };
      }),
    map: (index, field) => {
      const mapping = new Map([...state.mapping].filter(([at, one]) => at !== index && one !== field));
      if (field !== null) mapping.set(index, field);
      change({ mapping, check: null });
    },
    setBase: (base) => change({ base, check: null }),
    runCheck: () =>
      void run('checking', async () => {
        const mapping = [...state.mapping].map(([index, field]) => ({ index, field }));
        const check = await client.imports.check({
          import: need(),
          mapping,
          baseAddressId: state.base?.id ?? null,
        });
        return { check, step: 'check' };
      }),
    decide: async (rows, choice) => {
      const check = await client.imports.decide({ import: need(), rows: [...rows], choice });
      change({ check });
    },
    fix: async (row, fields) => {
      const fixed = await client.imports.fix({ import: need(), row, fields });
      change({ check: fixed.check });
      return fixed.row;
    },
    commit: () =>
      void run('writing', async () => {
        const batch = await client.imports.commit({ import: need() });
        return { batch, step: 'write' };
      }),
    cancel: () => {
      const id = held.current;
      choosing.current?.abort();
      if (id !== null) void client.imports.cancel({ import: id }).catch(() => undefined);
      if (working !== null) return;
      held.current = null;
      setRefused(null);
      setState(START);
    },
  };
}

function mappingOf(plan: ImportPlan): Mapping {
  return new Map(
    plan.columns.flatMap(({ index, field }) => (field === null ? [] : [[index, field] as const])),
  );
}
