/**
 * The one deed of a locked office: the sealed week onto the station's stick. Shown only while such a stick is plugged in, with
 * nothing but the week and the stick's number.
 */
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import styles from './lock.module.css';

const LOOK_MS = 1500;

interface Outcome {
  readonly stick: string;
  /** Null: written and read back. */
  readonly words: ErrorWords | null;
}

export function CarryWeek() {
  const { t } = useTranslation('lock');
  const { client, queries } = useOffice();
  const failureWords = useFailureWords();
  const [working, setWorking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { data } = useQuery(
    queries.carry.offer.queryOptions({ input: {}, refetchInterval: LOOK_MS, retry: false }),
  );
  const week = data?.week ?? null;
  const sticks = data?.sticks ?? [];
  const copy = async (stick: string) => {
    setWorking(true);
    setOutcome(null);
    try {
      await client.carry.copy({ stick });
      setOutcome({ stick, words: null });
    } catch (error) {
      setOutcome({ stick, words: failureWords(toFailure(error)) });
    } finally {
      setWorking(false);
    }
  };
  const failed = outcome !== null && outcome.words !== null ? outcome.words : null;
  if (week === null || (sticks.length === 0 && failed === null)) return null;
  return (
    <div className={styles.carry}>
      {sticks.map(({ id, serial }) => {
        const done = outcome?.stick === id && outcome.words === null;
        return (
          <div key={id}>
            <Button busy={working} onClick={() => void copy(id)}>
              {working ? t('carry.working') : t('carry.copy', { week, serial })}
            </Button>
            {done && !working && (
              <p role="status" className={styles.carried}>
                <IconCircleCheck size={20} aria-hidden="true" /> {t('carry.done', { week, serial })}
              </p>
            )}
          </div>
        );
      })}
      {failed !== null && <ErrorPanel words={failed} />}
    </div>
  );
}
