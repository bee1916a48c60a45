/** What this office says of itself in an enrolment: its code, its name, and what the computer is called. */
import { hostname } from 'node:os';
import type { Enrolment } from '#bundle-format';
import type { Clock } from '#shared/kernel/clock.ts';

/** The longest words a card carries. */
const WORDS_MAX = 64;

export interface CardRoom {
  readonly office: string;
  readonly officeName: () => string;
  readonly clock: Clock;
}

export function officeCard({
  office,
  officeName,
  clock,
}: CardRoom): Pick<Enrolment, 'office' | 'name' | 'device' | 'created'> {
  return {
    office,
    name: [...officeName()].slice(0, WORDS_MAX).join(''),
    device: [...hostname()].slice(0, WORDS_MAX).join('') || 'PC',
    created: clock.now(),
  };
}
