import { useTranslation } from 'react-i18next';
import type { HouseholdRecord } from '#shared/contract/population/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { retainResidentUntil } from '#shared/ledgers/population/residents.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { AddressField, type ChosenAddress } from '#renderer/pickers/address-field.tsx';
import styles from './household.module.css';

interface MoveValues {
  readonly where: 'here' | 'away' | null;
  readonly address: ChosenAddress | null;
  readonly on: CalendarDay | null;
}

export interface MoveHouseholdProps {
  readonly household: HouseholdRecord;
  /** Members who still live here. */
  readonly people: number;
  readonly onDone: () => void;
}

/** Everybody to another door, or everybody away. What follows is said before it is done. */
export function MoveHousehold({ household, people, onDone }: MoveHouseholdProps) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const today = useOfficeDay();
  const words = usePeopleWords();
  const save = useSave();
  const deed = useDeed();
  const toast = useToast();
  const { id, revision } = household;
  const form = useForm<MoveValues>({
    initial: { where: null, address: null, on: today },
    required: ['where', 'on'],
    check: ({ where, address, on }) => [
      ...(where === 'here' && address === null ? [{ field: 'address', rule: 'required' }] : []),
      ...(on !== null && on > today ? [{ field: 'on', rule: 'future' }] : []),
    ],
    words: (issue) => words.issue(asPersonField(issue)),
  });
  const { where, address, on } = form.values;
  const undo = () =>
    void deed(async () => {
      const { moved } = await client.households.undoMove({ id });
      toast({ tone: 'done', text: t('household.moveUndone', { count: moved }) });
    });
  return (
    <FormShell
      form={form}
      label={t('household.move')}
      saveWords={t('household.moveSave')}
      actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
      save={(values) =>
        save(async () => {
          const addressId = values.where === 'here' ? (values.address?.id ?? null) : null;
          const { moved } = await client.households.move({ id, revision, addressId, on: values.on ?? today });
          onDone();
          toast({ tone: 'done', text: t('household.moved', { count: moved }), undo });
        })
      }
    >
      <DigitChoice
        {...form.field('where')}
        label={t('household.moveWhere')}
        options={[
          { value: 'here', digit: '1', label: t('household.moveHere') },
          { value: 'away', digit: '2', label: t('household.moveAway') },
        ]}
        autoFocus
      />
      {where === 'here' && (
        <AddressField
          name="address"
          label={t('household.moveTo')}
          value={address}
          onChange={(chosen) => form.set('address', chosen)}
          error={form.field('address').error}
          required
        />
      )}
      <DayField
        {...form.field('on')}
        label={t('household.moveOn')}
        hint={t('record.outOnHint')}
        today={today}
        onUnread={(unread) => form.unread('on', unread)}
      />
      {where !== null && (
        <p className={styles.soft}>
          {where === 'here'
            ? t('household.moveHint', { count: people })
            : t('household.moveAwayHint', { count: people, until: retainResidentUntil(on ?? today) })}
        </p>
      )}
    </FormShell>
  );
}

/** The day and the door of a move are told off as those of a person are. */
function asPersonField({ field, rule }: { readonly field: string; readonly rule: string }) {
  const names: Readonly<Record<string, string>> = { on: 'outOn', address: 'addressId' };
  return { field: names[field] ?? field, rule };
}
