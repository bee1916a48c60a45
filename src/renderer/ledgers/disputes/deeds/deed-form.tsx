/**
 * The form of one deed: its fields are checked by the rules of the machine while they are typed, what the office refuses is
 * told in its own sentence, and the page shows the matter anew when it is done.
 */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeedDone } from '#shared/contract/disputes/deeds.ts';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { DeedName } from '#shared/ledgers/disputes/deeds.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import type { DraftPort } from '#renderer/ui/form/draft-keeper.ts';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import { FormShell, type SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { tellWhole } from '#renderer/ui/form/whole-issue.ts';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import type { ExtraDeed } from './deed-kind.ts';
import styles from './deeds.module.css';

/** The record at the revision that its page shows. */
export interface Change {
  readonly id: string;
  readonly revision: number;
}

export interface DeedProps {
  readonly dispute: DisputeRecord;
  readonly onDone: () => void;
}

export interface DeedFormProps<Values extends object> extends DeedProps {
  readonly deed: DeedName | ExtraDeed;
  readonly initial: Values;
  readonly required?: readonly (keyof Values & string)[];
  readonly check?: (values: Values) => readonly FieldIssue[];
  readonly send: (change: Change, values: Values) => Promise<DeedDone>;
  /** Beyond closing the form, such as offering the way back. True: it was said that it is done. */
  readonly after?: (done: DeedDone) => boolean;
  readonly before?: (form: FormModel<Values>) => ReactNode;
  readonly draft?: DraftPort;
  readonly children?: (form: FormModel<Values>) => ReactNode;
}

const NONE: readonly never[] = [];

export function DeedForm<Values extends object>(props: DeedFormProps<Values>) {
  const { dispute, deed, onDone, send, children } = props;
  const { t } = useTranslation('disputeDeeds');
  const words = useDisputeWords();
  const form = useForm<Values>({
    initial: props.initial,
    required: props.required ?? NONE,
    check: props.check ?? (() => NONE),
    words: words.issue,
  });
  const save = useDeedSave(props);
  const saved = async (values: Values): Promise<SaveOutcome> => {
    const outcome = await save(() => send({ id: dispute.id, revision: dispute.revision }, values));
    return tellWhole(outcome, values, words.issue, t('keptText'));
  };
  return (
    <div className={styles.deed}>
      <FormShell
        form={form}
        label={t(`deeds.${deed}.button`)}
        save={saved}
        saveWords={t(`deeds.${deed}.button`)}
        {...(props.draft === undefined ? {} : { draft: props.draft })}
        before={props.before?.(form)}
        actions={<Button onClick={onDone}>{t('cancel')}</Button>}
      >
        {children?.(form)}
      </FormShell>
    </div>
  );
}

/** Says that it is done, shows the matter anew, and leaves the page of a matter that this person no longer sees. */
function useDeedSave({ deed, onDone, after }: Pick<DeedFormProps<object>, 'deed' | 'onDone' | 'after'>) {
  const { t } = useTranslation('disputeDeeds');
  const cache = useQueryClient();
  const desk = useDesk();
  const toast = useToast();
  const save = useSave();
  return (work: () => Promise<DeedDone>): Promise<SaveOutcome> =>
    save(async () => {
      let done: DeedDone;
      try {
        done = await work();
      } catch (error) {
        // It may stand otherwise than the page shows.
        await invalidateRoom(cache, 'disputes');
        throw error;
      }
      if (after?.(done) !== true) toast({ tone: 'done', text: t(`deeds.${deed}.done`) });
      onDone();
      if (!done.seen) desk.go('/disputes');
      else await invalidateRoom(cache, 'disputes');
    });
}
