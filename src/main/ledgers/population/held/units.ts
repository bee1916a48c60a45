/** What is held about a person as whoever answers for a unit: under their name and their phone. */
import { asc, or } from 'drizzle-orm';
import { UNIT_LAW } from '#shared/ledgers/population/units.ts';
import {
  BOOKKEEPING,
  carries,
  heldRecord,
  heldSection,
  isTheirs,
  leftLedger,
  type HeldOf,
} from '#main/desk/held.ts';
import { addressLineOf } from '#main/ledgers/population/places/lines.ts';
import { units } from '#main/ledgers/population/tables.ts';

const OF_THE_UNIT = '说的是单位，不是本人';

export const unitsHeld: HeldOf<typeof units> = {
  table: units,
  leavesOut: {
    creditCode: OF_THE_UNIT,
    type: OF_THE_UNIT,
    hours: OF_THE_UNIT,
    staffBand: OF_THE_UNIT,
    smallPlace: OF_THE_UNIT,
    keySince: OF_THE_UNIT,
    keyDecision: OF_THE_UNIT,
    source: BOOKKEEPING,
    synthetic: BOOKKEEPING,
  },
  of: (db, person) =>
    heldSection(
      { ledger: '单位登记', basis: UNIT_LAW, keeps: '作为负责人或治安保卫人员登记期间' },
      db
        .select()
        .from(units)
        .where(
          or(
            carries(person, units.keeperName, units.keeperPhone),
            carries(person, units.securityName, units.securityPhone),
          ),
        )
        .orderBy(asc(units.id))
        .all()
        .map((row) => {
          const part = (name: string | null, phone: string | null) =>
            isTheirs(person, name, phone) ? `${name} ${phone}` : null;
          return heldRecord({
            编号: row.id,
            单位: row.name,
            地址: addressLineOf(db, row.addressId) ?? row.addressId,
            负责人: part(row.keeperName, row.keeperPhone),
            治安保卫人员: part(row.securityName, row.securityPhone),
            说明: leftLedger(row),
          });
        }),
    ),
};
