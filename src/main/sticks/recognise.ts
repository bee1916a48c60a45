/**
 * Which plugged sticks are the station's. Of a volume two small files are read and nothing more; a volume without the marker
 * of the station this office knows is not looked at any further, and one that does not answer holds up no other.
 */
import { readStickMarker, type StickReader } from '#bundle-format';

export interface KnownStick {
  /** Where it is mounted. */
  readonly root: string;
  /** 16 hex from its marker: the same stick wherever it is plugged in. */
  readonly id: string;
  /** What stands on its outside. */
  readonly serial: string;
}

export interface Sticks {
  /** Those plugged in now. */
  now(): Promise<readonly KnownStick[]>;
}

/** Milliseconds after which a volume counts as not answering in this look. */
const PATIENCE_MS = 1500;

/**
 * @param volumes where something is plugged in
 * @param reader the station whose sticks count; null while there is none
 */
export function openSticks(
  volumes: () => Promise<readonly string[]>,
  reader: () => StickReader | null,
): Sticks {
  /** A volume that did not answer is not asked again before it has: each question would hold a thread. */
  const asked = new Map<string, Promise<KnownStick | null>>();

  function ask(root: string, station: StickReader): Promise<KnownStick | null> {
    const running = asked.get(root);
    if (running !== undefined) return running;
    const look = stickAt(root, station).finally(() => asked.delete(root));
    asked.set(root, look);
    return look;
  }

  return {
    async now() {
      const station = reader();
      if (station === null) return [];
      const looks = (await volumes()).map((root) => inTime(ask(root, station)));
      return (await Promise.all(looks)).filter((stick) => stick !== null);
    },
  };
}

/** The station's stick at this place, or null. */
export async function stickAt(root: string, station: StickReader): Promise<KnownStick | null> {
  const marker = await readStickMarker(root, station);
  return 'ok' in marker ? null : { root, id: marker.id, serial: marker.serial };
}

async function inTime<T>(look: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null);
  });
  try {
    return await Promise.race([look, late]);
  } finally {
    clearTimeout(timer);
  }
}
