/** The form of one deed on a matter, in a dialog: the record's own sentences at its fields, and a way out that changes nothing. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useForm, type FormModel } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { tellWhole } from '#renderer/ui/form/whole-issue.ts';
import { useIssueWords } from '#renderer/ledgers/statutory/statutory-words.ts';

export interface MatterFormProps<Values extends object> {
  readonly label: string;
  readonly saveWords: string;
  readonly initial: Values;
  readonly required: readonly (keyof Values & string)[];
  readonly check?: (values: Values) => readonly FieldIssue[];
  readonly send: (values: Values) => Promise<void>;
  readonly onClose: () => void;
  readonly children: (form: FormModel<Values>) => ReactNode;
}

const NONE: readonly FieldIssue[] = [];

export function MatterForm<Values extends object>(props: MatterFormProps<Values>) {
  const { t } = useTranslation('statutory');
  const words = useIssueWords();
  const save = useSave();
  const form = useForm<Values>({
    initial: props.initial,
    required: props.required,
    check: props.check ?? (() => NONE),
    words,
  });
  return (
    <FormShell
      form={form}
      label={props.label}
      save={async (values) => tellWhole(await save(() => props.send(values)), values, words, t('kept'))}
      saveWords={props.saveWords}
      marks="optional"
      actions={<Button onClick={props.onClose}>{t('cancel')}</Button>}
    >
      {props.children(form)}
    </FormShell>
  );
}
