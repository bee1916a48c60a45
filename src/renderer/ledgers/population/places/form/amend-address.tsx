/** Changes an address where it stands. A new name goes down to everything below: how many, is said before. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { addressLine, cleanAddress } from '#shared/ledgers/population/addresses.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { AddressField } from '#renderer/pickers/address-field.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { useShownAddress } from '#renderer/ledgers/population/places/shown-fields.ts';
import { StaleNotice } from '#renderer/record/stale-notice.tsx';
import { StopBar } from '#renderer/record/stop-bar.tsx';
import { useStoppable } from '#renderer/record/use-stoppable.ts';
import { AddressFields } from './address-fields.tsx';
import { checkAddress, toAddress, valuesOf, type AddressValues } from './address-values.ts';

export interface AmendAddressProps {
  /** As it stands now; newer than what the form began with after somebody else's change. */
  readonly address: AddressRecord;
  readonly onDone: () => void;
}

/** Elements beyond which a change takes seconds. */
const LONG = 2000;

export function AmendAddress({ address, onDone }: AmendAddressProps) {
  const { t } = useTranslation('places');
  const { client } = useOffice();
  const words = usePlaceWords();
  const show = useShownAddress();
  const save = useSave();
  const long = useStoppable();
  const offerUndo = useUndoToast('addresses');
  const [began] = useState(address);
  /** The record that is written over: a newer one only after its author has seen it and said so. */
  const [onto, setOnto] = useState(address);
  const form = useForm<AddressValues>({
    initial: valuesOf(began, lineAbove(began)),
    required: ['name'],
    check: checkAddress,
    words: words.issue,
  });
  const { values } = form;
  const parent = useParent(values.parentId);
  const line = parent === undefined ? began.line : addressLine(parent, cleanAddress(inputOf(values, onto)));
  const renames = line !== onto.line && onto.elements > 0;
  return (
    <FormShell
      form={form}
      label={t('form.edit')}
      saveWords={t('form.save')}
      actions={<Button onClick={onDone}>{t('form.cancel')}</Button>}
      before={
        address.revision !== onto.revision && (
          <StaleNotice
            ledger="addresses"
            id={address.id}
            began={compared(onto)}
            now={compared(address)}
            show={show}
            onOverwrite={() => setOnto(address)}
          />
        )
      }
      save={(entered) =>
        save(async () => {
          const { id, revision } = onto;
          const saved = await long.run((signal) =>
            client.addresses.amend({ id, revision, address: inputOf(entered, onto) }, { signal }),
          );
          const done = renames ? t('form.renamed', { count: onto.elements }) : t('form.amended');
          offerUndo(saved, done, t('form.undone'));
          onDone();
        })
      }
    >
      <AddressFields
        form={form}
        parent={parent === undefined ? undefined : (parent?.kind ?? null)}
        isNew={false}
        note={
          renames && (
            <Notice tone="amber">
              {t('form.rename', { count: onto.elements, before: onto.line, after: line })}
              {onto.elements > LONG && <p>{t('form.renameLong')}</p>}
            </Notice>
          )
        }
      />
      <AddressField
        name="parentId"
        label={words.field('parentId')}
        takes="any"
        value={values.parentId === null ? null : { id: values.parentId, line: values.parentLine }}
        onChange={(chosen) => {
          form.set('parentId', chosen?.id ?? null);
          form.set('parentLine', chosen?.line ?? '');
        }}
        error={form.field('parentId').error}
      />
      <StopBar words={t('form.working', { count: onto.elements })} deed={long} />
    </FormShell>
  );
}

/** Grids stay as they are. */
function inputOf(values: AddressValues, { policeGrid, civilGrid }: AddressRecord) {
  return toAddress(values, { policeGrid, civilGrid });
}

/** Null: at the top. Undefined while it is not known. */
function useParent(id: string | null) {
  const { queries } = useOffice();
  const parent = useQuery(
    queries.addresses.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  return id === null ? null : parent.data;
}

/** Until the parent is read: its names one after another. */
function lineAbove({ above }: AddressRecord): string {
  return above.at(-1)?.name ?? '';
}

function compared(address: AddressRecord) {
  const { kind, name, floor, aliases, division, communityCode, state, quiet, bestTime, line } = address;
  return {
    line,
    kind,
    name,
    floor,
    aliases: aliases.join(' '),
    division,
    communityCode,
    state,
    quiet,
    bestTime,
  };
}
