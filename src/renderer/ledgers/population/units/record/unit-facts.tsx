/** What is known of a unit, and the way to change it in place. Phones are dots until a reason is given. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { UnitRow } from '#shared/contract/population/units.ts';
import { UNIT_LAW } from '#shared/ledgers/population/units.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { WitnessedValue } from '#renderer/record/witnessed-value.tsx';
import shared from '#renderer/record/record.module.css';
import { AmendUnit } from '#renderer/ledgers/population/units/form/amend-unit.tsx';
import { maskedPhone, type UnitPhone } from '#renderer/ledgers/population/units/form/unit-values.ts';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';

export function UnitFacts({ unit }: { readonly unit: UnitRow }) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <Card title={t('record.editTitle')}>
        <AmendUnit unit={unit} onDone={() => setEditing(false)} />
      </Card>
    );
  const phone = (field: UnitPhone): Fact => ({
    label: words.field(field),
    value: maskedPhone(unit, field) === null ? null : <UnitPhoneValue unit={unit} field={field} />,
  });
  const { creditCode, staffBand, smallPlace, keySince, keyDecision } = unit;
  const facts: Fact[] = [
    {
      label: words.field('creditCode'),
      value:
        creditCode === null ? null : (
          <>
            {creditCode} {unit.creditFlag !== null && <Chip tone="amber">{t('list.codeFlag')}</Chip>}
          </>
        ),
    },
    {
      label: words.field('addressId'),
      value: <Go to={`/places/${unit.addressId}`}>{unit.addressLine}</Go>,
    },
    { label: t('list.grid'), value: unit.policeGrid },
    { label: words.field('keeperName'), value: unit.keeperName },
    phone('keeperPhone'),
    { label: words.field('securityName'), value: unit.securityName },
    phone('securityPhone'),
    { label: words.field('hours'), value: unit.hours },
    { label: words.field('staffBand'), value: staffBand === null ? null : words.band(staffBand) },
    { label: words.field('smallPlace'), value: smallPlace === null ? null : words.small(smallPlace) },
    { label: words.field('keySince'), value: keySince },
    { label: words.field('keyDecision'), value: keyDecision },
  ];
  return (
    <Card
      title={t('record.facts')}
      action={
        <Button kind="quiet" size="small" aria-label={t('record.editTitle')} onClick={() => setEditing(true)}>
          {t('record.edit')}
        </Button>
      }
    >
      <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
      <p className={shared.basis}>{t('record.basis', { law: UNIT_LAW })}</p>
    </Card>
  );
}

function UnitPhoneValue({ unit, field }: { readonly unit: UnitRow; readonly field: UnitPhone }) {
  const { client } = useOffice();
  const words = useUnitWords();
  return (
    <WitnessedValue
      label={words.field(field)}
      masked={maskedPhone(unit, field) ?? ''}
      needs={contract.units.reveal}
      look={(why) => client.units.reveal({ id: unit.id, field, ...why })}
    />
  );
}
