/** One new entry: the form, its draft, what was saved. Of a minor nothing is kept, not even the draft. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EntryState } from '#shared/ledgers/statutory/standing.ts';
import { useDraft, type FormDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import type { SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { useIssueWords } from '#renderer/ledgers/statutory/statutory-words.ts';
import {
  checkEntry,
  isOfMinor,
  readDraft,
  requiredFields,
  toEntry,
  type EntryValues,
} from './entry-values.ts';

export interface SavedEntry {
  readonly id: string;
  readonly state: EntryState;
}

export interface EntryForm {
  readonly form: FormModel<EntryValues>;
  readonly draft: FormDraft;
  /** False while what is typed must not be kept. */
  readonly keeps: boolean;
  readonly saved: SavedEntry | null;
  save(values: EntryValues): Promise<SaveOutcome>;
  restore(): void;
  begin(): void;
}

export function useEntry(initial: EntryValues, today: string): EntryForm {
  const { client } = useOffice();
  const cache = useQueryClient();
  const words = useIssueWords();
  const save = useSave();
  const draft = useDraft('statutory');
  const [saved, setSaved] = useState<SavedEntry | null>(null);
  const [required, setRequired] = useState(() => requiredFields(initial));
  const form = useForm<EntryValues>({
    initial,
    required,
    check: (values) => checkEntry(values, today),
    words,
  });
  const wanted = requiredFields(form.values);
  if (wanted.join() !== required.join()) setRequired(wanted);

  const keeps = !isOfMinor(form.values, today);
  const draftId = draft.id;
  useEffect(() => {
    // There may be none: then nothing is dropped.
    if (!keeps) void client.drafts.drop({ id: draftId }).catch(() => undefined);
  }, [keeps, client, draftId]);
  return {
    form,
    draft,
    keeps,
    saved,
    save: (values) =>
      save(async () => {
        const entry = toEntry(values);
        if (entry === null) return;
        const { id, state } = await client.statutory.enter({ entry, draft: draft.id });
        draft.renew();
        form.reset();
        setSaved({ id, state });
        void invalidateRoom(cache, 'statutory');
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
