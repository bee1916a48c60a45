/** One new matter: the form, its draft, the visit it comes from, what was saved. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ForkReason } from '#shared/ledgers/disputes/questions.ts';
import type { DisputeRow } from '#shared/contract/disputes/disputes.ts';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { useDraft, type FormDraft } from '#renderer/client/drafts.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import type { SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { emptyParty } from '#renderer/ledgers/disputes/party/party-values.ts';
import {
  checkIntake,
  NEW_DISPUTE_VALUES,
  readDraft,
  requiredFields,
  toIntake,
  toParties,
  type IntakeValues,
} from './intake-values.ts';

export interface SavedIntake {
  readonly id: string;
  readonly fork: ForkReason;
  /** Null where this person may not see it: an officer has it now. */
  readonly dispute: DisputeRow | null;
  readonly at: string;
}

export interface IntakeEntry {
  readonly form: FormModel<IntakeValues>;
  readonly draft: FormDraft;
  /** The visit it comes from, once it is read. */
  readonly visit: VisitRow | null;
  readonly saved: SavedIntake | null;
  save(values: IntakeValues): Promise<SaveOutcome>;
  restore(): void;
  begin(): void;
}

/** @param visitId '' where it comes from no visit */
export function useIntake(today: string, visitId: string): IntakeEntry {
  const { client } = useOffice();
  const me = useMe();
  const cache = useQueryClient();
  const words = useDisputeWords();
  const save = useSave();
  const draft = useDraft('dispute');
  const [saved, setSaved] = useState<SavedIntake | null>(null);
  const [initial] = useState<IntakeValues>(() => ({
    ...NEW_DISPUTE_VALUES,
    officer: me.role === 'officer' ? me.id : null,
  }));
  const [required, setRequired] = useState(() => requiredFields(initial));
  const form = useForm<IntakeValues>({
    initial,
    required,
    check: (values) => checkIntake(values, today),
    words: words.issue,
  });
  const wanted = requiredFields(form.values);
  if (wanted.join() !== required.join()) setRequired(wanted);
  const visit = useVisit(saved === null ? visitId : '', form);
  return {
    form,
    draft,
    visit,
    saved,
    save: (values) =>
      save(async () => {
        const { id, fork, dispute } = await client.disputes.register({
          intake: toIntake(values),
          parties: toParties(values),
          visit: visit === null ? null : visitOf(visit, values),
          draft: draft.id,
        });
        draft.renew();
        form.reset();
        setSaved({ id, fork, dispute, at: dispute?.receivedAt ?? new Date().toISOString() });
        void invalidateRoom(cache, 'disputes');
        if (visit !== null) void invalidateRoom(cache, 'visitors');
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

/** Whoever was written over the visitor's name is somebody else, and has another phone. */
function visitOf({ id, revision, name }: VisitRow, { parties }: IntakeValues) {
  const came = name !== null && parties[0]?.name.trim() === name;
  return { id, revision, visitor: came ? 0 : null };
}

/** Who came and what they said is not typed again. */
function useVisit(id: string, form: FormModel<IntakeValues>): VisitRow | null {
  const { queries } = useOffice();
  const query = useQuery(queries.visitors.open.queryOptions({ input: { id }, enabled: id !== '' }));
  const visit = id === '' ? null : (query.data ?? null);
  const { set } = form;
  const { name = null, summary = null } = visit ?? {};
  const known = visit !== null;
  useEffect(() => {
    if (!known) return;
    set('parties', [{ ...emptyParty('a'), name: name ?? '' }, emptyParty('b')]);
    set('summary', summary ?? '');
    set('raisedBy', 'visit');
  }, [known, name, summary, set]);
  return visit;
}
