/** Every paper of the office, one line each. */
import type { Paper } from '#shared/contract/paper.ts';
import { contactCards } from './cards/contact-cards.tsx';
import type { Drawings } from './drawing.ts';
import { acceptance } from './disputes/acceptance.ts';
import { agreement } from './disputes/agreement.ts';
import { disputeFigures } from './disputes/figures.tsx';
import { followUp } from './disputes/follow-up.ts';
import { jointApplication } from './disputes/joint-application.ts';
import { mediationRecord } from './disputes/mediation-record.ts';
import { referral } from './disputes/referral.ts';
import { courtNotice, rights, violenceRights } from './disputes/tellings.ts';
import { careConsent } from './key-persons/care-consent.ts';
import { dutySlip } from './key-persons/duty-slip.tsx';
import { endNotice } from './key-persons/end-notice.tsx';
import { heldData } from './key-persons/held-data.ts';
import { rightsReply } from './key-persons/rights-reply.ts';
import { doorNotice } from './population/door-notice.tsx';
import { householdSheet } from './population/household-sheet.tsx';
import { privacyNotice } from './population/privacy-notice.tsx';
import { handOver } from './weekly/hand-over.ts';
import { stickLoss } from './weekly/stick-loss.ts';

export const DRAWINGS: Drawings<Paper> = {
  'contact-cards': contactCards,
  'household-sheet': householdSheet,
  'door-notice': doorNotice,
  'privacy-notice': privacyNotice,
  'dispute-acceptance': acceptance,
  'dispute-rights': rights,
  'dispute-court-notice': courtNotice,
  'dispute-referral': referral,
  'dispute-mediation-record': mediationRecord,
  'dispute-agreement': agreement,
  'dispute-joint-application': jointApplication,
  'dispute-follow-up': followUp,
  'violence-rights': violenceRights,
  'dispute-figures': disputeFigures,
  'duty-slip': dutySlip,
  'end-notice': endNotice,
  'care-consent': careConsent,
  'held-data': heldData,
  'rights-reply': rightsReply,
  'hand-over': handOver,
  'stick-loss': stickLoss,
};
