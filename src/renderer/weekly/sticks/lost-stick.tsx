/** U 盘丢了: what was on it, that nobody can read it, and what is left to do. Calm: nothing has to be sealed again. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { UsedStick } from '#shared/contract/weekly.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { momentWords } from '#renderer/client/words/moment-words.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { WeeklyPaperForm } from '#renderer/papers/weekly-paper-form.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import styles from '#renderer/weekly/weekly.module.css';

/** Pixels: a stick and its weeks side by side. */
const WIDTH = 640;

export function LostStickButton() {
  const { t } = useTranslation('weekly');
  const [opened, setOpened] = useState(false);
  const [printing, setPrinting] = useState<string | null>(null);
  return (
    <>
      <Button kind="quiet" size="desk" onClick={() => setOpened(true)}>
        {t('lost.open')}
      </Button>
      <Dialog
        opened={opened && printing === null}
        title={t('lost.title')}
        width={WIDTH}
        onClose={() => setOpened(false)}
      >
        {opened && <UsedSticks onPrint={setPrinting} />}
      </Dialog>
      <PaperDialog opened={printing !== null} title={t('lost.note')} onClose={() => setPrinting(null)}>
        {printing !== null && (
          <WeeklyPaperForm label={t('lost.note')} order={{ name: 'stick-loss', stick: printing }}>
            <p>{t('lost.noteHint')}</p>
          </WeeklyPaperForm>
        )}
      </PaperDialog>
    </>
  );
}

interface UsedSticksProps {
  /** Told the stick whose note is to be printed. */
  readonly onPrint: (stick: string) => void;
}

function UsedSticks({ onPrint }: UsedSticksProps) {
  const { t } = useTranslation('weekly');
  const { client, queries } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const errorWords = useErrorWords();
  const asked = queries.weekly.usedSticks.queryOptions({ input: {} });
  const { data, error } = useQuery({ ...asked, staleTime: 0 });
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (data === undefined) return null;
  if (data.length === 0) return <EmptyState why={t('lost.none')} />;
  const lose = async (stick: string) => {
    const after = await deed(() => client.weekly.reportLost({ stick }));
    if (after !== null) cache.setQueryData(asked.queryKey, after);
  };
  return (
    <div className={styles.stack}>
      <p>{t('lost.safe')}</p>
      {data.map((stick) => (
        <StickWeeks
          key={stick.id}
          stick={stick}
          onLost={() => lose(stick.id)}
          onPrint={() => onPrint(stick.id)}
        />
      ))}
    </div>
  );
}

interface StickWeeksProps {
  readonly stick: UsedStick;
  readonly onLost: () => Promise<void>;
  readonly onPrint: () => void;
}

function StickWeeks({ stick, onLost, onPrint }: StickWeeksProps) {
  const { t } = useTranslation('weekly');
  const me = useMe();
  const mayPrint = mayCall(me.role, contract.weeklyPapers.print);
  const { serial, id, writtenAt, lostAt, bundles } = stick;
  const waiting = bundles.filter(({ state }) => state !== 'confirmed').length;
  const name = serial ?? id.slice(0, 4);
  return (
    <section className={styles.stick} aria-label={t('lost.stick', { serial: name })}>
      <h3 className={styles.subtitle}>
        {t('lost.stick', { serial: name })}{' '}
        <span className={styles.soft}>{t('lost.writtenAt', { time: momentWords(writtenAt) })}</span>
      </h3>
      <ul className={styles.files}>
        {bundles.map(({ seq, short, year, week, state }) => (
          <li key={`${short} ${seq}`}>
            {t('lost.week', { year, week, seq })}{' '}
            <Chip tone={state === 'confirmed' ? 'green' : 'amber'}>{t(`states.${state}`)}</Chip>
          </li>
        ))}
      </ul>
      {lostAt === null ? (
        <div>
          <Button onClick={() => void onLost()}>{t('lost.put', { serial: name })}</Button>
        </div>
      ) : (
        <div role="status" className={styles.stack}>
          <p>{t('lost.done', { time: momentWords(lostAt) })}</p>
          <p>{waiting === 0 ? t('lost.allArrived') : t('lost.again', { count: waiting })}</p>
          {mayPrint && (
            <div>
              <Button kind="primary" data-autofocus onClick={onPrint}>
                {t('lost.print')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
