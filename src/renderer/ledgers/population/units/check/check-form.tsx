/** A check of a unit: seven items with a digit each, then what was found and until when it has to be put right. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '#shared/contract/population/units.ts';
import { CHECK_ITEMS, CHECK_MARKS } from '#shared/ledgers/population/units.ts';
import { useDraft } from '#renderer/client/drafts.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import shared from '#renderer/record/record.module.css';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';
import { checkIssues, hasFault, newCheck, readDraft, toCheck, type CheckValues } from './check-values.ts';
import styles from './check.module.css';

export interface CheckFormProps {
  readonly unit: UnitRow;
  readonly onDone: () => void;
}

export function CheckForm({ unit, onDone }: CheckFormProps) {
  const { t } = useTranslation('units');
  const { client, queries } = useOffice();
  const me = useMe();
  const today = useOfficeDay();
  const words = useUnitWords();
  const save = useSave();
  const draft = useDraft('unit-check');
  const offerUndo = useUndoToast('unit_checks');
  const staff = useQuery(queries.staff.list.queryOptions({ input: {} }));
  const here = (staff.data ?? []).filter(({ active }) => active);
  const officers = here.filter(({ role }) => role === 'officer');
  const form = useForm<CheckValues>({
    initial: newCheck(unit.id, today, me.role === 'officer' ? me.id : null),
    required: ['checkedOn', 'officer', ...CHECK_ITEMS],
    check: (values) => checkIssues(values, today),
    words: words.issue,
  });
  const { values } = form;
  const others = here.filter(
    ({ id, role }) => id !== values.officer && (role === 'officer' || role === 'auxiliary'),
  );
  const restored = draft.pending === null ? null : readDraft(draft.pending.content);
  const isFaulty = hasFault(values);
  const optionsOf = (people: typeof here) => people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.sheet}>
      <FormShell
        form={form}
        label={t('check.title', { name: unit.name })}
        draft={draft.port}
        saveWords={t('check.save')}
        marks="optional"
        actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
        before={
          // A draft of another unit waits until that one is opened.
          draft.pending !== null &&
          restored?.unitId === unit.id && (
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
        save={(entered) =>
          save(async () => {
            const check = toCheck(entered);
            if (check === null) return;
            const saved = await client.units.check({ check, draft: draft.id });
            draft.renew();
            const done =
              saved.deadline === null ? t('check.saved') : t('check.savedOpen', { day: saved.deadline });
            offerUndo(saved, done, t('check.undone'));
            onDone();
          })
        }
      >
        <p className={shared.soft}>{t('check.keys')}</p>
        <div className={styles.items} role="group" aria-label={t('check.items')}>
          {CHECK_ITEMS.map((item, at) => (
            <DigitChoice
              key={item}
              {...form.field(item)}
              label={words.item(item)}
              onChange={(mark) => form.set(item, mark)}
              options={CHECK_MARKS.map((code, index) => ({
                value: code,
                digit: String(index + 1),
                label: words.mark(code),
              }))}
              autoFocus={at === 0}
            />
          ))}
        </div>
        {isFaulty && (
          <>
            <TextAreaField
              {...form.field('finding')}
              label={words.field('finding')}
              hint={t('check.findingHint')}
              rows={2}
              maxLength={350}
              required
            />
            <CheckField
              {...form.field('fixedOnSite')}
              label={words.field('fixedOnSite')}
              hint={t('check.fixedHint')}
            />
            <div className={styles.who}>
              {!values.fixedOnSite && (
                <DayField
                  {...form.field('deadline')}
                  label={words.field('deadline')}
                  hint={t('check.deadlineHint')}
                  today={today}
                  onUnread={(unread) => form.unread('deadline', unread)}
                  required
                />
              )}
              <TextField
                {...form.field('noticeNo')}
                label={words.field('noticeNo')}
                hint={t('check.noticeHint')}
                maxLength={40}
              />
            </div>
          </>
        )}
        <div className={styles.who}>
          <DayField
            {...form.field('checkedOn')}
            label={words.field('checkedOn')}
            hint=""
            today={today}
            onUnread={(unread) => form.unread('checkedOn', unread)}
          />
          <SelectField
            {...form.field('officer')}
            label={words.field('officer')}
            none={t('check.officerNone')}
            options={optionsOf(officers)}
          />
          <SelectField
            {...form.field('companion')}
            label={words.field('companion')}
            none={t('check.companionNone')}
            options={optionsOf(others)}
          />
        </div>
      </FormShell>
    </div>
  );
}
