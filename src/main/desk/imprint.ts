/** What stands on every paper: whose it is, who printed it, when, and after which template. */
import { timeOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { officeRow } from '#main/office/service.ts';

export interface Imprint {
  readonly officeName: string;
  readonly stationName: string;
  readonly phone: string;
  readonly address: string;
  readonly hours: string;
  readonly printedOn: string;
  readonly printedBy: string;
  readonly template: string;
}

export type ImprintOf = (caller: Caller, template: string) => Imprint;

/** Of a paper about one matter or person: the minute instead of the hours somebody is there. */
export interface TimedImprint extends Omit<Imprint, 'hours'> {
  /** `HH:mm` in China. */
  readonly printedAt: string;
}

export type TimedImprintOf = (caller: Caller, template: string) => TimedImprint;

export function openImprint(db: ReadHandle, clock: Clock, nameOf: (staff: string) => string): ImprintOf {
  return (caller, template) => {
    const { name, stationName, phone, address, hours } = officeRow(db);
    return {
      officeName: name,
      stationName,
      phone,
      address,
      hours,
      printedOn: today(clock),
      printedBy: nameOf(caller.staff),
      template,
    };
  };
}

export function openTimedImprint(imprintOf: ImprintOf, clock: Clock): TimedImprintOf {
  return (caller, template) => {
    const { hours: _hours, ...imprint } = imprintOf(caller, template);
    return { ...imprint, printedAt: timeOf(clock.now()) };
  };
}
