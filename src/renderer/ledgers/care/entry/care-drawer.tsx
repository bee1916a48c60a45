/** A consent from the signed paper, over any screen: what was ticked is chosen, and nothing else can be written down. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useCareIssue } from '#renderer/ledgers/care/issue-word.ts';
import { CareFields } from './care-fields.tsx';
import {
  asFormIssue,
  checkCare,
  NEW_CARE,
  readDraft,
  REQUIRED,
  toCare,
  type CareValues,
} from './entry-values.ts';

export interface CareDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Number of the resident it is for; '' where they are still to be chosen. */
  readonly begin: string;
}

export function CareDrawer({ opened, onClose, begin }: CareDrawerProps) {
  const { t } = useTranslation('care');
  return (
    <SideDrawer opened={opened} title={t('enter')} onClose={onClose}>
      <CareEntry onClose={onClose} begin={begin} />
    </SideDrawer>
  );
}

const NONE: readonly never[] = [];

function CareEntry({ onClose, begin }: Omit<CareDrawerProps, 'opened'>) {
  const { t } = useTranslation('care');
  const { client, queries } = useOffice();
  const today = useOfficeDay();
  const draft = useDraft('care');
  const save = useSave();
  const toast = useToast();
  const words = useCareIssue();
  const offered = useQuery(queries.care.offered.queryOptions({ input: {} })).data ?? NONE;
  const [age, setAge] = useState<number | null>(null);
  const form = useForm<CareValues>({
    initial: NEW_CARE,
    required: REQUIRED,
    check: (values) => checkCare(values, { today, offered, age }),
    words: (issue) => words(asFormIssue(issue)),
  });
  const { person } = form.values;
  const asked = person?.id ?? begin;
  const record = useQuery(
    queries.residents.open.queryOptions({ input: { id: asked }, enabled: asked !== '' }),
  ).data;
  useEffect(() => setAge(record?.age ?? null), [record]);
  const { set } = form;
  const begun = begin !== '' && record?.id === begin ? record.name : null;
  useEffect(() => {
    if (begun !== null) set('person', { id: begin, name: begun });
  }, [begin, begun, set]);
  return (
    <FormShell
      form={form}
      label={t('enter')}
      marks="optional"
      saveWords={t('form.save')}
      draft={draft.port}
      save={async (values) => {
        const outcome = await save(async () => {
          const care = toCare(values);
          if (care === null) return;
          await client.care.enter({ care, draft: draft.id });
          draft.renew();
          form.reset();
          toast({ tone: 'done', text: t('form.done') });
          onClose();
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
      <CareFields form={form} today={today} offered={offered} />
    </FormShell>
  );
}
