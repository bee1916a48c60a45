/** One unit: what is known of it, who answers for it, the checks, and its past. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { UnitCheckRow, UnitRow } from '#shared/contract/population/units.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { RecordHistory } from '#renderer/record/history/record-history.tsx';
import { Back } from '#renderer/record/back.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import shared from '#renderer/record/record.module.css';
import { CheckForm } from '#renderer/ledgers/population/units/check/check-form.tsx';
import { HazardChip } from '#renderer/ledgers/population/units/hazard-chip.tsx';
import { useShownUnit } from '#renderer/ledgers/population/units/shown-fields.ts';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';
import { ChecksCard } from './checks-card.tsx';
import { RetireUnit } from './retire-unit.tsx';
import { UnitFacts } from './unit-facts.tsx';

export function UnitPage() {
  const { t } = useTranslation('units');
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/units/'.length) });
  const { queries } = useOffice();
  const unit = useQuery(queries.units.open.queryOptions({ input: { id } }));
  return (
    <RecordQuery query={unit} back={<Back to="/units">{t('title')}</Back>} none={t('record.none')}>
      {(found) => <Unit key={id} unit={found.unit} checks={found.checks} />}
    </RecordQuery>
  );
}

interface UnitProps {
  readonly unit: UnitRow;
  readonly checks: readonly UnitCheckRow[];
}

function Unit({ unit, checks }: UnitProps) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  const me = useMe();
  const today = useOfficeDay();
  const show = useShownUnit();
  const [checking, setChecking] = useState(false);
  const may = mayCall(me.role, contract.units.check);
  return (
    <div className={shared.record}>
      <header className={shared.head}>
        <Back to="/units">{t('title')}</Back>
        <h1>{unit.name}</h1>
        <Chip tone="grey">{words.type(unit.type)}</Chip>
        {unit.keySince !== null && <Chip tone="blue">{t('key')}</Chip>}
        {unit.smallPlace !== null && <Chip tone="grey">{words.small(unit.smallPlace)}</Chip>}
        <HazardChip {...unit} today={today} />
        {unit.synthetic && <Chip tone="grey">{t('record.synthetic')}</Chip>}
        <span className={shared.headEnd}>
          <RetireUnit unit={unit} />
          {may ? (
            <Button kind="primary" onClick={() => setChecking(true)}>
              {t('record.check')}
            </Button>
          ) : (
            <span className={shared.soft}>{t('record.checkLocked')}</span>
          )}
        </span>
      </header>
      <div className={shared.columns}>
        <div className={shared.column}>
          <UnitFacts unit={unit} />
        </div>
        <div className={shared.column}>
          <ChecksCard unit={unit} checks={checks} />
          <RecordHistory ledger="units" id={unit.id} show={show} />
        </div>
      </div>
      <Dialog
        opened={checking}
        title={t('check.title', { name: unit.name })}
        onClose={() => setChecking(false)}
        width={720}
      >
        <CheckForm unit={unit} onDone={() => setChecking(false)} />
      </Dialog>
    </div>
  );
}
