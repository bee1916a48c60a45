import { IconBellOff, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressNode } from '#shared/contract/population/addresses.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import styles from './tree.module.css';

/** What every row of the tree is given. */
export interface TreeDeeds {
  readonly isOpen: (node: AddressNode, isOnly: boolean) => boolean;
  readonly fold: (node: AddressNode, open: boolean) => void;
  readonly open: (node: AddressNode) => void;
  /** The keyboard has come here. */
  readonly visit: (id: string) => void;
  readonly current: string | null;
  /** Where the keyboard enters the tree. */
  readonly entry: string | null;
}

export interface TreeRowProps {
  readonly node: AddressNode;
  readonly level: number;
  readonly isOpen: boolean;
  readonly tree: TreeDeeds;
  /** The branch below, where it is unfolded. */
  readonly children: ReactNode;
}

export function TreeRow({ node, level, isOpen, tree, children }: TreeRowProps) {
  const { t } = useTranslation('places');
  const words = usePlaceWords();
  const row = useRef<HTMLDivElement>(null);
  const isCurrent = tree.current === node.id;
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const holds = node.children > 0;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li role="none">
      <div
        ref={row}
        role="treeitem"
        data-id={node.id}
        aria-level={level}
        aria-selected={isCurrent}
        {...(holds ? { 'aria-expanded': isOpen } : {})}
        tabIndex={tree.entry === node.id ? 0 : -1}
        className={styles.row}
        data-current={isCurrent || undefined}
        style={{ paddingInlineStart: (level - 1) * INDENT }}
        onFocus={() => tree.visit(node.id)}
      >
        {holds ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            className={styles.fold}
            title={t(isOpen ? 'tree.collapse' : 'tree.expand', { name: node.name })}
            onClick={() => tree.fold(node, !isOpen)}
          >
            <Chevron size={16} />
          </button>
        ) : (
          <span className={styles.fold} />
        )}
        <button
          type="button"
          tabIndex={-1}
          data-opens
          className={styles.name}
          onClick={() => tree.open(node)}
        >
          <span className={styles.word}>{node.name}</span>{' '}
          <span className={styles.kind}>{words.kind(node.kind)}</span>{' '}
          {node.state !== 'in-use' && <Chip tone="amber">{words.state(node.state)}</Chip>}
          {node.quiet && (
            <span className={styles.quiet} title={t('quiet')}>
              <IconBellOff size={14} role="img" aria-label={t('quiet')} />
            </span>
          )}{' '}
          {holds && <span className={styles.count}>{node.children}</span>}
        </button>
      </div>
      {children}
    </li>
  );
}

/** Pixels that each level stands further in. */
const INDENT = 16;
