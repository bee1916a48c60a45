import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '#shared/kernel/failure.ts';

/** How to repair a field, for every rule of the ledger. */
export function useCareIssue(): (issue: FieldIssue) => string {
  const { t } = useTranslation('care');
  return useCallback(
    ({ field, rule }) => {
      switch (`${field} ${rule}`) {
        case 'person required':
          return t('issues.person');
        case 'category not-offered':
          return t('issues.notOffered');
        case 'category held-already':
          return t('issues.held');
        case 'help not-this-help':
          return t('issues.notThisHelp');
        case 'signedOn required':
          return t('issues.signedOn');
        case 'signedOn in-future':
          return t('issues.future');
        case 'signedOn over':
          return t('issues.over');
        case 'signedOn unread':
          return t('issues.unread');
        case 'consentBy guardian-needed':
          return t('issues.guardianNeeded');
        case 'person missing':
          return t('issues.missing');
        case 'person gone':
          return t('issues.gone');
        case 'approvedBy own-entry':
          return t('issues.ownEntry');
        case 'state approved-already':
          return t('issues.approvedAlready');
        case 'reason label':
          return t('issues.label');
        case 'reason names-somebody':
          return t('issues.namesSomebody');
        default:
          return t(`issues.${GENERAL[rule] ?? 'notAccepted'}`);
      }
    },
    [t],
  );
}

/** What is wrong with a name or a phone is said alike wherever one stands. */
const GENERAL: Readonly<Record<string, 'required' | 'nameLong' | 'nameSigns' | 'nameLabel' | 'phone'>> = {
  required: 'required',
  'too-long': 'nameLong',
  characters: 'nameSigns',
  label: 'nameLabel',
  'not-a-phone': 'phone',
};
