/** The door somebody lives behind: typed, or chosen step by step down the tree. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elementOf, mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { AddressTree } from './address-tree.tsx';
import { FinderField } from './finder-field.tsx';
import { useFind } from './use-find.ts';

export interface ChosenAddress {
  readonly id: string;
  readonly line: string;
}

export interface AddressFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: ChosenAddress | null;
  readonly onChange: (value: ChosenAddress | null) => void;
  readonly onBlur?: () => void;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** `any`: also a building, a street, a village. A door is the default. */
  readonly takes?: 'door' | 'any';
}

const ROOM_LEVEL = elementOf('room').level;

export function AddressField({ value, onChange, takes = 'door', ...field }: AddressFieldProps) {
  const { t } = useTranslation('pickers');
  const { client } = useOffice();
  const deed = useDeed();
  const [typed, setTyped] = useState('');
  /** Where the tree opens; undefined: closed, null: at the top. */
  const [tree, setTree] = useState<string | null | undefined>(undefined);
  const { found, looking } = useFind(value === null ? typed : '');
  const addresses = found?.addresses ?? [];

  const take = (chosen: ChosenAddress) => {
    setTree(undefined);
    setTyped('');
    onChange(chosen);
  };
  const choose = (id: string) => {
    const address = addresses.find((one) => one.id === id);
    if (address === undefined) return;
    const chosen = { id, line: address.line };
    if (takes === 'any' || elementOf(address.kind).level >= ROOM_LEVEL) take(chosen);
    // A house without rooms is a door itself; of anything larger the door is still to be chosen.
    else
      void deed(async () => {
        const below = await client.addresses.below({ parent: id });
        if (below.length === 0 && mayBeDoor(address.kind)) take(chosen);
        else setTree(id);
      });
  };
  return (
    <>
      <FinderField
        {...field}
        typed={typed}
        onTyped={setTyped}
        looking={looking}
        options={addresses.map(({ id, line, alias }) => ({
          id,
          words: alias === null ? line : `${line}（${alias}）`,
        }))}
        none={t('noAddress', { typed })}
        example={t('address')}
        chosen={value?.line ?? null}
        onChoose={choose}
        onClear={() => onChange(null)}
        beside={<Button onClick={() => setTree(value?.id ?? null)}>{t('tree')}</Button>}
      />
      <Dialog
        opened={tree !== undefined}
        title={t('treeTitle')}
        onClose={() => setTree(undefined)}
        width={560}
      >
        {tree !== undefined && <AddressTree at={tree} takes={takes} onChoose={take} />}
      </Dialog>
    </>
  );
}
