/** 导出上报: the week's sealed bundle, the station's receipts, and who the station is. */
import * as z from 'zod/mini';
import { call } from './call.ts';
import { day, handle, instant, nothing, place } from './shapes.ts';
import { MISSED_MAX, WEEKLY_STATES } from '#shared/ledgers/weekly.ts';

const desk = ['auxiliary', 'officer', 'administrator'] as const;

/** `sealed` in the outbox, `written` on a stick and read back, `confirmed` by a receipt, or held or refused by the station. */
export const BUNDLE_STATES = ['sealed', 'written', 'confirmed', 'held', 'refused'] as const;

/** Bundles listed on the weekly screen: more than a year of them. */
export const BUNDLES_SHOWN = 60;

/** What the station's keyset says of the key that signs here: `unlisted` nothing yet, `renewing` a new one is on its way. */
export const KEY_STANDINGS = ['unlisted', 'in-use', 'renewing', 'closed'] as const;
export type KeyStanding = (typeof KEY_STANDINGS)[number];

export const bundleRow = z.object({
  /** Its number, which counts in the epoch in which it was sealed. */
  sealedEpoch: z.int(),
  seq: z.int(),
  /** Whose lines it carries: an older epoch where a restore left some unsealed. */
  epoch: z.int(),
  /** 32 hex digits and `.jwb`. */
  file: z.string(),
  bytes: z.int(),
  from: z.int(),
  to: z.int(),
  sealedAt: instant,
  sealedByName: z.string(),
  writtenAt: z.nullable(instant),
  state: z.enum(BUNDLE_STATES),
  /** The station's check code when it was refused or held, such as `E503`. */
  check: z.nullable(z.string()),
});
export type BundleRow = z.infer<typeof bundleRow>;

export const ledgerCount = z.object({
  ledger: z.string(),
  made: z.int(),
  changed: z.int(),
  retired: z.int(),
  live: z.int(),
});

export const weeklyStatus = z.object({
  week: z.int(),
  year: z.int(),
  from: day,
  to: day,
  /** Null: nobody works in this week, and it owes none. */
  dueOn: z.nullable(day),
  state: z.enum(WEEKLY_STATES),
  station: z.nullable(z.object({ code: z.string(), name: z.string(), digits: z.array(z.string()) })),
  /** This office's own digits, which the station compares. */
  officeDigits: z.array(z.string()),
  officeKey: z.enum(KEY_STANDINGS),
  /** Journal lines that are in no bundle yet, by ledger. */
  waiting: z.array(ledgerCount),
  waitingLines: z.int(),
  /** Last line of the present epoch that the station has confirmed. */
  confirmedLines: z.int(),
  lastReceiptAt: z.nullable(instant),
  /** The newest, at most BUNDLES_SHOWN, newest first. */
  bundles: z.array(bundleRow).check(z.maxLength(BUNDLES_SHOWN)),
});
export type WeeklyStatus = z.infer<typeof weeklyStatus>;

export const receiptOutcome = z.object({
  file: z.string(),
  /** Null when the receipt was accepted. */
  check: z.nullable(z.string()),
});

export const exportResult = z.object({
  /** Bundles written and read back, oldest first; all that the station has not confirmed. */
  written: z.array(bundleRow),
  receipts: z.array(receiptOutcome),
  folder: z.string(),
});
export type ExportResult = z.infer<typeof exportResult>;

/** A stick that this office has written to. */
export const usedStick = z.object({
  /** 16 hex from its marker. */
  id: z.string(),
  /** What stands on its outside; null where only a locked office ever wrote to it. */
  serial: z.nullable(z.string()),
  writtenAt: instant,
  /** Since when it is put down as lost; null again once it was written to. */
  lostAt: z.nullable(instant),
  /** What was written to it, newest first. */
  bundles: z
    .array(
      z.object({
        year: z.int(),
        week: z.int(),
        seq: z.int(),
        /** First 8 hex of the file's own SHA-256. */
        short: z.string(),
        bytes: z.int(),
        writtenAt: instant,
        state: z.enum(BUNDLE_STATES),
      }),
    )
    .check(z.maxLength(BUNDLES_SHOWN)),
});
export type UsedStick = z.infer<typeof usedStick>;
export const usedSticks = z.array(usedStick).check(z.maxLength(16));

export const missedWeek = z.object({ year: z.int(), week: z.int(), notedAt: instant });
export type MissedWeek = z.infer<typeof missedWeek>;

export const weeklyContract = {
  status: call({ roles: desk }).input(nothing).output(weeklyStatus),
  /** Weeks that passed without a bundle on a stick, newest first. */
  missed: call({ roles: ['auditor'] })
    .input(nothing)
    .output(z.array(missedWeek).check(z.maxLength(MISSED_MAX))),
  /** The station's own sticks that are plugged in now. Of any other nothing is read and nothing said. */
  sticks: call({ roles: desk })
    .input(nothing)
    .output(z.array(z.object({ handle, serial: z.string() })).check(z.maxLength(16))),
  /** The sticks this office has written to, the one written last first. */
  usedSticks: call({ roles: desk }).input(nothing).output(usedSticks),
  /** U 盘丢了: put down, once. What was on it stays here and goes onto another stick. */
  reportLost: call({ roles: desk })
    .input(z.object({ stick: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }))
    .output(usedSticks),
  chooseFolder: call({ roles: desk }).input(nothing).output(place),
  /** Reads receipts, seals what is new, writes every unconfirmed bundle, reads it back. Progress comes as events. */
  export: call({ roles: desk })
    .input(z.object({ folder: handle }))
    .output(exportResult),
  readReceipts: call({ roles: desk })
    .input(z.object({ folder: handle }))
    .output(z.array(receiptOutcome)),
};

export const stationContract = {
  /** The station's card file (kind keyset), chosen in a dialog. */
  chooseCard: call({ roles: ['administrator', 'officer'] })
    .input(nothing)
    .output(z.object({ card: handle, label: z.string(), code: z.string(), name: z.string() })),
  /** `digits` as read from the station's paper; a difference refuses the card. */
  pin: call({ roles: ['administrator', 'officer'] })
    .input(z.object({ card: handle, digits: z.string().check(z.maxLength(100)) }))
    .output(weeklyStatus),
  /** Writes this office's enrolment file for the station and answers with the digits to read aloud there. */
  writeEnrolment: call({ roles: ['administrator', 'officer'] })
    .input(z.object({ folder: handle }))
    .output(z.object({ file: z.string(), digits: z.array(z.string()) })),
  /** New keys for this office, by the word of those it has; they sign from the next bundle on. */
  renewKeys: call({ roles: ['administrator'] })
    .input(nothing)
    .output(weeklyStatus),
};
