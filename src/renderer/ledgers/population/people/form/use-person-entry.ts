/** One entry after another: the form, its draft, the household it founds, and the way back. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { newDraftId, useDraft, type FormDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import type { SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { NEW_HOUSEHOLD } from '#renderer/ledgers/population/people/household-field.tsx';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import {
  checkPerson,
  NEW_PERSON,
  readDraft,
  toResident,
  warnAbout,
  type PersonValues,
} from './person-values.ts';
import { useDerived } from './use-derived.ts';

export interface PersonEntry {
  readonly form: FormModel<PersonValues>;
  readonly draft: FormDraft;
  readonly today: CalendarDay;
  readonly warnings: readonly FieldIssue[];
  save(values: PersonValues, next: boolean): Promise<SaveOutcome>;
  restore(): void;
}

interface Founded {
  readonly id: string;
  readonly revision: number;
  readonly addressId: string;
}

/** @param onNext called when a saved form has become one for the next person of the household */
export function usePersonEntry(begin: Partial<PersonValues>, onNext: () => void): PersonEntry {
  const { t } = useTranslation('personForm');
  const { client } = useOffice();
  const desk = useDesk();
  const today = useOfficeDay();
  const words = usePeopleWords();
  const draft = useDraft('resident');
  const save = useSave();
  const deed = useDeed();
  const offerUndo = useUndoToast('residents');
  /** Made by a save whose person was then refused: the next try goes on with it. */
  const founded = useRef<Founded | null>(null);
  const form = useForm<PersonValues>({
    initial: { ...NEW_PERSON, ...begin },
    required: ['name', 'addressId'],
    check: (values) => checkPerson(values, today),
    words: words.issue,
  });
  useDerived(form, today);

  async function householdOf({ householdId, addressId }: PersonValues): Promise<string | null> {
    if (householdId !== NEW_HOUSEHOLD || addressId === null) return householdId;
    if (founded.current?.addressId === addressId) return founded.current.id;
    const household = { addressId, kind: 'family', number: '' } as const;
    const { id, revision } = await client.households.register({ household, draft: newDraftId() });
    founded.current = { id, revision, addressId };
    return id;
  }

  return {
    form,
    draft,
    today,
    warnings: warnAbout(form.values, today),
    save: (values, next) =>
      save(async () => {
        const householdId = await householdOf(values);
        const resident = { ...toResident(values), householdId };
        const saved = await client.residents.register({ resident, draft: draft.id });
        const made = founded.current;
        founded.current = null;
        draft.renew();
        offerUndo(saved.resident, t('saved', { name: saved.resident.name }), t('undone'), () => {
          if (made !== null)
            void deed(() =>
              client.history.undo({ ledger: 'households', id: made.id, revision: made.revision }),
            );
        });
        if (next) {
          form.reset({ ...NEW_PERSON, ...sameHome(values), householdId });
          onNext();
        } else desk.go(`/population/${saved.resident.id}`);
      }),
    restore() {
      const values = draft.pending === null ? null : readDraft(draft.pending.content);
      draft.adopt();
      if (values !== null) form.fill(values);
    },
  };
}

/** What the next person of a household shares with the one before. */
function sameHome(values: PersonValues) {
  const { addressId, addressLine, residenceType, housing } = values;
  return { addressId, addressLine, residenceType, housing };
}
