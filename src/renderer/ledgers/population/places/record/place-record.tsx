/** One address of the tree: where it stands, what it is, what can be done with it, and its past. */
import { useTranslation } from 'react-i18next';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { RecordHistory } from '#renderer/record/history/record-history.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { useShownAddress } from '#renderer/ledgers/population/places/shown-fields.ts';
import { AddressFacts } from './address-facts.tsx';
import { Crumbs } from './crumbs.tsx';
import { hasFace, PlaceDeeds } from './place-deeds.tsx';
import styles from './place.module.css';

/** Where houses stand by themselves, without storeys. */
const RURAL = ['village', 'group'];

export function PlaceRecord({ address }: { readonly address: AddressRecord }) {
  const { t } = useTranslation('places');
  const words = usePlaceWords();
  const desk = useDesk();
  const show = useShownAddress();
  return (
    <div className={styles.place}>
      <header className={styles.head}>
        <Crumbs address={address} />
        <div className={styles.title}>
          <h2>{address.line}</h2>
          <PlaceChips address={address} />
        </div>
        <div className={styles.deeds}>
          {hasFace(address) && (
            <Button kind="primary" onClick={() => desk.go(`/places/${address.id}/face`)}>
              {t(RURAL.includes(address.kind) ? 'record.faceRural' : 'record.face')}
            </Button>
          )}
          {mayBeDoor(address.kind) && address.children > 0 && (
            <Button onClick={() => desk.go(`/places/${address.id}?door=1`)}>{t('record.door')}</Button>
          )}
          <PlaceDeeds address={address} />
        </div>
      </header>
      {address.state === 'abolished' && <Notice tone="grey">{words.state('abolished')}</Notice>}
      <AddressFacts key={address.id} address={address} />
      <RecordHistory key={`${address.id} history`} ledger="addresses" id={address.id} show={show} />
    </div>
  );
}

/** What about a place has to be known before somebody goes there. */
export function PlaceChips({ address }: { readonly address: AddressRecord }) {
  const { t } = useTranslation('places');
  const words = usePlaceWords();
  return (
    <>
      <Chip tone="grey">{words.kind(address.kind)}</Chip>
      {address.state !== 'in-use' && (
        <Chip tone={address.state === 'unverified' ? 'amber' : 'grey'}>{words.state(address.state)}</Chip>
      )}
      {address.quiet && <Chip tone="amber">{t('quiet')}</Chip>}
      {address.synthetic && <Chip tone="grey">{t('record.synthetic')}</Chip>}
    </>
  );
}
