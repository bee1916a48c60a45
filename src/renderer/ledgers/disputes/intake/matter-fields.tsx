/** What it is about, where, and who handles it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { DISPUTE_SOURCES, DISPUTE_TYPES, LEVELS } from '#shared/ledgers/disputes/codes.ts';
import {
  DEMANDS_MAX,
  GRID_WORKER_MAX,
  needsGridWorker,
  needsOfficer,
  PLACE_MAX,
  SUMMARY_MAX,
} from '#shared/ledgers/disputes/intake.ts';
import { KnownPlaceField } from '#renderer/pickers/known-place-field.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { useOfficers } from '#renderer/client/staff.ts';
import { toIntake, type IntakeValues } from './intake-values.ts';

export interface MatterFieldsProps {
  readonly form: FormModel<IntakeValues>;
  readonly today: CalendarDay;
}

/** @param summaryHint what an empty text means, where a record keeps one already */
export function MatterFields({
  form,
  summaryHint,
}: Pick<MatterFieldsProps, 'form'> & { readonly summaryHint?: string }) {
  const { t } = useTranslation('disputeIntake');
  const words = useDisputeWords();
  return (
    <>
      <DigitChoice
        {...form.field('type')}
        label={words.field('type')}
        options={DISPUTE_TYPES.map(({ code, digit }) => ({ value: code, digit, label: words.type(code) }))}
      />
      <PlaceField form={form} />
      <TextAreaField
        {...form.field('summary')}
        label={words.field('summary')}
        hint={summaryHint ?? t('summaryHint')}
        rows={4}
        maxLength={SUMMARY_MAX + 50}
      />
    </>
  );
}

/** An address of the tree where it is one, and else words. */
function PlaceField({ form }: Pick<MatterFieldsProps, 'form'>) {
  const { t } = useTranslation('disputeIntake');
  const words = useDisputeWords();
  const known = form.values.addressId !== null;
  return (
    <KnownPlaceField
      {...form.field('place')}
      onChange={(place) => {
        form.set('place', place);
        form.set('addressId', null);
      }}
      onTake={({ id }) => form.set('addressId', id)}
      label={words.field('place')}
      maxLength={PLACE_MAX + 20}
      {...(known ? { aside: t('placeKnown') } : { hint: t('placeHint') })}
    />
  );
}

export function LevelField({ form }: Pick<MatterFieldsProps, 'form'>) {
  const words = useDisputeWords();
  return (
    <DigitChoice
      {...form.field('level')}
      label={words.field('level')}
      required
      options={LEVELS.map((code, index) => ({
        value: code,
        digit: String(index + 1),
        label: words.level(code),
      }))}
    />
  );
}

export interface HandlingFieldsProps extends Pick<MatterFieldsProps, 'form'> {
  /** The grid worker that the place has by itself; '' where it has none. */
  readonly keeper: string;
  /** The officer was put in by the place. */
  readonly officerByGrid: boolean;
}

export function HandlingFields({ form, keeper, officerByGrid }: HandlingFieldsProps) {
  const { t } = useTranslation('disputeIntake');
  const words = useDisputeWords();
  const officers = useOfficers();
  const { gridWorker } = form.values;
  const intake = toIntake(form.values);
  const isNeeded = needsOfficer(intake);
  return (
    <>
      <SelectField
        {...form.field('officer')}
        label={words.field('officer')}
        none={isNeeded ? t('officerNone') : t('officerLater')}
        options={officers.map(({ id, name }) => ({ value: id, label: name }))}
        required={isNeeded}
        {...(officerByGrid ? { hint: t('officerGrid') } : {})}
      />
      <TextField
        {...form.field('gridWorker')}
        label={words.field('gridWorker')}
        maxLength={GRID_WORKER_MAX + 10}
        required={needsGridWorker(intake.type) && !intake.answers.violence}
        {...(keeper !== '' && keeper === gridWorker ? { hint: t('gridWorkerHint', { name: keeper }) } : {})}
      />
    </>
  );
}

export function MoreFields({ form, today }: MatterFieldsProps) {
  const { t } = useTranslation('disputeIntake');
  const [open, setOpen] = useState(false);
  if (!open && !form.shown.some(({ field }) => field === 'happenedOn' || field === 'amount'))
    return (
      <div>
        <Button size="small" kind="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('more')}
        </Button>
      </div>
    );
  return <FurtherFields form={form} today={today} />;
}

export function FurtherFields({
  form,
  today,
  demandsHint,
}: MatterFieldsProps & { readonly demandsHint?: string }) {
  const { t } = useTranslation('disputeIntake');
  const words = useDisputeWords();
  return (
    <>
      <DayField
        {...form.field('happenedOn')}
        label={words.field('happenedOn')}
        today={today}
        onUnread={(unread) => form.unread('happenedOn', unread)}
      />
      <TextAreaField
        {...form.field('demands')}
        label={words.field('demands')}
        {...(demandsHint === undefined ? {} : { hint: demandsHint })}
        rows={2}
        maxLength={DEMANDS_MAX + 20}
      />
      <TextField
        {...form.field('amount')}
        label={words.field('amount')}
        hint={t('amountHint')}
        inputMode="numeric"
        maxLength={15}
      />
      <SelectField
        {...form.field('raisedBy')}
        onChange={(code) => form.set('raisedBy', code ?? 'party')}
        label={words.field('raisedBy')}
        options={DISPUTE_SOURCES.map((code) => ({ value: code, label: words.source(code) }))}
      />
    </>
  );
}
