/** A visit with everything there is to say of it: why, what came of it, who went along, and when to go again. */
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useTranslation } from 'react-i18next';
import type { DoorRecord } from '#shared/contract/population/addresses.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { VISIT_PURPOSES, VISIT_RESULTS, type VisitResult } from '#shared/ledgers/population/home-visits.ts';
import { VERIFIED_HOW } from '#shared/ledgers/population/verified.ts';
import { useDraft } from '#renderer/client/drafts.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { useVisitToast } from './use-visit.ts';

const visitValues = z.object({
  addressId: z.string(),
  purpose: z.enum(VISIT_PURPOSES),
  result: z.nullable(z.enum(VISIT_RESULTS)),
  how: z.enum(VERIFIED_HOW),
  companion: z.nullable(z.string()),
  nextDueOn: z.nullable(z.string()),
});
type VisitValues = z.infer<typeof visitValues>;

export interface VisitFormProps {
  readonly door: DoorRecord;
  readonly onDone: (result: VisitResult) => void;
  readonly onBack: () => void;
}

export function VisitForm({ door, onDone, onBack }: VisitFormProps) {
  const { t } = useTranslation('door');
  const { client, queries } = useOffice();
  const me = useMe();
  const today = useOfficeDay();
  const words = usePlaceWords();
  const people = usePeopleWords();
  const save = useSave();
  const tell = useVisitToast();
  const draft = useDraft('home-visit');
  const staff = useQuery(queries.staff.list.queryOptions({ input: {} }));
  const others = (staff.data ?? []).filter(
    ({ id, active, role }) => active && id !== me.id && (role === 'officer' || role === 'auxiliary'),
  );
  const form = useForm<VisitValues>({
    initial: {
      addressId: door.address.id,
      purpose: 'verify',
      result: null,
      how: 'visit',
      companion: null,
      nextDueOn: null,
    },
    required: ['purpose', 'result'],
    check: (values) => visitIssues(values, today),
    words: words.issue,
  });
  const restored = draft.pending === null ? null : readDraft(draft.pending.content);
  const { values } = form;
  return (
    <FormShell
      form={form}
      label={t('visit.fullTitle', { line: door.address.line })}
      draft={draft.port}
      saveWords={t('visit.save')}
      actions={<Button onClick={onBack}>{t('visit.back')}</Button>}
      before={
        // A draft of another door waits until that one is opened.
        draft.pending !== null &&
        restored?.addressId === door.address.id && (
          <RestoreBar
            keptAt={draft.pending.keptAt}
            onRestore={() => {
              draft.adopt();
              form.fill(restored);
            }}
            onDrop={() => void draft.drop()}
          />
        )
      }
      save={({ how, result, ...visit }) =>
        save(async () => {
          if (result === null) return;
          const recorded = await client.homeVisits.record({
            visit: { ...visit, result },
            how: result === 'met' ? how : 'visit',
            draft: draft.id,
          });
          draft.renew();
          tell(recorded);
          onDone(result);
        })
      }
    >
      <DigitChoice
        {...form.field('purpose')}
        label={words.field('purpose')}
        onChange={(purpose) => form.set('purpose', purpose)}
        options={VISIT_PURPOSES.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.purpose(code),
        }))}
        autoFocus
      />
      <DigitChoice
        {...form.field('result')}
        label={words.field('result')}
        onChange={(result) => form.set('result', result)}
        options={VISIT_RESULTS.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.result(code),
        }))}
        required
      />
      {values.purpose === 'verify' && values.result === 'met' && (
        <DigitChoice
          {...form.field('how')}
          label={t('visit.how')}
          onChange={(how) => form.set('how', how)}
          options={VERIFIED_HOW.map((code, index) => ({
            value: code,
            digit: String(index + 1),
            label: people.how(code),
          }))}
        />
      )}
      <SelectField
        {...form.field('companion')}
        label={words.field('companion')}
        none={t('visit.companionNone')}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DayField
        {...form.field('nextDueOn')}
        label={words.field('nextDueOn')}
        hint={t('visit.nextHint')}
        today={today}
        onUnread={(unread) => form.unread('nextDueOn', unread)}
      />
    </FormShell>
  );
}

function visitIssues({ nextDueOn }: VisitValues, today: CalendarDay): FieldIssue[] {
  return nextDueOn !== null && nextDueOn < today ? [{ field: 'nextDueOn', rule: 'past' }] : [];
}

function readDraft(content: string): VisitValues | null {
  try {
    const read = visitValues.safeParse(JSON.parse(content));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
