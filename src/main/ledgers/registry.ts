/** Every ledger of the office, one line each: what is verified, counted, backed up and exported. */
import type { Ledger } from '#main/db/ledger-table.ts';
import { officeLedger } from '#main/office/table.ts';
import { staffLedger } from '#main/staff/table.ts';
import { careConsentsLedger } from './care/table.ts';
import { DISPUTE_LEDGERS } from './disputes/ledgers.ts';
import { noticesLedger } from './notices/table.ts';
import { ordersLedger } from './orders/table.ts';
import {
  addressesLedger,
  dwellingsLedger,
  gridsLedger,
  homeVisitsLedger,
  householdsLedger,
  residentsLedger,
  unitChecksLedger,
  unitsLedger,
} from './population/tables.ts';
import { rightsRequestsLedger } from './rights/table.ts';
import { sealedRecordsLedger } from './sealed/table.ts';
import { statutoryDutiesLedger, statutoryMattersLedger } from './statutory/tables.ts';
import { visitorsLedger } from './visitors/table.ts';

export const LEDGER_TABLES: readonly Ledger[] = [
  officeLedger,
  staffLedger,
  visitorsLedger,
  gridsLedger,
  addressesLedger,
  dwellingsLedger,
  householdsLedger,
  residentsLedger,
  homeVisitsLedger,
  unitsLedger,
  unitChecksLedger,
  ...DISPUTE_LEDGERS,
  statutoryMattersLedger,
  statutoryDutiesLedger,
  careConsentsLedger,
  rightsRequestsLedger,
  sealedRecordsLedger,
  ordersLedger,
  noticesLedger,
];
