/** A command: one thing the office can do, for the palette, the keys and the help sheet alike. */
import { createContext, useContext, useEffect, useRef } from 'react';
import type { Translate } from '#renderer/ui/words.ts';

/** What a command may ask of the frame. */
export interface Desk {
  /** Goes to a screen by its path, such as `/visitors`. */
  go(path: string): void;
  /** Opens a layer that a room has put into the frame, such as the quick entry, over any screen; `begin` is typed into it. */
  open(layer: string, begin?: string): void;
  /** Opens the one box that finds people, places and commands. */
  find(): void;
  lock(): void;
}

export interface Command {
  /** `room.verb`, once in the whole office. */
  readonly id: string;
  readonly words: (t: Translate) => string;
  /** As `chordOf` writes it, such as `F2` or `Ctrl+L`. Never a single letter or digit. */
  readonly keys?: string;
  /** False: this person's role may not; it is then not offered. */
  readonly may: (role: string) => boolean;
  readonly run: (desk: Desk) => void;
}

/** Where screens put the commands they bring while they are shown. */
export interface CommandBoard {
  add(commands: readonly Command[]): () => void;
}

export const CommandBoardContext = createContext<CommandBoard>({ add: () => () => undefined });

/** Offers commands for as long as the calling component is shown. Commands with the same ids replace each other. */
export function useCommands(commands: readonly Command[]): void {
  const board = useContext(CommandBoardContext);
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const ids = commands.map((command) => command.id).join(' ');
  useEffect(() => {
    const live = latest.current.map((command, index) => ({
      ...command,
      run: (desk: Desk) => latest.current[index]?.run(desk),
    }));
    return board.add(live);
  }, [board, ids]);
}

export const DeskContext = createContext<Desk | null>(null);

/** The frame around this screen: go somewhere, open a layer, lock. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('no frame around this screen');
  return desk;
}
