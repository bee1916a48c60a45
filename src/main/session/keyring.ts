/** The open vault: adds and takes away people's slots while the data key is in memory. */
import { refuse } from '#shared/kernel/failure.ts';
import { openStore, type Store } from '#main/db/open.ts';
import { ARGON_FLOOR } from './argon-floor.ts';
import type { ArgonCost } from './key-slot.ts';
import { weaknessOf } from '#shared/kernel/password-rule.ts';
import {
  costOf,
  dropPassword,
  openWithPassword,
  putFacts,
  putSlot,
  sealSlot,
  type Vault,
  type VaultFacts,
} from './vault.ts';

export interface Keyring {
  /** Refuses a password that is too weak. `known` are words an outsider would try first. */
  check(password: string, known: readonly string[]): void;
  put(login: string, password: string): Promise<void>;
  drop(login: string): void;
  rename(facts: VaultFacts): void;
  proves(login: string, password: string): Promise<boolean>;
  /** Opens a copy of the store, to prove a backup. */
  openCopy(path: string): Store;
  /** A new, empty store that the same accounts open. */
  makeStore(path: string): Store;
  /** Wipes the data key from memory, as far as this runtime lets it be wiped. */
  forget(): void;
}

/** @param cost what new slots cost to derive at least; the dearest slot there is sets it otherwise */
export function openKeyring(
  path: string,
  vault: Vault,
  dataKey: Buffer,
  cost: ArgonCost = ARGON_FLOOR,
): Keyring {
  let current = vault;
  return {
    check(password, known) {
      const rule = weaknessOf(password, [current.officeName, current.officeCode, ...known]);
      if (rule !== null) refuse({ code: 'weak-password', rule });
    },
    async put(login, password) {
      const slot = await sealSlot(current, dataKey, login, password, costOf(current, cost));
      // Deriving takes a while: the vault may have changed meanwhile, and none of that may be lost.
      current = putSlot(path, current, dataKey, slot);
    },
    drop(login) {
      current = dropPassword(path, current, dataKey, login);
    },
    rename(facts) {
      current = putFacts(path, current, dataKey, facts);
    },
    async proves(login, password) {
      const key = await openWithPassword(current, login, password);
      key?.fill(0);
      return key !== null;
    },
    openCopy: (path) => openStore(path, dataKey),
    makeStore: (path) => openStore(path, dataKey, { create: true }),
    forget() {
      dataKey.fill(0);
    },
  };
}
