/** Changes one section of a visit. When somebody else saved first, what was typed stays and both are shown. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { visitIssues } from '#shared/ledgers/visitors.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { StaleNotice } from '#renderer/record/stale-notice.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import { useUndoToast } from '#renderer/ledgers/visitors/visit-deeds.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';
import { toVisit, type VisitValues } from '#renderer/ledgers/visitors/quick/visit-form.ts';
import { toAmendment, toAmendValues } from './amend-values.ts';
import { useShownVisit } from './field-words.ts';

export interface AmendFormProps {
  /** As it stands now; newer than what the form began with after somebody else's change. */
  readonly visit: VisitRow;
  readonly today: CalendarDay;
  readonly label: string;
  readonly onDone: () => void;
  readonly children: (form: FormModel<VisitValues>) => ReactNode;
}

export function AmendForm({ visit, today, label, onDone, children }: AmendFormProps) {
  const { t } = useTranslation('visitors');
  const { client } = useOffice();
  const cache = useQueryClient();
  const words = useVisitWords();
  const save = useSave();
  const show = useShownVisit();
  const offerUndo = useUndoToast();
  /** The record as the form began: what differs from it is what was typed. */
  const [began] = useState(visit);
  /** The record that is written over: a newer one only after its author has seen it and said so. */
  const [onto, setOnto] = useState(visit);
  const form = useForm<VisitValues>({
    initial: toAmendValues(began),
    required: ['matter'],
    check: (values) => visitIssues(toVisit(values), today, onto.promisedOn),
    words: words.issue,
  });
  const amend = () =>
    save(async () => {
      try {
        const saved = await client.visitors.amend({
          id: onto.id,
          revision: onto.revision,
          visit: toAmendment(form.values, began, onto),
        });
        await invalidateRoom(cache, 'visitors');
        offerUndo(saved, t('record.amended'), t('record.undone'));
        onDone();
      } catch (error) {
        if (toFailure(error).code === 'stale') await invalidateRoom(cache, 'visitors');
        throw error;
      }
    });
  return (
    <FormShell
      form={form}
      label={label}
      save={amend}
      saveWords={t('record.save')}
      before={
        visit.revision !== onto.revision && (
          <StaleNotice
            ledger="visitors"
            id={visit.id}
            began={comparedOf(onto)}
            now={comparedOf(visit)}
            show={show}
            onOverwrite={() => setOnto(visit)}
          />
        )
      }
      actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
    >
      {children(form)}
    </FormShell>
  );
}

function comparedOf(visit: VisitRow) {
  const { name, people, matter, summary, papersChecked, result, referredTo, promisedOn, repliedOn } = visit;
  return { name, people, matter, summary, papersChecked, result, referredTo, promisedOn, repliedOn };
}
