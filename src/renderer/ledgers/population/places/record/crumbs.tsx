import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import styles from './place.module.css';

/** From the topmost place down to what an address stands in. */
export function Crumbs({ address }: { readonly address: Pick<AddressRecord, 'above'> }) {
  const { t } = useTranslation('places');
  if (address.above.length === 0) return null;
  return (
    <nav className={styles.crumbs} aria-label={t('record.back')}>
      {address.above.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && <span aria-hidden="true">›</span>}
          <Go to={`/places/${id}`}>{name}</Go>
        </Fragment>
      ))}
    </nav>
  );
}
