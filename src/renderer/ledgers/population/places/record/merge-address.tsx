/** One place that was entered twice: which one stays, and what moves there, is said before anything does. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { elementOf } from '#shared/ledgers/population/addresses.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { AddressField, type ChosenAddress } from '#renderer/pickers/address-field.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { StopBar } from '#renderer/record/stop-bar.tsx';
import { useStoppable } from '#renderer/record/use-stoppable.ts';
import styles from './place.module.css';

interface MergeValues {
  readonly into: ChosenAddress | null;
  readonly reason: string;
}

export interface MergeAddressProps {
  readonly address: AddressRecord;
  readonly onDone: () => void;
}

/** As long as the office takes. */
const REASON_MAX = 100;

export function MergeAddress({ address, onDone }: MergeAddressProps) {
  const { t } = useTranslation('places');
  const { client, queries } = useOffice();
  const desk = useDesk();
  const words = usePlaceWords();
  const save = useSave();
  const toast = useToast();
  const long = useStoppable();
  const { id, revision } = address;
  /** The chosen one again: its record is read before the form judges it. */
  const [intoId, setIntoId] = useState<string | null>(null);
  const target = useQuery(
    queries.addresses.open.queryOptions({ input: { id: intoId ?? '' }, enabled: intoId !== null }),
  );
  const form = useForm<MergeValues>({
    initial: { into: null, reason: '' },
    required: ['reason'],
    check: ({ into }) => intoIssues(into, address, target.data),
    words: words.issue,
  });
  return (
    <FormShell
      form={form}
      label={t('merge.title', { line: address.line })}
      saveWords={t('merge.save')}
      actions={<Button onClick={onDone}>{t('form.cancel')}</Button>}
      save={(values) =>
        save(async () => {
          const into = values.into?.id;
          if (into === undefined) return;
          const reason = cleanText(values.reason);
          const merged = await long.run((signal) =>
            client.addresses.merge({ id, revision, into, reason }, { signal }),
          );
          toast({ tone: 'done', text: t('merge.done', { line: merged.line }) });
          onDone();
          desk.go(`/places/${merged.id}`);
        })
      }
    >
      <p>{t('merge.why')}</p>
      <AddressField
        name="into"
        label={t('merge.into')}
        takes="any"
        value={form.values.into}
        onChange={(chosen) => {
          setIntoId(chosen?.id ?? null);
          form.set('into', chosen);
        }}
        onBlur={form.field('into').onBlur}
        error={form.field('into').error}
        required
        autoFocus
      />
      <Notice tone="amber">
        <div className={styles.moves}>
          <p>{t('merge.moves')}</p>
          <ul>
            {address.elements > 0 && <li>{t('merge.movesElements', { count: address.elements })}</li>}
            {address.people > 0 && <li>{t('merge.movesPeople', { count: address.people })}</li>}
            {address.elements === 0 && address.people === 0 && <li>{t('merge.movesNothing')}</li>}
            <li>{t('merge.movesName', { name: address.name })}</li>
            {(address.quiet || target.data?.quiet === true) && <li>{t('merge.movesQuiet')}</li>}
          </ul>
          <p>{t('merge.final')}</p>
        </div>
      </Notice>
      <TextField
        {...form.field('reason')}
        label={t('merge.reason')}
        hint={t('merge.reasonHint')}
        maxLength={REASON_MAX}
      />
      <StopBar words={t('merge.working')} deed={long} />
    </FormShell>
  );
}

/** What the office would refuse, said while it is chosen. */
function intoIssues(
  into: ChosenAddress | null,
  from: AddressRecord,
  target: AddressRecord | undefined,
): FieldIssue[] {
  const wrong = (rule: string) => [{ field: 'into', rule }];
  if (into === null) return wrong('required');
  if (into.id === from.id) return wrong('same');
  if (target === undefined || target.id !== into.id) return [];
  if (target.above.some(({ id }) => id === from.id)) return wrong('below-it');
  return elementOf(target.kind).level === elementOf(from.kind).level ? [] : wrong('other-kind');
}
