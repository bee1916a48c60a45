/** What the counter waits for: calls through the real office process, over the real pipe, on a ledger of 50,000 visits. */
import type { Windowless } from '#tests/shell/windowless.ts';
import { measureBareCommits } from './floors.ts';
import { ratio, spread, time } from './measure.ts';
import { ms, times, type BenchRow } from './row.ts';

const RUNS = 300;
const NO_FILTER = { states: [], matters: [], from: null, to: null, onSite: false, owed: false };

export async function benchCalls(office: Windowless): Promise<BenchRow[]> {
  const { counter } = office;
  const empty = spread(await time(RUNS, () => counter.session.touch({})));
  let made = 0;
  const visit = {
    name: '测速来访',
    phone: null,
    people: 1,
    matter: 'residence',
    summary: '办理居住登记',
    papersChecked: false,
    result: null,
    referredTo: null,
    promisedOn: null,
  } as const;
  const saves = await time(RUNS, () => {
    made += 1;
    return counter.visitors.register({ visit, draft: `dbench${String(made).padStart(8, '0')}` });
  });
  const bare = await measureBareCommits(RUNS);
  const first = spread(await time(50, () => listPage(null)));
  const cursor = await cursorAt(300);
  const deep = spread(await time(50, () => listPage(cursor)));

  async function listPage(after: string | null) {
    return counter.visitors.list({
      after,
      rows: 100,
      filter: NO_FILTER,
      sort: { by: 'arrivedAt', descending: true },
    });
  }

  async function cursorAt(page: number): Promise<string | null> {
    let next: string | null = null;
    for (let turned = 0; turned < page; turned += 1) next = (await listPage(next)).next;
    return next;
  }

  const save = spread(saves);
  return [
    {
      what: 'empty hatch call',
      ours: `p50 ${ms(empty.p50)}, p95 ${ms(empty.p95)}`,
      floor: '',
      ratio: '',
      target: '',
    },
    {
      what: 'save of a visitor: call, rules, journal line, row, draft, commit to disk',
      ours: `p50 ${ms(save.p50)}, p95 ${ms(save.p95)}`,
      floor: `bare UPDATE commit, same cipher, ${ms(spread(bare).p50)}`,
      ratio: times(ratio(saves, bare)),
      target: '≤ 6 × (the edit alone; here the whole call)',
    },
    {
      what: 'list, first page of 100 of 50,000',
      ours: `p50 ${ms(first.p50)}, p95 ${ms(first.p95)}`,
      floor: '',
      ratio: '',
      target: '≤ 5 ms in the office',
    },
    {
      what: 'list, page 301 of 50,000',
      ours: `p50 ${ms(deep.p50)}, p95 ${ms(deep.p95)}`,
      floor: 'first page',
      ratio: times(deep.p50 / first.p50),
      target: 'the same at any depth',
    },
  ];
}
