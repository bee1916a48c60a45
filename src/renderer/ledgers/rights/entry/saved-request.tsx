import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import shared from '#renderer/record/record.module.css';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';

export interface SavedRequestProps {
  readonly request: RightsRow;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}

/** Says the number and the day that the person at the desk can be told. */
export function SavedRequest({ request, onAgain, onDone }: SavedRequestProps) {
  const { t } = useTranslation('rights');
  const desk = useDesk();
  return (
    <div className={shared.stack}>
      <p role="status">{t('form.saved', { id: request.id, day: request.dueOn })}</p>
      <div className={shared.row}>
        <Button kind="primary" size="desk" keys="Esc" autoFocus onClick={onDone}>
          {t('form.done')}
        </Button>
        <Button size="desk" onClick={onAgain}>
          {t('form.again')}
        </Button>
        <Button
          kind="quiet"
          size="desk"
          onClick={() => {
            onDone();
            desk.go(`/rights/${request.id}`);
          }}
        >
          {t('form.open')}
        </Button>
      </div>
    </div>
  );
}
