/**
 * The one thing a locked office does: it copies sealed files, which nobody here can open, onto a stick of the station. It
 * names the week and the stick, and answers no question about anything else.
 */
import { join } from 'node:path';
import type { carryContract } from '#shared/contract/carry.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { inTurn } from '#main/rpc/in-turn.ts';
import { isWhole } from '#main/weekly/new-bundle.ts';
import type { CarryFiles } from './carry-list.ts';
import { putFiles } from './put-files.ts';
import { openSticks } from './recognise.ts';

export interface CarryDoor {
  readonly outbox: string;
  readonly files: CarryFiles;
  readonly volumes: () => Promise<readonly string[]>;
  readonly clock: Clock;
  /** Whether somebody is signed in: then the weekly room has the work, under their name. */
  readonly isOpen: () => boolean;
}

export function carryService(door: CarryDoor): Calls<typeof carryContract> {
  const { outbox, files, clock } = door;
  const list = () => {
    const found = door.isOpen() ? null : files.list();
    return found === null || found.files.length === 0 ? null : found;
  };
  const sticks = openSticks(door.volumes, list);
  const turn = inTurn();

  async function copy(id: string): Promise<{ week: number }> {
    const carried = list() ?? refuse({ code: 'missing' });
    const stick = (await sticks.now()).find((one) => one.id === id);
    if (stick === undefined) return refuse({ code: 'stick', fault: 'gone' });
    const sealed = carried.files.map(({ name, bytes }) => ({ path: join(outbox, name), bytes }));
    for (const { path } of sealed)
      if (!(await isWhole(path))) refuse({ code: 'data-damaged', part: 'outbox' });
    await putFiles(stick.root, sealed, () => undefined);
    files.addCopies(
      carried.files.map(({ name }) => ({ name, at: clock.now(), stick: stick.id, serial: stick.serial })),
    );
    return { week: carried.week };
  }

  return {
    offer: async () => {
      const carried = list();
      if (carried === null) return { week: null, sticks: [] };
      const plugged = await sticks.now();
      return { week: carried.week, sticks: plugged.map(({ id, serial }) => ({ id, serial })) };
    },
    copy: (input) => turn(() => copy(input.stick)),
  };
}
