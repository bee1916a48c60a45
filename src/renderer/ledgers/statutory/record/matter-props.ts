/** What the page of a matter and everything on it is given. */
import type { ReactNode } from 'react';
import type { MatterRecord } from '#shared/contract/key-persons/statutory.ts';
import type { Reading } from '#renderer/ledgers/statutory/reading/reading-gate.tsx';

export interface MatterPageProps {
  readonly record: MatterRecord;
  readonly reading: Reading;
  /** True while a dialog of the system takes the window's place: nobody has left. */
  readonly hold: (held: boolean) => void;
  /** How long it still stays, and the way to hide it. */
  readonly hiding: ReactNode;
  /** Many were looked at: the office asks what for. */
  readonly onExplain: () => void;
  readonly onRenew: (record: MatterRecord) => void;
  readonly onChange: (record: MatterRecord) => void;
  /** It may no longer be this officer's, or no longer stand in the list. */
  readonly onOver: () => void;
}

export interface TaskProps extends MatterPageProps {
  readonly onClose: () => void;
}
