/** Catches a defect of the counter: says so with a reference, keeps the rest of the office out of it. */
import { Component, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { defectOf, makeReference } from '#renderer/client/defect.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { OfficeContext } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import styles from './app.module.css';

interface BoundaryState {
  /** What was thrown, under a reference the person can read over the telephone. */
  readonly defect: { readonly error: unknown; readonly reference: string } | null;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { defect: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { defect: { error, reference: makeReference() } };
  }

  override render(): ReactNode {
    const { defect } = this.state;
    return defect === null ? (
      this.props.children
    ) : (
      <Broken {...defect} onAgain={() => this.setState({ defect: null })} />
    );
  }
}

interface BrokenProps {
  readonly error: unknown;
  readonly reference: string;
  readonly onAgain: () => void;
}

function Broken({ error, reference, onAgain }: BrokenProps) {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  const office = useContext(OfficeContext);
  useEffect(() => {
    // While locked there is nobody who could keep it; the person still has the reference.
    void office?.client.diagnostics.defect(defectOf(reference, error)).catch(() => undefined);
  }, [office, reference, error]);
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
