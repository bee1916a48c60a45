/** What a telephone reads from the code on the card: name, office, number. No address on any network. */
import type { ContactCard } from '#shared/contract/cards.ts';

/** vCard 3.0 (RFC 2426). Null where there is no number to call. */
export function contactText(card: ContactCard): string | null {
  if (card.phone === '') return null;
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escape(card.officerName)}`,
    `FN:${escape(card.officerName)}`,
    `ORG:${escape(card.officeName)}`,
    `TEL;TYPE=WORK:${escape(card.phone)}`,
    'END:VCARD',
  ].join('\r\n');
}

function escape(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&');
}
