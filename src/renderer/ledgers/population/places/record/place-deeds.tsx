/** What can be done to an address beside changing it: add below, give grids, merge, take out. */
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { elementOf } from '#shared/ledgers/population/addresses.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { AddAddress } from '#renderer/ledgers/population/places/form/add-address.tsx';
import { MergeAddress } from './merge-address.tsx';
import { RetireAddress } from './retire-address.tsx';
import { SetGrids } from './set-grids.tsx';

type Layer = 'add' | 'grids' | 'merge' | null;

/** Up to here a check sheet and a face fit on paper and screen. */
const FACE_LEVEL = 4;

/** Whether its doors are shown on one face. */
export function hasFace({ kind, children }: Pick<AddressRecord, 'kind' | 'children'>): boolean {
  return children > 0 && elementOf(kind).level >= FACE_LEVEL;
}

export function PlaceDeeds({ address }: { readonly address: AddressRecord }) {
  const { t } = useTranslation('places');
  const me = useMe();
  const desk = useDesk();
  const [layer, setLayer] = useState<Layer>(null);
  const close = () => setLayer(null);
  const { id, line, kind } = address;
  const grids = [address.policeGrid, address.civilGrid].filter((grid) => grid !== null).join(' / ');
  return (
    <>
      {hasFace(address) && (
        <Button
          icon={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => desk.go(`/printing?paper=household-sheet&address=${id}`)}
        >
          {t('record.print')}
        </Button>
      )}
      {kind !== 'room' && (
        <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setLayer('add')}>
          {t('record.add')}
        </Button>
      )}
      {mayCall(me.role, contract.addresses.setGrids) && (
        <Button onClick={() => setLayer('grids')}>{t('grids.button')}</Button>
      )}
      {mayCall(me.role, contract.addresses.merge) && (
        <Button onClick={() => setLayer('merge')}>{t('merge.button')}</Button>
      )}
      {mayCall(me.role, contract.addresses.retire) && <RetireAddress address={address} />}
      <Dialog opened={layer === 'add'} title={t('form.add', { line })} onClose={close} width={560}>
        <AddAddress parent={address} grids={grids || t('form.noGrids')} onDone={close} />
      </Dialog>
      <Dialog opened={layer === 'grids'} title={t('grids.title', { line })} onClose={close}>
        <SetGrids address={address} onDone={close} />
      </Dialog>
      <Dialog opened={layer === 'merge'} title={t('merge.title', { line })} onClose={close} width={560}>
        <MergeAddress address={address} onDone={close} />
      </Dialog>
    </>
  );
}
