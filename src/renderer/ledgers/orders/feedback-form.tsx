/** The sentence that closes an order. Without it nothing is done: the button does not ask, it needs one. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '#shared/contract/sent/orders.ts';
import { cleanFeedback, FEEDBACK_MAX, feedbackIssues } from '#shared/ledgers/sent/orders.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { TextAreaField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useOrderIssue } from './order-issue.ts';

const EMPTY = { feedback: '' };

export function FeedbackForm({ order }: { readonly order: Pick<OrderRow, 'id' | 'revision'> }) {
  const { t } = useTranslation('orders');
  const { client } = useOffice();
  const cache = useQueryClient();
  const save = useSave();
  const toast = useToast();
  const form = useForm<typeof EMPTY>({
    initial: EMPTY,
    required: ['feedback'],
    check: ({ feedback }) => feedbackIssues(cleanFeedback(feedback)),
    words: useOrderIssue(),
  });
  return (
    <Card title={t('record.close')}>
      <FormShell
        form={form}
        label={t('record.close')}
        saveWords={t('record.finish')}
        save={({ feedback }) =>
          save(async () => {
            const { id, revision } = order;
            await client.orders.finish({ id, revision, feedback: cleanFeedback(feedback) });
            await invalidateRoom(cache, 'orders');
            toast({ tone: 'done', text: t('record.finished') });
          })
        }
      >
        <TextAreaField
          {...form.field('feedback')}
          label={t('record.feedback')}
          hint={t('record.feedbackHint')}
          rows={4}
          maxLength={FEEDBACK_MAX + 50}
        />
      </FormShell>
    </Card>
  );
}
