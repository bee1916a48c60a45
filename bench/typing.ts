/** From the key to the rows on the screen, as the person at the desk sees it: the whole way through page, pipe, office and back. */
import type { Page } from 'playwright-core';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { openOffice } from '#tests/shell/chromium.ts';
import { openStore } from '#main/db/open.ts';
import { signIn } from '#scripts/walks/walk.ts';
import { spread } from './measure.ts';
import { keyOf, officeOf } from './people.ts';
import { ms, type BenchRow } from './row.ts';
import { pressClasses } from './search-stream.ts';

/** People looked for, each in every way. */
const PEOPLE = 6;
/** One character alone is looked for when nothing follows for a moment: there the moment would be measured. */
const SHORTEST = 2;
/** Faster than anybody types. */
const BURST_GAP_MS = 30;

export async function benchTyping(rows: number, say: (line: string) => void): Promise<BenchRow[]> {
  const folder = await officeOf(rows, say);
  const store = openStore(folder.database, await keyOf(folder));
  const classes = pressClasses(store.raw, PEOPLE);
  store.close();
  const office = await openOffice({ dataDir: folder.root, headless: true, chooser: scriptChooser() });
  try {
    const { page } = office;
    await signIn(page, 'ljg');
    await page.keyboard.press('F3');
    await page.getByRole('combobox').waitFor();
    await page.evaluate(watchTyping);
    for (const typed of (classes[0]?.presses ?? []).slice(0, 20)) await paintedAfter(page, typed);
    const all = [];
    for (const { name, presses } of classes) {
      const longer = presses.filter((typed) => [...typed].length >= SHORTEST);
      const took = [];
      for (const typed of longer) took.push(await paintedAfter(page, typed));
      say(`  ${name}: p95 ${ms(spread(took).p95)}`);
      all.push(...took);
    }
    const bursts = classes.map(({ presses }) => presses.at(-1) ?? '').filter((text) => text !== '');
    const late = [];
    for (const text of bursts) late.push(await burst(page, text));
    const { p50, p95, p99, max } = spread(all);
    return [
      {
        what: `key to rows painted, ${rows.toLocaleString('en')} people, ${all.length.toLocaleString('en')} key presses`,
        ours: `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, max ${ms(max)}`,
        floor: '',
        ratio: '',
        target: 'p95 ≤ 50 ms',
      },
      {
        what: `a key every ${BURST_GAP_MS} ms, ${bursts.join('').length} keys: last key to its rows`,
        ours: `p50 ${ms(spread(late).p50)}, max ${ms(spread(late).max)}, no key lost`,
        floor: '',
        ratio: '',
        target: 'no key lost',
      },
    ];
  } finally {
    await office.close();
  }
}

/** Puts a text into the box as a key press leaves it; milliseconds until its rows were painted. */
async function paintedAfter(page: Page, text: string): Promise<number> {
  await page.getByRole('combobox').fill(text);
  return page.evaluate(painted, text);
}

async function burst(page: Page, text: string): Promise<number> {
  await page.getByRole('combobox').fill('');
  for (const key of text) {
    await page.keyboard.insertText(key);
    await page.waitForTimeout(BURST_GAP_MS);
  }
  const took = await page.evaluate(painted, text);
  const stands = await page.getByRole('combobox').inputValue();
  if (stands !== text) throw new Error(`of ${text} the box has ${stands}`);
  return took;
}

/** Runs in the page: notes for every text that came into the box when its rows had been painted. */
function watchTyping(): void {
  const done = new Map<string, number>();
  Reflect.set(window, 'typed', done);
  document.addEventListener(
    'input',
    (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement)) return;
      const text = box.value;
      const began = event.timeStamp;
      done.delete(text);
      const look = () => {
        if (box.value !== text) return;
        if (document.querySelector('[role=listbox]')?.getAttribute('aria-busy') !== 'false')
          return void requestAnimationFrame(look);
        // The rows stand; this frame draws them, and what waits behind it runs when it is drawn.
        setTimeout(() => done.set(text, performance.now() - began));
      };
      requestAnimationFrame(look);
    },
    true,
  );
}

/** Runs in the page. */
async function painted(text: string): Promise<number> {
  const done: unknown = Reflect.get(window, 'typed');
  if (!(done instanceof Map)) throw new Error('nobody watches');
  for (;;) {
    const took: unknown = done.get(text);
    if (typeof took === 'number') return took;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
