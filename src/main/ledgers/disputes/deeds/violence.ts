/** 家庭暴力: it leaves the disputes for good, and ends only by hand-over and by telling the victim (反家庭暴力法 15–19). */
import { addMonths } from '#shared/kernel/calendar-day.ts';
import { VIOLENCE_RETENTION_MONTHS } from '#shared/ledgers/disputes/intake.ts';
import type { REACHED_HOW } from '#shared/ledgers/disputes/records.ts';
import type { Hand } from '#main/ledgers/disputes/hand.ts';
import { dropOwed } from './ending.ts';

/** Referrals that wait stay as they are: their answer can make no result of a dispute any more. */
export function reportViolence(hand: Hand, officer: string | null): void {
  hand.proceed({ name: 'reportViolence' }, { violence: true }, officer);
  dropOwed(hand, 'violence');
}

export function handOverViolence(hand: Hand, receipt: string): void {
  hand.proceed({ name: 'handOverViolence' }, { receipt });
}

export function tellVictim(hand: Hand, toldHow: (typeof REACHED_HOW)[number]): void {
  const { today } = hand.doing;
  hand.proceed({ name: 'tellVictim' }, { toldOn: today, toldHow, archivedOn: today });
  hand.keepUntil(addMonths(today, VIOLENCE_RETENTION_MONTHS));
}
