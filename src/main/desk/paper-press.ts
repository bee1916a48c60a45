/**
 * How a paper comes to be: its maker puts it together, the shell draws it, and a journal line says which paper of which
 * record was made, never who stands on it. The press knows no paper; a paper that was not made leaves no line.
 */
import { basename } from 'node:path';
import type { Paper } from '#shared/contract/paper.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { Desk, Journal } from '#main/db/journal.ts';
import type { Shell } from '#main/shell/shell.ts';

/** What the journal is told of a paper beside its event and template. */
export interface PaperNote {
  readonly ledger: string;
  readonly record: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Why it was made, where it holds what needs a reason. */
  readonly why?: string;
}

/** One paper, whole: everything the office side knows of it. */
export interface PaperMaker<Order, Made extends Paper = Paper> {
  /** Version of the template, printed at the foot: raised when the paper looks another way. */
  readonly template: string;
  readonly roles: readonly Role[];
  readonly make: (order: Order, caller: Caller, template: string) => Made;
  /** Name of the file without its ending. A place may stand in it, a person never. */
  readonly fileName: (paper: Made) => string;
  readonly note: (order: Order) => PaperNote;
  /** What follows from the paper having been made: written in the transaction of its line. */
  readonly follow?: (order: Order, desk: Desk) => void;
}

/** An order says by its name which paper it wants. */
interface Named {
  readonly name: string;
}

/** A registry: one maker for each paper of an order. */
export type PaperMakers<Order extends Named, Made extends Paper> = {
  readonly [Name in Order['name']]: PaperMaker<
    Extract<Order, { readonly name: Name }>,
    Extract<Made, { readonly name: Name }>
  >;
};

export function makerOf<Order extends Named, Made extends Paper>(
  makers: PaperMakers<Order, Made>,
  order: Order,
): PaperMaker<Order, Made> {
  // The registry ties each name to its own order and paper; of one order TypeScript cannot follow that.
  return makers[order.name as Order['name']] as unknown as PaperMaker<Order, Made>;
}

export interface PaperPress {
  preview<Order, Made extends Paper>(maker: PaperMaker<Order, Made>, order: Order, caller: Caller): Made;
  /** Asks where to, and answers with the file's name. */
  savePdf<Order, Made extends Paper>(
    maker: PaperMaker<Order, Made>,
    order: Order,
    caller: Caller,
  ): Promise<{ readonly file: string; readonly pages: number }>;
  print<Order, Made extends Paper>(
    maker: PaperMaker<Order, Made>,
    order: Order,
    caller: Caller,
  ): Promise<{ readonly pages: number }>;
}

export function openPaperPress(journal: Journal, shell: Shell): PaperPress {
  function made<Order, Made extends Paper>(maker: PaperMaker<Order, Made>, order: Order, caller: Caller) {
    if (!maker.roles.includes(caller.role)) return refuse({ code: 'forbidden' });
    return maker.make(order, caller, maker.template);
  }

  function note<Order, Made extends Paper>(
    maker: PaperMaker<Order, Made>,
    order: Order,
    caller: Caller,
    event: string,
  ): void {
    const { ledger, record, facts, why } = maker.note(order);
    const said = { event, template: maker.template, ...facts };
    journal.write(caller, (desk) => {
      maker.follow?.(order, desk);
      desk.note('A', ledger, record, said, why);
    });
  }

  return {
    preview: made,
    savePdf: async (maker, order, caller) => {
      const paper = made(maker, order, caller);
      const path = await shell.chooseSave('paper', `${maker.fileName(paper)}.pdf`);
      if (path === null) return refuse({ code: 'cancelled' });
      const { pages } = await shell.pdf(paper, path);
      note(maker, order, caller, 'saved-as-pdf');
      return { file: basename(path), pages };
    },
    print: async (maker, order, caller) => {
      const { pages } = await shell.print(made(maker, order, caller));
      note(maker, order, caller, 'printed');
      return { pages };
    },
  };
}

/** What a file's name may hold on every system. */
export function fileNameFrom(...parts: readonly string[]): string {
  return parts.join('-').replaceAll(/[\\/:*?"<>|]/g, '');
}
