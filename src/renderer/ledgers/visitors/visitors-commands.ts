/** What the visitors ledger can do from anywhere. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

/** The frame's layer that holds the quick entry. */
export const VISIT_LAYER = 'visit';

export const visitorsCommands: readonly Command[] = [
  {
    id: 'visitors.register',
    words: (t) => t('visitors:commands.register'),
    keys: 'F2',
    may: (role) => mayCall(role, contract.visitors.register),
    run: (desk) => desk.open(VISIT_LAYER),
  },
];
