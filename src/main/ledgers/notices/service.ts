/** 阅知: the calls. That somebody read a version is a line of the journal, and nothing else keeps it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { NoticeRow, noticesContract } from '#shared/contract/sent/orders.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isInForce, NOTICES_MAX } from '#shared/ledgers/sent/notices.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { notices, noticesLedger, type NoticeEntry } from './table.ts';

export interface NoticesRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly nameOf: (staff: string) => string;
}

interface Reading {
  readonly staff: string;
  readonly at: string;
}

export function noticesService(room: NoticesRoom): Calls<typeof noticesContract> {
  const { db, journal, clock, nameOf } = room;
  const shown = and(isNull(notices.retiredAt), eq(notices.refused, false));
  const selectReadings = room.raw.prepare(
    `SELECT json_extract(line, '$.u') AS staff, json_extract(line, '$.t') AS at FROM journal
      WHERE ledger = 'notices' AND record = ? AND op = 'A'
        AND json_extract(line, '$.d.event') = 'read' AND json_extract(line, '$.d.sentId') = ?
      ORDER BY epoch, n`,
  );

  const readingsOf = ({ id, sentId }: NoticeEntry) => selectReadings.all(id, sentId) as Reading[];
  const noticesNow = () => db.select().from(notices).where(shown).orderBy(asc(notices.sentAt)).all();
  const inForce = (entry: NoticeEntry) => isInForce(entry, today(clock));

  function shownNotice(caller: Caller, entry: NoticeEntry): NoticeRow {
    const readings = readingsOf(entry);
    const { id, revision, title, version, text, until, sender, sentAt } = entry;
    return {
      id,
      revision,
      title,
      version,
      text,
      until,
      inForce: inForce(entry),
      sender,
      sentOn: dayOf(sentAt),
      readAt: readings.find(({ staff }) => staff === caller.staff)?.at ?? null,
      readers: readings.map(({ staff }) => nameOf(staff)),
    };
  }

  const isUnread = (caller: Caller, entry: NoticeEntry) =>
    inForce(entry) && readingsOf(entry).every(({ staff }) => staff !== caller.staff);

  return {
    list: ({ over }, caller) =>
      noticesNow()
        .filter((entry) => inForce(entry) !== over)
        .map((entry) => shownNotice(caller, entry))
        .toSorted((a, b) => Number(a.readAt !== null) - Number(b.readAt !== null))
        .slice(0, NOTICES_MAX),
    read: ({ id, revision }, caller) => {
      const entry = noticesNow().find((one) => one.id === id) ?? refuse({ code: 'missing' });
      // Another version came while this one was read.
      if (entry.revision !== revision) refuse({ code: 'stale', revision: entry.revision });
      if (isUnread(caller, entry))
        journal.write(caller, (desk) =>
          desk.note('A', noticesLedger.name, id, { event: 'read', sentId: entry.sentId }),
        );
      return {};
    },
    unread: (_input, caller) => ({
      count: noticesNow().filter((entry) => isUnread(caller, entry)).length,
    }),
  };
}
