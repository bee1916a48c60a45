/** The tree of places: each branch is read when it is unfolded, and arrows walk it as in a list of folders. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressNode } from '#shared/contract/population/addresses.ts';
import { elementOf } from '#shared/ledgers/population/addresses.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOffice } from '#renderer/client/office.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { TreeRow, type TreeDeeds } from './tree-row.tsx';
import { itemAfterKey } from './tree-keys.ts';
import styles from './tree.module.css';

export interface PlaceTreeProps {
  /** The element whose record is shown, and everything above it. */
  readonly current: string | null;
  readonly path: readonly string[];
  readonly onOpen: (node: AddressNode) => void;
}

/** What a person folded and unfolded; what they did not touch follows from the tree. */
type Folds = Readonly<Record<string, boolean>>;

/** Down to communities and villages the tree is unfolded from the beginning: an office has few of them. */
const OPEN_LEVEL = 4;

export function PlaceTree({ current, path, onOpen }: PlaceTreeProps) {
  const { t } = useTranslation('places');
  const [folds, setFolds] = useKeptState<Folds>('places.folds', {});
  const [at, setAt] = useState(current);
  const top = useBelow(null);
  const errorWords = useErrorWords();

  const list = useRef<HTMLUListElement>(null);
  const isRead = top.data !== undefined;
  useEffect(() => {
    // Whoever comes here begins with the arrows.
    if (isRead && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  }, [isRead]);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const deed = itemAfterKey(event, event.currentTarget);
    if (deed === null) return;
    event.preventDefault();
    if (deed.kind === 'go') deed.item.focus();
    else if (deed.kind === 'fold') setFolds({ ...folds, [deed.id]: deed.open });
    else deed.item.querySelector<HTMLElement>('[data-opens]')?.click();
  };
  if (top.error !== null) return <ErrorPanel words={errorWords(top.error)} />;
  if (top.data === undefined) return <SkeletonRows rows={8} />;
  const entry = at ?? top.data[0]?.id ?? null;
  return (
    <ul ref={list} role="tree" aria-label={t('tree.label')} className={styles.tree} onKeyDown={press}>
      <Level
        nodes={top.data}
        level={1}
        tree={{
          isOpen: (node, isOnly) =>
            folds[node.id] ?? (isOnly || path.includes(node.id) || elementOf(node.kind).level <= OPEN_LEVEL),
          fold: (node, open) => {
            setFolds({ ...folds, [node.id]: open });
            // What is folded away can no longer hold the keyboard.
            if (!open) setAt(node.id);
          },
          open: onOpen,
          visit: setAt,
          current,
          entry,
        }}
      />
    </ul>
  );
}

interface LevelProps {
  readonly nodes: readonly AddressNode[];
  readonly level: number;
  readonly tree: TreeDeeds;
}

function Level({ nodes, level, tree }: LevelProps) {
  return nodes.map((node) => {
    const isOpen = node.children > 0 && tree.isOpen(node, nodes.length === 1);
    return (
      <TreeRow key={node.id} node={node} level={level} isOpen={isOpen} tree={tree}>
        {isOpen && <Branch parent={node.id} level={level + 1} tree={tree} />}
      </TreeRow>
    );
  });
}

interface BranchProps extends Omit<LevelProps, 'nodes'> {
  readonly parent: string;
}

function Branch({ parent, level, tree }: BranchProps) {
  const { t } = useTranslation('places');
  const below = useBelow(parent);
  const errorWords = useErrorWords();
  return (
    <ul role="group" aria-busy={below.isPending} aria-label={below.isPending ? t('tree.loading') : undefined}>
      {below.error !== null && (
        <li role="none">
          <ErrorPanel words={errorWords(below.error)} />
        </li>
      )}
      <Level nodes={below.data ?? []} level={level} tree={tree} />
    </ul>
  );
}

function useBelow(parent: string | null) {
  const { queries } = useOffice();
  return useQuery(queries.addresses.below.queryOptions({ input: { parent } }));
}
