/** The draft of a mediation belongs to its matter: another matter neither shows it nor writes over it unseen. */
import * as z from 'zod/mini';
import { useMemo, useRef } from 'react';
import { useDraft, type FormDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import type { DraftPort } from '#renderer/ui/form/draft-keeper.ts';
import { SESSION_OUTCOMES } from '#shared/ledgers/disputes/deeds.ts';

/** The texts that are worth keeping; days and the outcome are a key each. */
const kept = z.object({
  dispute: z.string(),
  values: z.object({
    outcome: z.nullable(z.enum(SESSION_OUTCOMES)),
    heldOn: z.nullable(z.string()),
    from: z.string(),
    to: z.string(),
    place: z.string(),
    present: z.string(),
    course: z.string(),
    recording: z.string(),
    guardianPresent: z.boolean(),
    agreedOn: z.nullable(z.string()),
    facts: z.string(),
    terms: z.string(),
    performBy: z.nullable(z.string()),
    manner: z.string(),
  }),
});
type Kept = z.infer<typeof kept>['values'];

export interface SessionDraft {
  readonly port: DraftPort;
  readonly pending: FormDraft['pending'];
  /** What was kept, once it is wanted back. */
  restore(): Partial<Kept>;
  drop(): void;
  /** The session was saved: nothing of it is kept any more. */
  settle(): void;
}

export function useSessionDraft(dispute: string): SessionDraft {
  const { client } = useOffice();
  const draft = useDraft('dispute-session');
  const found = draft.pending === null ? null : readKept(draft.pending.content);
  const pending = found?.dispute === dispute ? draft.pending : null;
  const { port } = draft;
  const settled = useRef(false);
  const ownPort = useMemo<DraftPort>(
    () => ({
      ...port,
      // The form goes with the save, and would keep what stands in it once more.
      keep: (content) =>
        settled.current
          ? Promise.resolve(new Date().toISOString())
          : port.keep(`{"dispute":${JSON.stringify(dispute)},"values":${content}}`),
    }),
    [port, dispute],
  );
  return {
    port: ownPort,
    pending,
    restore() {
      draft.adopt();
      return found?.values ?? {};
    },
    drop: () => void draft.drop(),
    // No save of a session takes its draft with it: it hangs on a matter that is there already.
    settle() {
      settled.current = true;
      client.drafts.drop({ id: draft.id }).catch(() => undefined);
    },
  };
}

function readKept(content: string): z.infer<typeof kept> | null {
  try {
    const read = kept.safeParse(JSON.parse(content));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
