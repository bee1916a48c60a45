import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';

/** The way to where a correction or a deletion is done: answering a request changes no other ledger. */
export function WhereDone({ request }: { readonly request: Pick<RightsRow, 'kind' | 'residentId'> }) {
  const { t } = useTranslation('rights');
  const desk = useDesk();
  const { kind, residentId } = request;
  if (residentId === null) return t('record.notInLedger');
  const words = kind === 'correct' ? 'toRecord' : kind === 'delete' ? 'toDelete' : 'toOpen';
  return (
    <Button size="small" onClick={() => desk.go(`/population/${residentId}`)}>
      {t(`record.${words}`)}
    </Button>
  );
}
