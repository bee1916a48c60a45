import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';
import { ROOMS, type Room } from '#renderer/app/rooms.ts';

/** Going to each room. */
export const roomCommands: readonly Command[] = ROOMS.map((room: Room) => ({
  id: `go.${room.path.slice(1)}`,
  words: (t) => t('app:command.goTo', { room: t(`app:${room.word}`) }),
  ...(room.keys === undefined ? {} : { keys: room.keys }),
  may: (role) => mayCall(role, room.needs),
  run: (desk) => desk.go(room.path),
}));
