/** The dwelling behind a door: who owns it, and where it is let, what its landlord said. Phones are dots until a reason is given. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DoorRecord, DwellingRow } from '#shared/contract/population/addresses.ts';
import { DWELLING_LAW, RENTAL_LAW } from '#shared/ledgers/population/dwellings.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { FreshChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { WitnessedValue } from '#renderer/record/witnessed-value.tsx';
import shared from '#renderer/record/record.module.css';
import styles from './door.module.css';
import { DwellingForm } from './dwelling-form.tsx';
import { maskedPhone, type DwellingPhone } from './dwelling-values.ts';

export function DwellingCard({ door }: { readonly door: DoorRecord }) {
  const { t } = useTranslation('door');
  const [editing, setEditing] = useState(false);
  const { dwelling, address } = door;
  if (editing)
    return (
      <Card title={t(dwelling === null ? 'dwelling.add' : 'dwelling.edit')}>
        <div className={styles.editing}>
          <DwellingForm addressId={address.id} dwelling={dwelling} onDone={() => setEditing(false)} />
        </div>
      </Card>
    );
  if (dwelling === null)
    return (
      <Card title={t('dwelling.title')}>
        <EmptyState why={t('dwelling.none')}>
          <Button onClick={() => setEditing(true)}>{t('dwelling.add')}</Button>
        </EmptyState>
      </Card>
    );
  return (
    <Card
      title={t('dwelling.title')}
      note={<FreshChip freshness={dwelling.freshness} />}
      action={
        <Button kind="quiet" size="small" aria-label={t('dwelling.edit')} onClick={() => setEditing(true)}>
          {t('dwelling.editShort')}
        </Button>
      }
    >
      <DwellingFacts dwelling={dwelling} />
      <p className={shared.basis}>
        {t('dwelling.basis', { law: dwelling.use === 'let' ? RENTAL_LAW : DWELLING_LAW })}
      </p>
    </Card>
  );
}

function DwellingFacts({ dwelling }: { readonly dwelling: DwellingRow }) {
  const { t } = useTranslation('door');
  const words = usePlaceWords();
  const people = usePeopleWords();
  const { use, rentalUse, letFrom, letTo, pledgeOn, safetyCheckedOn, verifiedOn, verifiedHow } = dwelling;
  const period = t('dwelling.period', {
    from: letFrom ?? t('dwelling.openEnd'),
    to: letTo ?? t('dwelling.openEnd'),
  });
  const phone = (field: DwellingPhone): Fact => ({
    label: words.field(field),
    value: <DwellingPhoneValue dwelling={dwelling} field={field} />,
  });
  const has = (field: DwellingPhone) => maskedPhone(dwelling, field) !== null;
  const rental: Fact[] = [
    { label: words.field('landlordName'), value: dwelling.landlordName },
    ...(has('landlordPhone') ? [phone('landlordPhone')] : []),
    { label: words.field('rentalUse'), value: rentalUse === null ? null : words.rentalUse(rentalUse) },
    { label: t('dwelling.letPeriod'), value: letFrom === null && letTo === null ? null : period },
    { label: words.field('occupants'), value: dwelling.occupants },
    {
      label: words.field('pledgeOn'),
      value:
        pledgeOn === null ? (
          <Chip tone="amber">{t('dwelling.pledgeNone')}</Chip>
        ) : (
          t('dwelling.pledge', { day: pledgeOn })
        ),
    },
    {
      label: words.field('safetyCheckedOn'),
      value: safetyCheckedOn ?? <Chip tone="amber">{t('dwelling.unchecked')}</Chip>,
    },
    { label: words.field('agentName'), value: dwelling.agentName },
    ...(has('agentPhone') ? [phone('agentPhone')] : []),
  ];
  const facts: Fact[] = [
    {
      label: words.field('use'),
      value: use === 'let' ? <Chip tone="blue">{words.use(use)}</Chip> : words.use(use),
    },
    { label: words.field('ownerName'), value: dwelling.ownerName },
    ...(has('ownerPhone') ? [phone('ownerPhone')] : []),
    ...(use === 'let' ? rental : []),
    {
      label: words.field('verifiedOn'),
      value:
        verifiedOn === null
          ? null
          : t('dwelling.verified', {
              day: verifiedOn,
              how: verifiedHow === null ? '' : people.how(verifiedHow),
            }),
    },
  ];
  return <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />;
}

interface DwellingPhoneValueProps {
  readonly dwelling: DwellingRow;
  readonly field: DwellingPhone;
}

function DwellingPhoneValue({ dwelling, field }: DwellingPhoneValueProps) {
  const { client } = useOffice();
  const words = usePlaceWords();
  return (
    <WitnessedValue
      label={words.field(field)}
      masked={maskedPhone(dwelling, field) ?? ''}
      needs={contract.dwellings.reveal}
      look={(why) => client.dwellings.reveal({ id: dwelling.id, field, ...why })}
    />
  );
}
