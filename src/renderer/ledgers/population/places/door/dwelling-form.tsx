/** What is known of a dwelling, entered or changed where it stands. What belongs to letting is asked only where it is let. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DwellingRow } from '#shared/contract/population/addresses.ts';
import { DWELLING_USES } from '#shared/ledgers/population/dwellings.ts';
import { useDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { useShownDwelling } from '#renderer/ledgers/population/places/shown-fields.ts';
import { StaleNotice } from '#renderer/record/stale-notice.tsx';
import { DwellingPhoneField } from './dwelling-phone-field.tsx';
import { checkDwelling, readDraft, toDwelling, valuesOf, type DwellingValues } from './dwelling-values.ts';
import { RentalFields } from './rental-fields.tsx';

export interface DwellingFormProps {
  readonly addressId: string;
  /** As it stands now; null: there is none yet. */
  readonly dwelling: DwellingRow | null;
  readonly onDone: () => void;
}

export function DwellingForm({ addressId, dwelling, onDone }: DwellingFormProps) {
  const { t } = useTranslation('door');
  const { client } = useOffice();
  const words = usePlaceWords();
  const show = useShownDwelling();
  const save = useSave();
  const draft = useDraft('dwelling');
  const offerUndo = useUndoToast('dwellings');
  const [began] = useState(dwelling);
  /** What is written over: a newer one only after its author has seen it and said so. */
  const [onto, setOnto] = useState(dwelling);
  const form = useForm<DwellingValues>({
    initial: valuesOf(addressId, began),
    required: [],
    check: checkDwelling,
    words: words.issue,
  });
  const restored = draft.pending === null ? null : readDraft(draft.pending.content);
  return (
    <FormShell
      form={form}
      label={t(began === null ? 'dwelling.add' : 'dwelling.edit')}
      draft={draft.port}
      saveWords={t('dwelling.save')}
      actions={<Button onClick={onDone}>{t('visit.back')}</Button>}
      before={
        <>
          {dwelling !== null && dwelling.revision !== onto?.revision && (
            <StaleNotice
              ledger="dwellings"
              id={dwelling.id}
              began={compared(onto)}
              now={compared(dwelling)}
              show={show}
              onOverwrite={() => setOnto(dwelling)}
            />
          )}
          {draft.pending !== null && restored?.addressId === addressId && (
            <RestoreBar
              keptAt={draft.pending.keptAt}
              onRestore={() => {
                draft.adopt();
                form.fill(restored);
              }}
              onDrop={() => void draft.drop()}
            />
          )}
        </>
      }
      save={(values) =>
        save(async () => {
          const saved = await client.dwellings.save({
            revision: onto?.revision ?? null,
            dwelling: toDwelling(values, onto),
            draft: draft.id,
          });
          draft.renew();
          offerUndo(saved, t('dwelling.saved'), t('dwelling.undone'));
          onDone();
        })
      }
    >
      <DigitChoice
        {...form.field('use')}
        label={words.field('use')}
        onChange={(use) => form.set('use', use)}
        options={DWELLING_USES.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.use(code),
        }))}
        autoFocus
      />
      <TextField {...form.field('ownerName')} label={words.field('ownerName')} maxLength={70} />
      <DwellingPhoneField form={form} row={onto} phone="ownerPhone" />
      {form.values.use === 'let' && <RentalFields form={form} row={onto} />}
    </FormShell>
  );
}

function compared(row: DwellingRow | null) {
  if (row === null) return {};
  const { use, ownerName, rentalUse, landlordName, agentName, letFrom, letTo, occupants } = row;
  const { pledgeOn, safetyCheckedOn, verifiedOn, ownerPhoneMasked, landlordPhoneMasked, agentPhoneMasked } =
    row;
  return {
    use,
    ownerName,
    ownerPhone: ownerPhoneMasked,
    rentalUse,
    landlordName,
    landlordPhone: landlordPhoneMasked,
    agentName,
    agentPhone: agentPhoneMasked,
    letFrom,
    letTo,
    occupants,
    pledgeOn,
    safetyCheckedOn,
    verifiedOn,
  };
}
