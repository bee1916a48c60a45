/** Choose a backup, prove who you are, see what changes, decide. Going back changes nothing. */
import { useState } from 'react';
import type { KnownBackup, RestorePreview } from '#shared/contract/backups.ts';
import { BackupList } from './backup-list.tsx';
import { Differences } from './differences.tsx';
import { KeyForm } from './key-form.tsx';
import type { RestoreDoor } from './restore-door.ts';

export interface RestoreFlowProps {
  readonly door: RestoreDoor;
  /** Away from here, offered before a backup is chosen; absent where the frame around has its own way. */
  readonly onLeave?: () => void;
}

export function RestoreFlow({ door, onLeave }: RestoreFlowProps) {
  const [backup, setBackup] = useState<KnownBackup | null>(null);
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  if (backup === null) return <BackupList door={door} onChosen={setBackup} onLeave={onLeave} />;
  if (preview === null)
    return (
      <KeyForm
        door={door}
        backup={backup}
        onBack={() => setBackup(null)}
        onLooked={(looked) => setPreview(looked)}
      />
    );
  return <Differences door={door} preview={preview} onBack={() => setPreview(null)} />;
}
