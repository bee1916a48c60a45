/** All commands that are there on every screen, one line a room. The palette, the keys and the help sheet read this. */
import type { Command } from '#renderer/ui/keys/command.ts';
import { careCommands } from '#renderer/ledgers/care/care-commands.ts';
import { disputesCommands } from '#renderer/ledgers/disputes/disputes-commands.ts';
import { peopleCommands } from '#renderer/ledgers/population/people/people-commands.ts';
import { placesCommands } from '#renderer/ledgers/population/places/places-commands.ts';
import { unitsCommands } from '#renderer/ledgers/population/units/units-commands.ts';
import { statutoryCommands } from '#renderer/ledgers/statutory/statutory-commands.ts';
import { ordersCommands } from '#renderer/ledgers/orders/orders-commands.ts';
import { rightsCommands } from '#renderer/ledgers/rights/rights-commands.ts';
import { visitorsCommands } from '#renderer/ledgers/visitors/visitors-commands.ts';
import { printingCommands } from '#renderer/printing/printing-commands.ts';
import { weeklyCommands } from '#renderer/weekly/weekly-commands.ts';
import { roomCommands } from './room-commands.ts';

export const COMMANDS: readonly Command[] = [
  ...visitorsCommands,
  ...disputesCommands,
  ...statutoryCommands,
  ...careCommands,
  ...rightsCommands,
  ...ordersCommands,
  ...peopleCommands,
  ...placesCommands,
  ...unitsCommands,
  ...printingCommands,
  ...weeklyCommands,
  ...roomCommands,
];
