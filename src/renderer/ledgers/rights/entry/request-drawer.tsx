/** What somebody asks about their own information, taken in over any screen while they stand at the desk. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { useDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import { useRightsIssue } from '#renderer/ledgers/rights/issue-word.ts';
import {
  asFormIssue,
  checkRequest,
  newRequest,
  readDraft,
  REQUIRED,
  toRequest,
  type RequestValues,
} from './entry-values.ts';
import { RequestFields } from './request-fields.tsx';
import { SavedRequest } from './saved-request.tsx';

export interface RequestDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Number of the resident it is about; '' where they are still to be chosen, or not in the ledger. */
  readonly begin: string;
}

export function RequestDrawer({ opened, onClose, begin }: RequestDrawerProps) {
  const { t } = useTranslation('rights');
  return (
    <SideDrawer opened={opened} title={t('register')} onClose={onClose}>
      <RequestEntry onClose={onClose} begin={begin} />
    </SideDrawer>
  );
}

function RequestEntry({ onClose, begin }: Omit<RequestDrawerProps, 'opened'>) {
  const { t } = useTranslation('rights');
  const { client, queries } = useOffice();
  const today = useOfficeDay();
  const draft = useDraft('rights');
  const save = useSave();
  const words = useRightsIssue();
  const [saved, setSaved] = useState<RightsRow | null>(null);
  const form = useForm<RequestValues>({
    initial: newRequest(today),
    required: REQUIRED,
    check: (values) => checkRequest(values, today),
    words,
  });
  const record = useQuery(
    queries.residents.open.queryOptions({ input: { id: begin }, enabled: begin !== '' }),
  ).data;
  const { set } = form;
  const begun = record?.name ?? null;
  useEffect(() => {
    if (begun === null) return;
    set('resident', { id: begin, name: begun });
    set('name', begun);
  }, [begin, begun, set]);
  if (saved !== null) return <SavedRequest request={saved} onAgain={() => setSaved(null)} onDone={onClose} />;
  return (
    <FormShell
      form={form}
      label={t('register')}
      marks="optional"
      saveWords={t('form.save')}
      draft={draft.port}
      save={async (values) => {
        const outcome = await save(async () => {
          const request = toRequest(values);
          if (request === null) return;
          const made = await client.rights.register({ request, draft: draft.id });
          draft.renew();
          form.reset();
          setSaved(made);
        });
        return outcome.ok ? outcome : { ...outcome, issues: outcome.issues.map(asFormIssue) };
      }}
      before={
        draft.pending !== null && (
          <RestoreBar
            keptAt={draft.pending.keptAt}
            onRestore={() => {
              const values = draft.pending === null ? null : readDraft(draft.pending.content);
              draft.adopt();
              if (values !== null) form.fill(values);
            }}
            onDrop={() => void draft.drop()}
          />
        )
      }
    >
      <RequestFields form={form} today={today} />
    </FormShell>
  );
}
