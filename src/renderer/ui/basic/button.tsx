/** The three buttons of the office: one filled action a screen, plain ones, and links. */
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './basic.module.css';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className'> {
  /** `primary` only once a screen; `danger` never first and never focused by itself. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** `desk` is 44 px high, for what is pressed all day. */
  readonly size?: 'small' | 'normal' | 'desk';
  /** Shown as a key cap and told to assistive technology, such as `Ctrl+Enter`. */
  readonly keys?: string;
  readonly icon?: ReactNode;
  readonly busy?: boolean;
}

export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', keys, icon, busy = false, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={styles.button}
      data-kind={kind}
      data-size={size}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      <span>{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'aria-label'> {
  /** What it does: read aloud, and shown on hover. */
  readonly label: string;
}

export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={styles.iconButton} aria-label={label} title={label}>
      {children}
    </button>
  );
}
