// extract: rows for an audit, into a file. What they may say is decided in extracting/; that they were taken is noted first.
import { resolve } from 'node:path';
import { isCalendarDay, startOfDay } from '#shared/kernel/calendar-day.ts';
import type { Request } from '#station/arguments.ts';
import { reasonOf } from '#station/deciding/answers.ts';
import { officesOf } from '#station/deciding/find.ts';
import {
  EXTRACTS,
  type ExtractKind,
  type ExtractRow,
  type ExtractWish,
} from '#station/extracting/columns.ts';
import { FORMATS, writeRows } from '#station/extracting/write.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { StationStore } from '#station/store/port.ts';
import { progressLine } from '#terminal/progress-line.ts';
import type { Report } from './report-shape.ts';

const PAGE_ROWS = 1000;

export async function extract(request: Request, io: StationIo): Promise<Report> {
  const wish = wishOf(request);
  const wanted = request.need('format');
  const format =
    FORMATS.find((name) => name === wanted) ?? refuse('usage', `--format takes ${FORMATS.join(', ')}`);
  const out = resolve(request.need('out'));
  const reason = request.option('reason') === null ? '' : reasonOf(request);
  return withStation(io, request.need('home'), async (station) => {
    const { store, clock } = station;
    const look = {
      verb: 'extract',
      ledger: '-',
      record: wish.kind,
      account: io.account,
      reviewer: '',
      reason,
    };
    const looks = officesOf(station, wish.office).map(({ office }) => ({ ...look, office }));
    await store.noteLooks(looks, clock.now());
    const rows = await writeRows(out, format, wish.kind, pagesOf(store, wish, io));
    return {
      exit: 'done',
      body: { what: wish.kind, office: wish.office, since: request.option('since'), format, rows, file: out },
      text: `已写出 ${rows} 行 · ${rows} rows written: ${out}\n`,
    };
  });
}

function wishOf(request: Request): ExtractWish {
  const kinds = Object.keys(EXTRACTS) as ExtractKind[];
  const what = request.need('what');
  const kind = kinds.find((name) => name === what) ?? refuse('usage', `--what takes ${kinds.join(', ')}`);
  const since = request.option('since');
  if (since !== null && !isCalendarDay(since)) refuse('usage', '--since takes YYYY-MM-DD');
  if (since !== null && kind === 'records')
    refuse('usage', 'records are as they stand today; --since is for lines and bundles');
  return { kind, office: request.option('office'), since: since === null ? null : startOfDay(since) };
}

async function* pagesOf(
  store: StationStore,
  wish: ExtractWish,
  io: StationIo,
): AsyncGenerator<readonly ExtractRow[]> {
  const say = progressLine(io.err);
  let done = 0;
  for (let last: ExtractRow | null = null; ;) {
    const page: readonly ExtractRow[] = await store.extract(wish, last, PAGE_ROWS);
    if (page.length > 0) yield page;
    done += page.length;
    say({ done, total: 0 });
    if (page.length < PAGE_ROWS) return;
    last = page.at(-1) ?? null;
  }
}
