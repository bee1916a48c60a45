/** Telling the parties and asking later whether it holds. */
import { useTranslation } from 'react-i18next';
import type { FollowUpRow } from '#shared/contract/disputes/disputes.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isLeftToCourt } from '#shared/ledgers/disputes/codes.ts';
import { followUpsAfter } from '#shared/ledgers/disputes/machine.ts';
import {
  cleanFollowUp,
  FOLLOW_UP_FINDINGS,
  followUpIssues,
  REACHED_HOW,
  REQUEST_MAX,
  type FollowUpInput,
} from '#shared/ledgers/disputes/records.ts';
import { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextAreaField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';

type How = (typeof REACHED_HOW)[number];
type Satisfied = (typeof SATISFACTION)[number];

interface ReachedValues {
  readonly how: How | null;
  readonly satisfied: Satisfied | null;
}

interface HowFieldProps {
  readonly form: Pick<FormModel<Pick<ReachedValues, 'how'>>, 'field'>;
  readonly label: string;
}

function HowField({ form, label }: HowFieldProps) {
  const { t } = useTranslation('disputes');
  return (
    <DigitChoice
      {...form.field('how')}
      label={label}
      options={REACHED_HOW.map((code, index) => ({
        value: code,
        digit: String(index + 1),
        label: t(`how.${code}`),
      }))}
      autoFocus
    />
  );
}

function SatisfiedField({
  form,
}: {
  readonly form: Pick<FormModel<Pick<ReachedValues, 'satisfied'>>, 'field'>;
}) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  return (
    <DigitChoice
      {...form.field('satisfied')}
      label={t('satisfied')}
      options={SATISFACTION.map((code, index) => ({
        value: code,
        digit: String(index + 1),
        label: t(`disputes:satisfaction.${code}`),
      }))}
    />
  );
}

export function Tell(props: DeedProps) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  const { client } = useOffice();
  const today = useOfficeDay();
  const { result } = props.dispute;
  const days = followUpsAfter(result, today);
  return (
    <DeedForm<ReachedValues>
      {...props}
      deed="tell"
      initial={{ how: null, satisfied: null }}
      required={['how', 'satisfied']}
      send={(change, { how, satisfied }) =>
        client.disputes.tell({ ...change, how: how ?? 'desk', satisfied: satisfied ?? 'not-asked' })
      }
    >
      {(form) => (
        <>
          <HowField form={form} label={t('how')} />
          <SatisfiedField form={form} />
          {isLeftToCourt(result) && <Notice tone="blue">{t('tellCourt')}</Notice>}
          <p>
            {days.length === 0
              ? t('tellNoFollowUps')
              : t('tellFollowUps', { days: days.join(t('disputes:comma')) })}
          </p>
        </>
      )}
    </DeedForm>
  );
}

export function TellVictim(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  return (
    <DeedForm<Pick<ReachedValues, 'how'>>
      {...props}
      deed="tellVictim"
      initial={{ how: null }}
      required={['how']}
      send={(change, { how }) => client.disputes.tellVictim({ ...change, how: how ?? 'desk' })}
    >
      {(form) => (
        <>
          <p>{t('victimWhy')}</p>
          <HowField form={form} label={t('how')} />
        </>
      )}
    </DeedForm>
  );
}

interface FollowUpValues extends ReachedValues {
  readonly doneOn: CalendarDay | null;
  readonly finding: (typeof FOLLOW_UP_FINDINGS)[number] | null;
  readonly note: string;
}

function toFollowUp({ doneOn, how, finding, satisfied, note }: FollowUpValues): FollowUpInput {
  return cleanFollowUp({
    doneOn: doneOn ?? '',
    how: how ?? 'phone',
    finding: finding ?? 'holds',
    satisfied: satisfied ?? 'not-asked',
    note,
  });
}

/** The one that is due first, where none was chosen. */
export function FollowUp({ followUp, ...props }: DeedProps & { readonly followUp?: FollowUpRow }) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  const { client } = useOffice();
  const today = useOfficeDay();
  const { followUps, toldOn } = props.dispute;
  const due = followUp ?? followUps.find(({ doneOn }) => doneOn === null);
  if (due === undefined) return null;
  const reached = (values: FollowUpValues) => values.finding !== 'not-reached';
  return (
    <DeedForm<FollowUpValues>
      {...props}
      deed="followUp"
      initial={{ how: null, finding: null, satisfied: 'not-asked', doneOn: today, note: '' }}
      required={['finding', 'how', 'doneOn']}
      check={(values) => followUpIssues(toFollowUp(values), toldOn ?? today, today)}
      send={(change, values) =>
        client.disputes.followUp({ ...change, followUpId: due.id, followUp: toFollowUp(values) })
      }
    >
      {(form) => (
        <>
          <HowField form={form} label={t('howVisited')} />
          <DigitChoice
            {...form.field('finding')}
            label={t('finding')}
            options={FOLLOW_UP_FINDINGS.map((code, index) => ({
              value: code,
              digit: String(index + 1),
              label: t(`disputes:findings.${code}`),
            }))}
          />
          {reached(form.values) && <SatisfiedField form={form} />}
          <DayField
            {...form.field('doneOn')}
            label={t('doneOn')}
            today={today}
            onUnread={(unread) => form.unread('doneOn', unread)}
          />
          <TextAreaField {...form.field('note')} label={t('note')} rows={2} maxLength={REQUEST_MAX + 50} />
        </>
      )}
    </DeedForm>
  );
}
