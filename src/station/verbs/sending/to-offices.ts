// Who something is sent to, and what is said once it is kept.
import type { Request } from '#station/arguments.ts';
import { officesOf } from '#station/deciding/find.ts';
import { refuse } from '#station/refusal.ts';
import { knowsSent } from '#station/sending/what-to-send.ts';
import type { Station } from '#station/station.ts';

/** One office, or --all of them. */
export function officesFor(station: Station, request: Request): readonly string[] {
  const [only = null] = request.words;
  if ((only === null) !== request.flag('all')) refuse('usage', `${request.verb} takes an office, or --all`);
  return officesOf(station, only).map(({ office }) => office);
}

/** Why it is not carried yet, or null: the office's software is of before, or nothing of it was ever received. */
export async function waitsFor({ store }: Station, office: string): Promise<string | null> {
  return (await knowsSent(store, office)) ? null : 'older-software';
}

export function waitsText(waits: string | null): string {
  return waits === null
    ? ''
    : '（该单位软件升级并上报后才能送达 · carried once the office has newer software and reports）';
}

export const carriedText = '随下一份回执带下 · the next receipt carries it: receive, answer\n';
