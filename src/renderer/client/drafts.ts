/** Drafts: kept in the office for their author only, and all flushed before the office locks. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { FORMS } from '#shared/contract/desk.ts';
import type { DraftPort } from '#renderer/ui/form/draft-keeper.ts';
import { useOffice } from './office.ts';

type Flush = () => Promise<void>;

export interface Drafts {
  onFlush(flush: Flush): () => void;
  /** Keeps every open draft now. Never rejects: locking goes on. */
  flush(): Promise<void>;
}

export function makeDrafts(): Drafts {
  const open = new Set<Flush>();
  return {
    onFlush(flush) {
      open.add(flush);
      return () => void open.delete(flush);
    },
    async flush() {
      await Promise.allSettled([...open].map((flush) => flush()));
    },
  };
}

export type FormName = (typeof FORMS)[number];

export interface FormDraft {
  /** Goes with the save, which consumes the draft in the same transaction. */
  readonly id: string;
  /** For the form shell. */
  readonly port: DraftPort;
  /** A draft of before, or null. `content` is what the form kept. */
  readonly pending: { readonly id: string; readonly content: string; readonly keptAt: string } | null;
  /** False until it is known whether there is one. */
  readonly known: boolean;
  /** Goes on with the pending draft under its own id. */
  adopt(): void;
  /** Throws the pending draft away. */
  drop(): Promise<void>;
  /** After a save: the next entry is another draft. */
  renew(): void;
}

export function useDraft(form: FormName): FormDraft {
  const { client, queries, drafts } = useOffice();
  const [id, setId] = useState(newDraftId);
  const [handled, setHandled] = useState(false);
  const query = useQuery(queries.drafts.pending.queryOptions({ input: { form }, staleTime: 0, gcTime: 0 }));
  const found = query.data ?? null;
  const pending = handled || found === null || found.id === id ? null : found;

  const keep = useCallback(
    async (content: string) => (await client.drafts.keep({ id, form, content })).keptAt,
    [client, id, form],
  );
  const port = useMemo<DraftPort>(() => ({ keep, onFlush: drafts.onFlush }), [keep, drafts]);
  return {
    id,
    port,
    pending,
    known: !query.isPending,
    adopt() {
      if (pending !== null) setId(pending.id);
      setHandled(true);
    },
    async drop() {
      setHandled(true);
      if (pending !== null) await client.drafts.drop({ id: pending.id });
    },
    renew() {
      setId(newDraftId());
      setHandled(true);
    },
  };
}

/** Random, so that two windows of time never share one. */
export function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `d${[...bytes].map((byte) => (byte % 36).toString(36)).join('')}`;
}
