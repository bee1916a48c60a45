/** The station's sticks that are plugged in, looked for again and again while the screen is open. */
import { useQuery } from '@tanstack/react-query';
import { useOffice } from '#renderer/client/office.ts';

/** Milliseconds between looks: a stick is there within three seconds of being plugged in. */
const LOOK_MS = 1500;

export interface PluggedStick {
  readonly handle: string;
  /** What stands on its outside. */
  readonly serial: string;
}

const NONE: readonly PluggedStick[] = [];

export function useSticks(): readonly PluggedStick[] {
  const { queries } = useOffice();
  const { data } = useQuery(
    queries.weekly.sticks.queryOptions({ input: {}, refetchInterval: LOOK_MS, retry: false }),
  );
  return data ?? NONE;
}
