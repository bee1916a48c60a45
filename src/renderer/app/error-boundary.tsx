/** Catches a defect of the counter: says so with a reference, keeps the rest of the office out of it. */
import { Component, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '#renderer/client/failure-words.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import styles from './app.module.css';

interface BoundaryState {
  readonly failed: boolean;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { failed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Broken onAgain={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}

function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  const [reference] = useState(makeReference);
  return (
    <div className={styles.broken}>
      <ErrorPanel words={words({ code: 'unexpected', reference })} takesFocus>
        <Button kind="primary" onClick={onAgain}>
          {t('broken.again')}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>
      </ErrorPanel>
    </div>
  );
}

/** Short enough to be read over the telephone. */
function makeReference(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `C-${number.toString(36).toUpperCase().padStart(7, '0')}`;
}
