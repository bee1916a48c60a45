/** The promised reply: when it is owed, and noting that it was given. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import {
  BODIES,
  keepsContent,
  needsBody,
  RESULTS,
  SATISFACTION,
  type BodyCode,
  type ResultCode,
} from '#shared/ledgers/visitors.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { NotKept } from '#renderer/ledgers/visitors/quick/visit-fields.tsx';
import { useUndoToast } from '#renderer/ledgers/visitors/visit-deeds.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';

interface ReplyValues {
  readonly result: ResultCode | null;
  readonly referredTo: BodyCode | null;
  readonly satisfied: (typeof SATISFACTION)[number];
}

export function VisitReply({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('visitors');
  const [replying, setReplying] = useState(false);
  if (visit.promisedOn === null) return null;
  if (visit.repliedOn !== null)
    return <Card title={t('record.replyTitle')}>{t('record.replyDone', { day: visit.repliedOn })}</Card>;
  return (
    <Card title={t('record.replyTitle')} note={t('record.replyOwed', { day: visit.promisedOn })}>
      {replying ? (
        <ReplyForm visit={visit} onDone={() => setReplying(false)} />
      ) : (
        <Button kind="primary" size="desk" onClick={() => setReplying(true)}>
          {t('record.reply')}
        </Button>
      )}
    </Card>
  );
}

interface ReplyFormProps {
  readonly visit: VisitRow;
  readonly onDone: () => void;
}

function ReplyForm({ visit, onDone }: ReplyFormProps) {
  const { t } = useTranslation('visitors');
  const { client } = useOffice();
  const cache = useQueryClient();
  const words = useVisitWords();
  const save = useSave();
  const offerUndo = useUndoToast();
  const form = useForm<ReplyValues>({
    initial: { result: visit.result, referredTo: visit.referredTo, satisfied: visit.satisfied },
    required: ['result'],
    check: ({ result, referredTo }) =>
      result !== null && needsBody(result) && referredTo === null
        ? [{ field: 'referredTo', rule: 'required' }]
        : [],
    words: words.issue,
  });
  const { result, referredTo } = form.values;
  const asks = result !== null && needsBody(result);
  const reply = (values: ReplyValues) =>
    save(async () => {
      const saved = await client.visitors.reply({
        id: visit.id,
        revision: visit.revision,
        result: values.result ?? 'settled',
        referredTo: asks ? values.referredTo : null,
        satisfied: values.satisfied,
      });
      await invalidateRoom(cache, 'visitors');
      offerUndo(saved, t('record.replied'), t('record.undone'));
      onDone();
    });
  return (
    <FormShell
      form={form}
      label={t('record.replyTitle')}
      save={reply}
      saveWords={t('record.replySave')}
      actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
    >
      <DigitChoice
        {...form.field('result')}
        label={t('fields.result')}
        options={RESULTS.map((code, index) => ({
          value: code,
          label: words.result(code),
          digit: String(index + 1),
        }))}
        autoFocus
      />
      {asks && (
        <SelectField
          {...form.field('referredTo')}
          label={t('fields.referredTo')}
          none={t('quick.noBody')}
          options={BODIES.map((code) => ({ value: code, label: words.body(code) }))}
          required
        />
      )}
      {asks && !keepsContent({ matter: visit.matter, referredTo }) && <NotKept />}
      <DigitChoice
        {...form.field('satisfied')}
        label={t('fields.satisfied')}
        options={SATISFACTION.map((code, index) => ({
          value: code,
          label: words.satisfied(code),
          digit: String(index + 1),
        }))}
      />
    </FormShell>
  );
}
