/** The officer's answer: who asks was made sure of, what was done, and for a no its ground with the article and the reason. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import {
  answerIssues,
  cleanAnswer,
  GROUND_ARTICLES,
  IDENTITY_PROOFS,
  REFUSAL_GROUNDS,
  REQUEST_OUTCOMES,
  REQUEST_TEXT_MAX,
  type RefusalGround,
  type RequestOutcome,
  type RightsAnswer,
} from '#shared/ledgers/rights/requests.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextAreaField } from '#renderer/ui/fields/text-field.tsx';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useRightsIssue } from '#renderer/ledgers/rights/issue-word.ts';

interface AnswerValues {
  readonly identity: RightsAnswer['identity'];
  readonly outcome: RequestOutcome | null;
  readonly ground: RefusalGround | null;
  readonly answer: string;
}

const EMPTY: AnswerValues = { identity: null, outcome: null, ground: null, answer: '' };

function toAnswer({ outcome, ...rest }: AnswerValues): RightsAnswer | null {
  return outcome === null ? null : cleanAnswer({ ...rest, outcome });
}

export function AnswerForm({ request }: { readonly request: RightsRow }) {
  const { t } = useTranslation('rights');
  const { client } = useOffice();
  const cache = useQueryClient();
  const save = useSave();
  const toast = useToast();
  const words = useRightsIssue();
  const form = useForm<AnswerValues>({
    initial: EMPTY,
    required: ['outcome', 'answer'],
    check: (values) => {
      const answer = toAnswer(values);
      return answer === null ? [] : answerIssues(answer);
    },
    words,
  });
  return (
    <Card title={t('record.answer')}>
      <FormShell
        form={form}
        label={t('record.answer')}
        saveWords={t('record.answerSave')}
        save={(values) =>
          save(async () => {
            const answer = toAnswer(values);
            if (answer === null) return;
            const { id, revision } = request;
            await client.rights.answer({ id, revision, answer });
            await invalidateRoom(cache, 'rights');
            toast({ tone: 'done', text: t('record.answerDone') });
          })
        }
      >
        <AnswerFields form={form} />
      </FormShell>
    </Card>
  );
}

function AnswerFields({ form }: { readonly form: FormModel<AnswerValues> }) {
  const { t } = useTranslation('rights');
  const { outcome, ground } = form.values;
  const refuses = outcome === 'refused' || outcome === 'partly';
  const options = <Code extends string>(codes: readonly Code[], words: (code: Code) => string) =>
    codes.map((value, index) => ({ value, label: words(value), digit: String(index + 1) }));
  return (
    <>
      <DigitChoice
        {...form.field('outcome')}
        label={t('fields.outcome')}
        options={options(REQUEST_OUTCOMES, (code) => t(`outcomes.${code}`))}
      />
      <DigitChoice
        {...form.field('identity')}
        label={t('fields.identity')}
        hint={t('record.identityHint')}
        options={options(IDENTITY_PROOFS, (code) => t(`proofs.${code}`))}
        required={outcome === 'granted' || outcome === 'partly'}
      />
      {refuses && (
        <DigitChoice
          {...form.field('ground')}
          label={t('fields.ground')}
          options={options(REFUSAL_GROUNDS, (code) => t(`grounds.${code}`))}
          {...(ground === null
            ? {}
            : { hint: t('record.groundArticle', { article: GROUND_ARTICLES[ground] }) })}
          required
        />
      )}
      <TextAreaField
        {...form.field('answer')}
        label={t('fields.answer')}
        hint={t('record.answerHint')}
        rows={4}
        maxLength={REQUEST_TEXT_MAX + 50}
      />
    </>
  );
}
