/** 到期删除 for the settings: what is due, what was deleted, the certificates. */
import { CERTIFICATES_SHOWN, type retentionContract } from '#shared/contract/retention.ts';
import { today } from '#shared/kernel/clock.ts';
import { isCountedFor } from '#shared/ledgers/names.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { compactedAtFor, listCertificates, readCertificate } from './certificates.ts';
import { dueCounts } from './retained.ts';
import { isTrustedDay } from './trusted-day.ts';

export function retentionService({ store, clock, office }: OpenOffice): Calls<typeof retentionContract> {
  const { raw } = store;
  return {
    status: (_input, { role }) => {
      const day = today(clock);
      const ledgers = dueCounts(raw, day).filter(({ ledger }) => isCountedFor(role, ledger));
      const certificates = listCertificates(raw, role, CERTIFICATES_SHOWN);
      const isDue = ledgers.some(({ due }) => due > 0);
      return {
        ledgers,
        waits: isDue && !isTrustedDay(raw, day) ? 'clock' : null,
        lastAt: certificates.at(0)?.at ?? null,
        compactedAt: compactedAtFor(raw, role),
        certificates,
      };
    },
    certificate: (input, { role }) => readCertificate(raw, office, role, input),
  };
}
