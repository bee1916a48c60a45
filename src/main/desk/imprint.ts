/** What stands on every paper: whose it is, who printed it, when, and after which template. */
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
