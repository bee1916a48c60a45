// What the station's clocks say, for the receipt. Shown to people; nothing is decided by it.
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Created } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';

/** Years in which this tool can be running. */
const [firstYear, lastYear] = [2026, 2100];

/** `maxSeen` is the latest instant the clock ever showed, `now` included. */
export function createdNow(now: Instant, maxSeen: Instant): Created {
  const year = Number(now.slice(0, 4));
  return {
    wall: now,
    max_seen: maxSeen,
    mono_ms: Math.round(uptime() * 1000),
    boot: bootId(now),
    doubt: [
      ...(now < maxSeen ? (['wall_before_max_seen'] as const) : []),
      ...(year < firstYear || year > lastYear ? (['year_implausible'] as const) : []),
    ],
  };
}

/** Linux names each start of the computer; elsewhere the minute of the start has to do. */
function bootId(now: Instant): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return Math.round((Date.parse(now) - uptime() * 1000) / 60_000).toString(36);
  }
}
