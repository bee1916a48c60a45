/** Below the two records: which number stays, why, and the two answers there are. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoublePair, PairField } from '#shared/contract/population/residents.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { takenFields, type Side } from './pair-values.ts';
import styles from './doubles.module.css';

export interface MergeBarProps {
  readonly pair: DoublePair;
  readonly keep: Side;
  readonly choice: Readonly<Record<PairField, Side>>;
  readonly onKeep: (side: Side) => void;
}

export function MergeBar({ pair, keep, choice, onKeep }: MergeBarProps) {
  const { t } = useTranslation('doubles');
  const { client } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const toast = useToast();
  const [reason, setReason] = useState<string>(() => t('reasonFirst'));
  const [busy, setBusy] = useState(false);
  const clean = cleanText(reason);
  const kept = pair[keep];
  const gone = pair[keep === 'a' ? 'b' : 'a'];

  const merge = async () => {
    if (clean === '' || busy) return;
    setBusy(true);
    const merged = await deed(() =>
      client.doubles.merge({
        keep: { id: kept.id, revision: kept.revision },
        drop: { id: gone.id, revision: gone.revision },
        take: takenFields(pair, keep, choice),
        reason: clean,
      }),
    );
    setBusy(false);
    if (merged === null) return;
    const { id, revision } = merged;
    toast({
      tone: 'done',
      text: t('merged', { name: merged.name }),
      undo: () =>
        void deed(async () => {
          await client.doubles.unmerge({ id, revision });
          toast({ tone: 'done', text: t('unmerged') });
        }),
    });
  };
  const settle = () =>
    void deed(async () => {
      const two = { a: pair.a.id, b: pair.b.id };
      await client.doubles.settle(two);
      await invalidateRoom(cache, 'doubles');
      toast({ tone: 'done', text: t('settled'), undo: () => unsettle(two) });
    });
  const unsettle = (two: { readonly a: string; readonly b: string }) =>
    void deed(async () => {
      await client.doubles.unsettle(two);
      await invalidateRoom(cache, 'doubles');
      toast({ tone: 'done', text: t('unsettled') });
    });
  return (
    <form
      className={styles.merge}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      <DigitChoice
        name="keep"
        label={t('keep')}
        value={keep}
        onChange={onKeep}
        advances={false}
        options={[
          { value: 'a', digit: '1', label: pair.a.id },
          { value: 'b', digit: '2', label: pair.b.id },
        ]}
      />
      <TextField
        name="reason"
        label={t('reason')}
        value={reason}
        onChange={setReason}
        maxLength={100}
        error={clean === '' ? t('reasonMissing') : null}
        required
      />
      <span className={styles.answers}>
        <Button onClick={settle}>{t('settle')}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {t('merge')}
        </Button>
      </span>
      <p className={styles.soft}>{t('keepHint')}</p>
    </form>
  );
}
