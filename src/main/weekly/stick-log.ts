/**
 * Which weeks lie on which of the station's sticks, told by the journal; and that a stick is lost. What was on it stays in the
 * outbox until the station confirms it, so nothing has to be sealed again.
 */
import { BUNDLES_SHOWN, type UsedStick } from '#shared/contract/weekly.ts';
import { dayOf, isoWeekOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Journal } from '#main/db/journal.ts';
import type { Store } from '#main/db/open.ts';
import type { BundleRecord, Outbox } from './outbox.ts';

/** More sticks than an office ever had. */
const STICKS_MAX = 16;

export interface StickLog {
  /** The one written to last comes first. */
  used(): UsedStick[];
  /** Refuses with `missing` a stick this office never wrote to. Put down already, nothing is added. */
  lose(stick: string, caller: Caller): UsedStick[];
}

interface StickRoom {
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly outbox: Outbox;
}

interface StickLine {
  readonly event: 'bundle-written' | 'bundle-carried' | 'stick-lost';
  readonly stick: string;
  readonly serial: string | null;
  readonly file: string | null;
  readonly at: string;
}

export function openStickLog({ raw, journal, outbox }: StickRoom): StickLog {
  const select = raw.prepare(
    `SELECT json_extract(line, '$.d.event') AS event, json_extract(line, '$.d.stick') AS stick,
            json_extract(line, '$.d.serial') AS serial, json_extract(line, '$.d.file') AS file,
            coalesce(json_extract(line, '$.d.at'), json_extract(line, '$.t')) AS at
       FROM journal
      WHERE ledger = 'weekly' AND record = '-' AND op = 'A' AND json_extract(line, '$.d.stick') IS NOT NULL
        AND json_extract(line, '$.d.event') IN ('bundle-written', 'bundle-carried', 'stick-lost')
      ORDER BY epoch, n`,
  );

  function used(): UsedStick[] {
    const known = new Map(outbox.all().map((bundle) => [bundle.file, bundle]));
    const byStick = Map.groupBy(select.all() as StickLine[], ({ stick }) => stick);
    return [...byStick]
      .map(([id, lines]) => stickOf(id, lines, known))
      .toSorted((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1))
      .slice(0, STICKS_MAX);
  }

  return {
    used,
    lose(id, caller) {
      const stick = used().find((one) => one.id === id) ?? refuse({ code: 'missing' });
      if (stick.lostAt !== null) return used();
      const facts = { event: 'stick-lost', stick: id, files: stick.bundles.length };
      journal.write(caller, (desk) =>
        desk.note('A', 'weekly', '-', stick.serial === null ? facts : { ...facts, serial: stick.serial }),
      );
      return used();
    },
  };
}

/** Written to again, it was found again. */
function stickOf(
  id: string,
  lines: readonly StickLine[],
  known: ReadonlyMap<string, BundleRecord>,
): UsedStick {
  const last = lines.at(-1);
  const writes = lines.filter(({ event }) => event !== 'stick-lost');
  const writtenAt = new Map(writes.map(({ file, at }) => [file ?? '', at]));
  const bundles = [...writtenAt].flatMap(([file, at]) => {
    const bundle = known.get(file);
    return bundle === undefined ? [] : [rowOf(bundle, at)];
  });
  return {
    id,
    serial: lines.findLast(({ serial }) => serial !== null)?.serial ?? null,
    writtenAt: writes.at(-1)?.at ?? last?.at ?? '',
    lostAt: last?.event === 'stick-lost' ? last.at : null,
    bundles: bundles.toReversed().slice(0, BUNDLES_SHOWN),
  };
}

function rowOf(
  { file, seq, bytes, sealedAt, state }: BundleRecord,
  writtenAt: string,
): UsedStick['bundles'][number] {
  const { year, week } = isoWeekOf(dayOf(sealedAt));
  return { year, week, seq, short: file.slice(0, 8), bytes, writtenAt, state };
}
