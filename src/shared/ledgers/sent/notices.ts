/** 阅知: rules and notices of the station, one record for each, in the version that is in force. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';

/** As the station sends it (docs/format/bundle-v1.md, "Texts"). */
export interface SentText {
  readonly code: string;
  readonly version: number;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly until: CalendarDay | null;
  readonly sender: string;
  /** Instant. */
  readonly at: string;
}

export const NOTICE_TITLE_MAX = 60;
export const NOTICE_TEXT_MAX = 8000;
/** Ever shown at once; what a receipt may carry. */
export const NOTICES_MAX = 64;

/** True while it is in force: on its last day too. */
export function isInForce({ until }: { readonly until: CalendarDay | null }, today: CalendarDay): boolean {
  return until === null || until >= today;
}

export interface NoticeVersion {
  readonly version: number;
  /** Instant. */
  readonly sentAt: string;
}

/** A restored station may count a version twice: the later one of the two is the one. */
export function isNewer(one: NoticeVersion, than: NoticeVersion): boolean {
  return one.version === than.version ? one.sentAt > than.sentAt : one.version > than.version;
}
