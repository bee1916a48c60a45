/** 到期删除 for the settings: what is due, what was deleted, the certificates. */
import { CERTIFICATES_SHOWN, type retentionContract } from '#shared/contract/retention.ts';
import { today } from '#shared/kernel/clock.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { lastEventAt, listCertificates, readCertificate } from './certificates.ts';
import { dueCounts } from './retained.ts';
import { isTrustedDay } from './trusted-day.ts';

export function retentionService({ store, clock, office }: OpenOffice): Calls<typeof retentionContract> {
  const { raw } = store;
  return {
    status: () => {
      const day = today(clock);
      const ledgers = dueCounts(raw, day);
      const isDue = ledgers.some(({ due }) => due > 0);
      return {
        ledgers,
        waits: isDue && !isTrustedDay(raw, day) ? 'clock' : null,
        lastAt: lastEventAt(raw, 'forgotten'),
        compactedAt: lastEventAt(raw, 'compacted'),
        certificates: listCertificates(raw, CERTIFICATES_SHOWN),
      };
    },
    certificate: (input) => readCertificate(raw, office, input.n),
  };
}
