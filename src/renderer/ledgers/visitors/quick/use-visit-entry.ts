/** One entry after another: the form, its draft, what was saved, and the way back. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { useDraft, type FormDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import type { SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { useUndoToast } from '#renderer/ledgers/visitors/visit-deeds.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';
import { checkValues, mayKeep, NEW_VISIT, readDraft, toVisit, type VisitValues } from './visit-form.ts';

export interface VisitEntry {
  readonly form: FormModel<VisitValues>;
  readonly draft: FormDraft;
  readonly today: string;
  /** The visit just saved, while nothing new has begun. */
  readonly saved: VisitRow | null;
  save(values: VisitValues, next: boolean): Promise<SaveOutcome>;
  restore(): void;
  /** An empty form again. */
  begin(): void;
}

/**
 * @param onNext called when a saved form has become an empty one for the next visitor
 * @param begin a name typed elsewhere, for the first visitor only
 */
export function useVisitEntry(onNext: () => void, begin: string): VisitEntry {
  const { t } = useTranslation('visitors');
  const { client } = useOffice();
  const cache = useQueryClient();
  const today = useOfficeDay();
  const words = useVisitWords();
  const draft = useDraft('visitor');
  const save = useSave();
  const offerUndo = useUndoToast();
  const [saved, setSaved] = useState<VisitRow | null>(null);
  const form = useForm<VisitValues>({
    initial: NEW_VISIT,
    required: ['matter'],
    check: (values) => checkValues(values, today),
    words: words.issue,
  });
  useEmptyUnkept(form);
  const { set } = form;
  useEffect(() => {
    if (begin !== '') set('name', begin);
  }, [begin, set]);

  return {
    form,
    draft,
    today,
    saved,
    save: (values, next) =>
      save(async () => {
        const visit = await client.visitors.register({ visit: toVisit(values), draft: draft.id });
        draft.renew();
        form.reset();
        setSaved(next ? null : visit);
        if (next) onNext();
        const facts = { name: words.name(visit), matter: words.matter(visit.matter) };
        offerUndo(visit, t('quick.toast', facts), t('quick.undone'));
        void invalidateRoom(cache, 'visitors');
      }),
    restore() {
      const values = draft.pending === null ? null : readDraft(draft.pending.content);
      draft.adopt();
      if (values !== null) form.fill(values);
    },
    begin() {
      setSaved(null);
      form.reset();
    },
  };
}

/**
 * Takes away what may not be kept as soon as the matter says so, from the form and with it from the draft.
 * It comes back while the form is open if the choice was a slip.
 */
function useEmptyUnkept(form: FormModel<VisitValues>): void {
  const aside = useRef<Pick<VisitValues, 'name' | 'phone' | 'summary'> | null>(null);
  const { values, set } = form;
  const keeps = mayKeep(values);
  const { name, phone, summary, matter } = values;
  useEffect(() => {
    if (!keeps && aside.current === null) {
      aside.current = { name, phone, summary };
      set('name', '');
      set('phone', '');
      set('summary', '');
    } else if (keeps && aside.current !== null) {
      if (matter !== null) {
        set('name', aside.current.name);
        set('phone', aside.current.phone);
        set('summary', aside.current.summary);
      }
      aside.current = null;
    }
  }, [keeps, name, phone, summary, matter, set]);
}
