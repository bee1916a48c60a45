/** 警民联系卡: the card an officer leaves at a door. */
import * as z from 'zod/mini';
import { call } from './call.ts';
import { STAFF_MAX } from './office.ts';
import { day, nothing, recordId } from './shapes.ts';

/** Everything that stands on a card. It names the office and its people, never a resident. */
export const contactCard = z.object({
  officeName: z.string(),
  stationName: z.string(),
  officerName: z.string(),
  role: z.enum(['officer', 'auxiliary']),
  badgeNo: z.string(),
  gridRange: z.string(),
  /** The largest thing on the card: the officer's work phone, else the office's. */
  phone: z.string(),
  officePhone: z.string(),
  stationPhone: z.string(),
  leaderPhone: z.string(),
  supervisionPhone: z.string(),
  address: z.string(),
  hours: z.string(),
  issuedOn: day,
  /** Printed small, so that cards of one issue can be told apart: `C1-20261123-02`. */
  batch: z.string(),
});
export type ContactCard = z.infer<typeof contactCard>;

const order = z.object({
  staff: recordId,
  /** Sheets of ten cards. */
  sheets: z.int().check(z.minimum(1), z.maximum(50)),
  /** The back on a second page, mirrored for a turn over the long edge. */
  bothSides: z.boolean(),
});

/** The administrator too: cards are part of what the office is set up with. */
export const CARD_ROLES = ['auxiliary', 'officer', 'administrator'] as const;

export const cardsContract = {
  /** Staff who may have a card: active officers first, then auxiliaries. */
  people: call({ roles: CARD_ROLES })
    .input(nothing)
    .output(
      z
        .array(z.object({ id: recordId, name: z.string(), role: z.enum(['officer', 'auxiliary']) }))
        .check(z.maxLength(STAFF_MAX)),
    ),
  preview: call({ roles: CARD_ROLES })
    .input(z.object({ staff: recordId }))
    .output(contactCard),
  /** Asks where to, and answers with the file's name. */
  savePdf: call({ roles: CARD_ROLES })
    .input(order)
    .output(z.object({ file: z.string(), pages: z.int() })),
  print: call({ roles: CARD_ROLES })
    .input(order)
    .output(z.object({ pages: z.int() })),
};
