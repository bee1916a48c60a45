/** Short words at the bottom of the screen: what was done, and for ten seconds the way back. */
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconX } from '@tabler/icons-react';
import { IconButton, Button } from '#renderer/ui/basic/button.tsx';
import { useKey } from '#renderer/ui/keys/use-key.ts';
import { useCountdown } from './countdown.ts';
import styles from './layers.module.css';

/** Seconds a toast with a way back stays. */
export const UNDO_SHOWN_SECONDS = 10;
const PLAIN_SECONDS = 5;

export interface ToastWords {
  readonly tone: 'done' | 'failed';
  readonly text: string;
  /** Takes back what the toast speaks of; absent where there is no way back. */
  readonly undo?: () => void;
}

interface Shown extends ToastWords {
  readonly key: number;
}

const ToastContext = createContext<(toast: ToastWords) => void>(() => undefined);

/** Shows a toast. */
export function useToast(): (toast: ToastWords) => void {
  return useContext(ToastContext);
}

export function ToastStack({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const close = useCallback(
    (key: number) => setToasts((now) => now.filter((toast) => toast.key !== key)),
    [],
  );
  const show = useCallback((toast: ToastWords) => {
    setToasts((now) => [...now.slice(-2), { ...toast, key: (now.at(-1)?.key ?? 0) + 1 }]);
  }, []);
  const last = useMemo(() => toasts.findLast((toast) => toast.undo !== undefined), [toasts]);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.toasts} role="log" aria-live="polite">
        {toasts.map((toast) => (
          <Toast key={toast.key} toast={toast} takesKey={toast === last} onClose={() => close(toast.key)} />
        ))}
      </div>
    </ToastContext>
  );
}

interface ToastProps {
  readonly toast: Shown;
  /** The newest toast with a way back answers Ctrl+Z, unless somebody is typing. */
  readonly takesKey: boolean;
  readonly onClose: () => void;
}

function Toast({ toast, takesKey, onClose }: ToastProps) {
  const { t } = useTranslation('ui');
  const seconds = useCountdown(toast.undo === undefined ? PLAIN_SECONDS : UNDO_SHOWN_SECONDS, onClose);
  const undo = () => {
    onClose();
    toast.undo?.();
  };
  useKey('Ctrl+Z', undo, takesKey, isNotTyping);
  return (
    <div className={styles.toast} data-tone={toast.tone}>
      <span>{toast.text}</span>
      {toast.undo !== undefined && (
        <Button size="small" keys="Ctrl+Z" onClick={undo}>
          {t('undo')} {seconds}
        </Button>
      )}
      <IconButton label={t('close')} onClick={onClose}>
        <IconX size={16} />
      </IconButton>
    </div>
  );
}

function isNotTyping(): boolean {
  const element = document.activeElement;
  return !(
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement &&
      ['text', 'password', 'tel'].includes(element.type) &&
      element.value !== '')
  );
}
