/** Changes one section of a person. When somebody else saved first, what was typed stays and both are shown. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { newDraftId } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import type { PersonFieldsProps } from '#renderer/ledgers/population/people/form/person-fields.ts';
import type { PersonValues } from '#renderer/ledgers/population/people/form/person-values.ts';
import { useDerived } from '#renderer/ledgers/population/people/form/use-derived.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { NEW_HOUSEHOLD } from '#renderer/ledgers/population/people/household-field.tsx';
import { checkAmendment, toAmendment, toPersonValues, warnAboutAmendment } from './amend-values.ts';
import { Conflict } from './conflict.tsx';
import { WhatChanges } from './what-changes.tsx';

export interface AmendFormProps {
  /** As it stands now; newer than what the form began with after somebody else's change. */
  readonly person: ResidentRow;
  readonly label: string;
  readonly onDone: () => void;
  readonly children: (fields: PersonFieldsProps) => ReactNode;
}

export function AmendForm({ person, label, onDone, children }: AmendFormProps) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const today = useOfficeDay();
  const words = usePeopleWords();
  const save = useSave();
  const offerUndo = useUndoToast('residents');
  /** The record as the form began: what differs from it is what was typed. */
  const [began] = useState(person);
  /** The record that is written over: a newer one only after its author has seen it and said so. */
  const [onto, setOnto] = useState(person);
  const form = useForm<PersonValues>({
    initial: toPersonValues(began),
    required: ['name', 'addressId'],
    check: (values) => checkAmendment(values, began, today),
    words: words.issue,
  });
  useDerived(form, today);

  async function householdOf({ householdId, addressId }: PersonValues): Promise<string | null> {
    if (householdId !== NEW_HOUSEHOLD || addressId === null) return householdId;
    const household = { addressId, kind: 'family', number: '' } as const;
    const made = await client.households.register({ household, draft: newDraftId() });
    form.set('householdId', made.id);
    return made.id;
  }

  const amend = (values: PersonValues) =>
    save(async () => {
      const resident = toAmendment({ ...values, householdId: await householdOf(values) }, began, onto);
      const saved = await client.residents.amend({ id: onto.id, revision: onto.revision, resident });
      offerUndo(saved.resident, t('record.amended'), t('record.undone'));
      onDone();
    });
  return (
    <FormShell
      form={form}
      label={label}
      save={amend}
      saveWords={t('record.save')}
      before={
        person.revision !== onto.revision && (
          <Conflict began={onto} now={person} onOverwrite={() => setOnto(person)} />
        )
      }
      actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
    >
      {children({
        form,
        today,
        warnings: warnAboutAmendment(form.values, began, today),
        before: began,
        autoFocus: true,
      })}
      {began.batchId !== null && <WhatChanges values={form.values} began={began} />}
    </FormShell>
  );
}
