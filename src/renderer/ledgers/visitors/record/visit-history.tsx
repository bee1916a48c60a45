/** Who changed this visit and what; who looked at what is masked, and why. Both come from the journal. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/contract/desk.ts';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { useErrorWords } from '#renderer/client/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { isEntered, isVisitField, useShowField } from './field-words.ts';
import styles from './record.module.css';

const TABS = ['changes', 'seen'] as const;
type Tab = (typeof TABS)[number];

export function VisitHistory({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('visitors');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const id = useId();
  const [tab, setTab] = useState<Tab>('changes');
  const history = useQuery(queries.history.of.queryOptions({ input: { ledger: 'visitors', id: visit.id } }));
  const entries = history.data ?? [];
  const of: Readonly<Record<Tab, readonly HistoryEntry[]>> = {
    changes: entries.filter((entry) => entry.what !== 'seen'),
    seen: entries.filter((entry) => entry.what === 'seen'),
  };
  const step = (by: number) => {
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? 'changes';
    setTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <Card padded={false}>
      <div
        role="tablist"
        className={styles.tabs}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey) return;
          if (event.key === 'ArrowRight') step(1);
          if (event.key === 'ArrowLeft') step(-1);
        }}
      >
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            aria-selected={one === tab}
            aria-controls={`${id}-panel`}
            tabIndex={one === tab ? 0 : -1}
            className={styles.tab}
            onClick={() => setTab(one)}
          >
            {t(`history.${one}`)} {history.data === undefined ? '' : of[one].length}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.history}>
        {history.isPending && <SkeletonRows rows={3} />}
        {history.error !== null && <ErrorPanel words={errorWords(history.error)} />}
        {history.data !== undefined && <Entries entries={of[tab]} />}
      </div>
    </Card>
  );
}

function Entries({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation('visitors');
  if (entries.length === 0) return <p className={styles.empty}>{t('history.nobody')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('history.when')}</th>
          <th scope="col">{t('history.who')}</th>
          <th scope="col">{t('history.what')}</th>
          <th scope="col">{t('history.details')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.n}>
            <td>{fullMoment(entry.at)}</td>
            <td>{entry.byName}</td>
            <td>{t(entry.what === 'seen' ? 'history.lookedAt' : `history.${entry.what}`)}</td>
            <td>
              <Details entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Details({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('visitors');
  const show = useShowField();
  const reason = useReasonWords();
  const made = entry.what === 'made';
  const changes = entry.changes.filter(({ field, after }) =>
    made ? isEntered(field) && after !== null && after !== false : isVisitField(field),
  );
  return (
    <>
      {entry.reason !== null && <p>{t('history.reason', { reason: reason(entry.reason) })}</p>}
      <ul className={made ? `${styles.changes} ${styles.inline}` : styles.changes}>
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            <b>{show.field(field)}</b> {!made && <Value words={show.value(field, before)} gone />}{' '}
            {!made && '→ '}
            <Value words={show.value(field, after)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Dates, numbers and short words are never broken over two lines. */
function Value({ words, gone = false }: { readonly words: string; readonly gone?: boolean }) {
  const Tag = gone ? 'del' : 'ins';
  return <Tag data-short={words.length < 24}>{words}</Tag>;
}

/** A reason is kept as its code, with a note after it; `undo` is the office's own. */
function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation(['visitors', 'client', 'ui']);
  return (reason) => {
    if (reason === 'undo') return t('ui:undo');
    const [first = '', ...rest] = reason.split(': ');
    const code = REVEAL_REASONS.find((one) => one === first);
    return code === undefined ? reason : [t(`client:reveal.${code}`), ...rest].join(': ');
  };
}
