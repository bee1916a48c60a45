/** Down the tree of places to one door, by arrows and Enter or by clicks. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressNode } from '#shared/contract/population/addresses.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import type { ChosenAddress } from './address-field.tsx';
import styles from './pickers.module.css';

export interface AddressTreeProps {
  /** Null: the topmost elements. */
  readonly at: string | null;
  readonly takes: 'door' | 'any';
  readonly onChoose: (address: ChosenAddress) => void;
}

export function AddressTree({ at, takes, onChoose }: AddressTreeProps) {
  const { t } = useTranslation('pickers');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const [parent, setParent] = useState(at);
  /** Somebody went up on purpose: a level of one is then not passed over. */
  const [wentUp, setWentUp] = useState(false);
  const below = useQuery(queries.addresses.below.queryOptions({ input: { parent } }));
  const here = useQuery(
    queries.addresses.open.queryOptions({ input: { id: parent ?? '' }, enabled: parent !== null }),
  );
  const [only, second] = below.data ?? [];
  useEffect(() => {
    if (!wentUp && only !== undefined && second === undefined && only.children > 0) setParent(only.id);
  }, [wentUp, only, second]);

  const goTo = (id: string | null) => {
    setWentUp(true);
    setParent(id);
  };
  const enter = (node: AddressNode) => {
    if (node.children > 0) {
      setWentUp(false);
      setParent(node.id);
    } else if (mayBeDoor(node.kind)) onChoose({ id: node.id, line: node.line });
  };
  const above = parent === null || here.data === undefined ? [] : [...here.data.above, here.data];
  return (
    <div className={styles.tree}>
      <nav className={styles.crumbs} aria-label={t('treeTitle')}>
        <Button size="small" kind="quiet" onClick={() => goTo(null)}>
          {t('treeTop')}
        </Button>
        {above.map(({ id, name }) => (
          <Button key={id} size="small" kind="quiet" onClick={() => goTo(id)}>
            {name}
          </Button>
        ))}
        {takes === 'any' && here.data !== undefined && (
          <Button size="small" onClick={() => onChoose({ id: here.data.id, line: here.data.line })}>
            {t('takeHere', { name: here.data.name })}
          </Button>
        )}
      </nav>
      {below.isPending && <SkeletonRows rows={4} />}
      {below.error !== null && <ErrorPanel words={errorWords(below.error)} />}
      {below.data?.length === 0 && <p className={styles.none}>{t('treeEmpty')}</p>}
      {below.data !== undefined && below.data.length > 0 && (
        <Level key={parent} nodes={below.data} onEnter={enter} />
      )}
    </div>
  );
}

interface LevelProps {
  readonly nodes: readonly AddressNode[];
  readonly onEnter: (node: AddressNode) => void;
}

function Level({ nodes, onEnter }: LevelProps) {
  const { t } = useTranslation('pickers');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const press = (event: KeyboardEvent<HTMLUListElement>) => {
    if (belongsToInputMethod(event)) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const across = buttons.filter(({ offsetTop }) => offsetTop === buttons[0]?.offsetTop).length;
    const step = { ArrowDown: across, ArrowUp: -across, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons[buttons.findIndex((button) => button === document.activeElement) + step]?.focus();
  };
  return (
    <ul ref={list} className={styles.level} onKeyDown={press}>
      {nodes.map((node) => {
        const closed = node.children === 0 && !mayBeDoor(node.kind);
        return (
          <li key={node.id}>
            <button
              type="button"
              className={styles.node}
              disabled={closed}
              title={closed ? t('treeEmpty') : undefined}
              onClick={() => onEnter(node)}
            >
              {node.name}
              {node.children > 0 && <span className={styles.count}>{node.children}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
