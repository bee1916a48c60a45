/** Texts as a receipt brings them, in the transaction that keeps it: a version that is above what is here, and nothing else. */
import { eq } from 'drizzle-orm';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { isNewer, type SentText } from '#shared/ledgers/sent/notices.ts';
import { sentWordIssues } from '#shared/ledgers/sent/sent-words.ts';
import type { Desk } from '#main/db/journal.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { notices, noticesLedger } from './table.ts';

export type TakeTexts = (desk: Desk, sent: readonly SentText[]) => void;

export function textTaker(db: ReadHandle, officeCode: string): TakeTexts {
  return (desk, sent) => {
    for (const text of sent) {
      const held = db.select().from(notices).where(eq(notices.code, text.code)).get();
      const row = noticeOf(text, officeCode);
      if (held === undefined) desk.put(noticesLedger, row);
      else if (isNewer(row, held)) desk.patch(noticesLedger, held.id, held.revision, row);
    }
  };
}

function noticeOf(
  { code, version, id, until, at, ...words }: SentText,
  office: string,
): NewRow<typeof notices> {
  const { title, text, sender } = words;
  const refused = sentWordIssues({ title, text, sender }).length > 0;
  return {
    code,
    version,
    sentId: id,
    ...(refused ? { title: '', text: '', sender: '' } : { title, text, sender }),
    until,
    sentAt: at,
    refused,
    synthetic: isSyntheticOffice(office),
  };
}
