import { useTranslation } from 'react-i18next';
import type { UnitCheckRow } from '#shared/contract/population/units.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { RecheckForm } from './recheck-form.tsx';

export interface RecheckDialogProps {
  /** Null: closed. */
  readonly check: UnitCheckRow | null;
  readonly name: string;
  readonly onClose: () => void;
}

export function RecheckDialog({ check, name, onClose }: RecheckDialogProps) {
  const { t } = useTranslation('units');
  return (
    <Dialog opened={check !== null} title={t('recheck.title', { name })} onClose={onClose} width={560}>
      {check !== null && <RecheckForm check={check} onDone={onClose} />}
    </Dialog>
  );
}
