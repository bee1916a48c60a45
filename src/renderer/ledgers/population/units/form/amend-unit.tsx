/** Changes a unit where it stands. When somebody else saved first, what was typed stays and both are shown. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '#shared/contract/population/units.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { StaleNotice } from '#renderer/record/stale-notice.tsx';
import { useShownUnit } from '#renderer/ledgers/population/units/shown-fields.ts';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';
import { BasicFields, PeopleFields, PlaceFields } from './unit-fields.tsx';
import { checkUnit, toUnit, valuesOf, type UnitValues } from './unit-values.ts';
import styles from './form.module.css';

export interface AmendUnitProps {
  /** As it stands now; newer than what the form began with after somebody else's change. */
  readonly unit: UnitRow;
  readonly onDone: () => void;
}

export function AmendUnit({ unit, onDone }: AmendUnitProps) {
  const { t } = useTranslation('units');
  const { client } = useOffice();
  const today = useOfficeDay();
  const words = useUnitWords();
  const show = useShownUnit();
  const save = useSave();
  const offerUndo = useUndoToast('units');
  const [began] = useState(unit);
  /** What is written over: a newer one only after its author has seen it and said so. */
  const [onto, setOnto] = useState(unit);
  const form = useForm<UnitValues>({
    initial: valuesOf(began),
    required: ['name', 'addressId'],
    check: (values) => checkUnit(values, today),
    words: words.issue,
  });
  const fields = { form, today, before: onto };
  return (
    <div className={styles.editing}>
      <FormShell
        form={form}
        label={t('record.editTitle')}
        saveWords={t('record.save')}
        actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
        before={
          unit.revision !== onto.revision && (
            <StaleNotice
              ledger="units"
              id={unit.id}
              began={compared(onto)}
              now={compared(unit)}
              show={show}
              onOverwrite={() => setOnto(unit)}
            />
          )
        }
        save={(values) =>
          save(async () => {
            const { id, revision } = onto;
            const saved = await client.units.amend({ id, revision, unit: toUnit(values, onto) });
            offerUndo(saved.unit, t('record.amended'), t('record.undone'));
            onDone();
          })
        }
      >
        <BasicFields {...fields} />
        <PeopleFields {...fields} />
        <PlaceFields {...fields} />
      </FormShell>
    </div>
  );
}

function compared(row: UnitRow) {
  const { name, creditCode, type, addressLine, keeperName, securityName, hours, staffBand, smallPlace } = row;
  const { keySince, keyDecision, keeperPhoneMasked, securityPhoneMasked } = row;
  return {
    name,
    creditCode,
    type,
    addressId: addressLine,
    keeperName,
    keeperPhone: keeperPhoneMasked,
    securityName,
    securityPhone: securityPhoneMasked,
    hours,
    staffBand,
    smallPlace,
    keySince,
    keyDecision,
  };
}
