import { useTranslation } from 'react-i18next';
import type { HouseholdRecord } from '#shared/contract/population/residents.ts';
import { HOUSEHOLD_KINDS, type HouseholdKind } from '#shared/ledgers/population/households.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';

interface HouseholdValues {
  readonly number: string;
  readonly kind: HouseholdKind;
}

export interface EditHouseholdProps {
  readonly household: HouseholdRecord;
  readonly onDone: () => void;
}

/** The number of the household book, and whether it is a family. */
export function EditHousehold({ household, onDone }: EditHouseholdProps) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const words = usePeopleWords();
  const save = useSave();
  const offerUndo = useUndoToast('households');
  const { id, revision, addressId } = household;
  const form = useForm<HouseholdValues>({
    initial: { number: household.number, kind: household.kind },
    required: [],
    check: () => [],
    words: words.issue,
  });
  return (
    <FormShell
      form={form}
      label={t('household.editTitle')}
      saveWords={t('household.save')}
      actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
      save={(values) =>
        save(async () => {
          const saved = await client.households.amend({ id, revision, household: { ...values, addressId } });
          onDone();
          offerUndo(saved, t('household.saved'), t('household.undone'));
        })
      }
    >
      <TextField
        {...form.field('number')}
        label={t('household.numberField')}
        maxLength={30}
        inputMode="numeric"
        autoFocus
      />
      <DigitChoice
        {...form.field('kind')}
        label={t('household.kind')}
        onChange={(kind) => form.set('kind', kind)}
        options={HOUSEHOLD_KINDS.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.kind(code),
        }))}
      />
    </FormShell>
  );
}
