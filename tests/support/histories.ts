/** Any history of any visits: registered, corrected, emptied, taken out, brought back, looked at and forgotten. */
import fc from 'fast-check';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { systemCaller } from '#main/session/callers.ts';
import { OFFICE_CODE, type TestStore } from './store.ts';
import { enquiry } from './visits.ts';

const DEEDS = ['put', 'put', 'put', 'rename', 'empty', 'retire', 'revive', 'look', 'forget'] as const;

export type Step = { readonly do: (typeof DEEDS)[number]; readonly at: number; readonly name: string };

export const anyHistory: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    do: fc.constantFrom(...DEEDS),
    at: fc.nat(),
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  }),
  { maxLength: 40 },
);

export interface Lived {
  /** Marks that stand in the text of what was forgotten, and nowhere else. */
  readonly gone: readonly string[];
  readonly kept: readonly string[];
}

interface Known {
  revision: number;
  isLive: boolean;
  readonly marks: string[];
}

/** Lives through these steps; those that nothing answers to are passed over. `mark` begins every text. */
export function live(desk: TestStore, steps: readonly Step[], mark = '记'): Lived {
  const known = new Map<string, Known>();
  const gone: string[] = [];
  for (const [i, step] of steps.entries()) {
    const text = `〔${mark}${i}〕`;
    if (step.do === 'put') {
      const visit = { ...enquiry, name: `${text}${step.name}`, summary: '问路', matter: 'help' as const };
      const row = desk.journal.write(desk.officer, (write) =>
        write.put(visitorsLedger, newVisit(visit, desk.officer, desk.clock.now(), OFFICE_CODE)),
      );
      known.set(row.id, { revision: 1, isLive: true, marks: [text] });
      continue;
    }
    const [id, one] = [...known][step.at % Math.max(1, known.size)] ?? [];
    if (id === undefined || one === undefined) continue;
    if (step.do !== 'forget') act(desk, id, one, { ...step, name: `${text}${step.name}` }, text);
    else {
      desk.journal.write(systemCaller, (write) => write.forget(visitorsLedger, id, 'retention'));
      gone.push(...one.marks);
      known.delete(id);
    }
  }
  return { gone, kept: [...known.values()].flatMap(({ marks }) => marks) };
}

function act(desk: TestStore, id: string, one: Known, step: Step, text: string): void {
  const { revision } = one;
  desk.journal.write(desk.officer, (write) => {
    if (step.do === 'look') return write.note('V', 'visitors', id, { call: 'visitors.reveal' });
    if (one.isLive === (step.do === 'revive')) return;
    if (step.do === 'retire') write.retire(visitorsLedger, id, revision, '错录');
    else if (step.do === 'empty') {
      const row = write.patch(visitorsLedger, id, revision, { name: null, summary: null });
      if (row.revision === revision) return;
    } else if (step.do === 'rename') write.patch(visitorsLedger, id, revision, { name: step.name });
    else write.revive(visitorsLedger, id, revision, { name: step.name });
    one.revision += 1;
    one.isLive = step.do !== 'retire';
    if (step.do === 'rename' || step.do === 'revive') one.marks.push(text);
  });
}
