/** What is known of an address itself, and the way to change it in place. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { elementOf } from '#shared/ledgers/population/addresses.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { AmendAddress } from '#renderer/ledgers/population/places/form/amend-address.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import styles from './place.module.css';

export function AddressFacts({ address }: { readonly address: AddressRecord }) {
  const { t } = useTranslation('places');
  const words = usePlaceWords();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <Card title={t('form.edit')}>
        <div className={styles.editing}>
          <AmendAddress address={address} onDone={() => setEditing(false)} />
        </div>
      </Card>
    );
  // Below communities the codes only repeat what stands above.
  const isCoded = elementOf(address.kind).level <= elementOf('community').level;
  const people = t('record.people', { count: address.people });
  const facts = [
    { label: words.field('floor'), value: address.floor },
    { label: words.field('aliases'), value: address.aliases.join(' · ') },
    { label: words.field('policeGrid'), value: address.policeGrid ?? t('form.noGrids') },
    { label: words.field('civilGrid'), value: address.civilGrid ?? t('form.noGrids') },
    { label: words.field('quiet'), value: address.quiet ? t('record.yes') : null },
    { label: words.field('bestTime'), value: address.bestTime },
    { label: words.field('division'), value: isCoded ? address.division : null },
    { label: words.field('communityCode'), value: isCoded ? address.communityCode : null },
    {
      label: words.field('people'),
      value:
        address.people > 0 && mayCall(me.role, contract.residents.list) ? (
          <Go to={`/population?address=${address.id}`}>{people}</Go>
        ) : (
          people
        ),
    },
    {
      label: words.field('children'),
      value:
        address.kind === 'room'
          ? null
          : address.children === 0
            ? t('record.noElements')
            : t('record.elements', { children: address.children, elements: address.elements }),
    },
  ];
  return (
    <Card
      title={t('record.facts')}
      action={
        <Button kind="quiet" size="small" aria-label={t('form.edit')} onClick={() => setEditing(true)}>
          {t('record.edit')}
        </Button>
      }
    >
      <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
    </Card>
  );
}
