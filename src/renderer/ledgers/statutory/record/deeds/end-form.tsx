import { useTranslation } from 'react-i18next';
import { CATEGORIES, type EndWay } from '#shared/ledgers/statutory/categories.ts';
import { endIssues } from '#shared/ledgers/statutory/ending.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { openDuties } from '#renderer/ledgers/statutory/record/changed-record.ts';
import type { TaskProps } from '#renderer/ledgers/statutory/record/matter-props.ts';
import { MatterForm } from '#renderer/ledgers/statutory/record/matter-form.tsx';

interface End {
  readonly how: EndWay | null;
  readonly endedOn: string | null;
}

/** By a document, before its day. */
export function EndForm({ record, onClose, onOver }: TaskProps) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const { client } = useOffice();
  const today = useOfficeDay();
  const toast = useToast();
  const { endWays, endNotice } = CATEGORIES[record.category];
  const [only] = endWays;
  const send = async ({ how, endedOn }: End) => {
    const { id, revision } = record;
    await client.statutory.end({ id, revision, how: how ?? 'terminated', endedOn: endedOn ?? today });
    toast({ tone: 'done', text: t('endDialog.saved') });
    onClose();
    onOver();
  };
  return (
    <MatterForm<End>
      label={t('endDialog.title')}
      saveWords={t('endDialog.save')}
      initial={{ how: endWays.length === 1 && only !== undefined ? only : null, endedOn: today }}
      required={['how', 'endedOn']}
      check={({ how, endedOn }) =>
        how === null || endedOn === null
          ? []
          : endIssues(record, { how, endedOn }, openDuties(record).length, today)
      }
      send={send}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Notice tone="amber">
            {t('endDialog.why')} {t(endNotice ? 'endDialog.notice' : 'endDialog.sealed')}
          </Notice>
          <DigitChoice
            {...form.field('how')}
            label={t('endDialog.how')}
            options={endWays.map((code, index) => ({
              value: code,
              digit: String(index + 1),
              label: t(`statutory:endWays.${code}`),
            }))}
            autoFocus
          />
          <DayField
            {...form.field('endedOn')}
            label={t('endDialog.endedOn')}
            today={today}
            onUnread={(unread) => form.unread('endedOn', unread)}
          />
        </>
      )}
    </MatterForm>
  );
}
