/** What the rooms of people, households, views and doubles are given. */
import type { Clock } from '#shared/kernel/clock.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { Events } from '#main/desk/events.ts';
import type { Shell } from '#main/shell/shell.ts';

export interface PeopleRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
  readonly shell: Shell;
  readonly events: Events;
}
