/** What is held about a person as the owner, the landlord or the agent of a dwelling: under their name and their phone. */
import { asc, or } from 'drizzle-orm';
import {
  DWELLING_LAW,
  RENTAL_LAW,
  type DwellingUse,
  type RentalUse,
} from '#shared/ledgers/population/dwellings.ts';
import {
  BOOKKEEPING,
  carries,
  COLLEAGUE,
  heldRecord,
  heldSection,
  isTheirs,
  leftLedger,
  type HeldOf,
  type HeldPerson,
} from '#main/desk/held.ts';
import { dwellings, type DwellingRecord } from '#main/ledgers/population/tables.ts';
import { addressLineOf } from '#main/ledgers/population/places/lines.ts';

const USE_WORDS: Readonly<Record<DwellingUse, string>> = {
  own: '自住',
  let: '出租',
  business: '经营',
  empty: '空置',
  other: '其他',
};
const RENTAL_WORDS: Readonly<Record<RentalUse, string>> = {
  '01': '集体宿舍',
  '02': '居住',
  '03': '商铺',
  '04': '办公',
  '05': '仓储',
  '06': '生产加工',
  '99': '其他',
};
const OF_THE_DOOR = '说的是房屋，不是本人';

export const dwellingsHeld: HeldOf<typeof dwellings> = {
  table: dwellings,
  leavesOut: {
    occupants: OF_THE_DOOR,
    safetyCheckedOn: OF_THE_DOOR,
    verifiedOn: OF_THE_DOOR,
    verifiedHow: OF_THE_DOOR,
    verifiedBy: COLLEAGUE,
    batchId: BOOKKEEPING,
    source: BOOKKEEPING,
    synthetic: BOOKKEEPING,
  },
  of: (db, person) =>
    heldSection(
      {
        ledger: '房屋登记',
        basis: `${DWELLING_LAW}；${RENTAL_LAW}`,
        keeps: '作为房主、出租人或代理人登记期间',
      },
      db
        .select()
        .from(dwellings)
        .where(
          or(
            carries(person, dwellings.ownerName, dwellings.ownerPhone),
            carries(person, dwellings.landlordName, dwellings.landlordPhone),
            carries(person, dwellings.agentName, dwellings.agentPhone),
          ),
        )
        .orderBy(asc(dwellings.id))
        .all()
        .map((row) =>
          heldRecord({
            编号: row.id,
            地址: addressLineOf(db, row.addressId) ?? row.addressId,
            用途: USE_WORDS[row.use],
            ...theirPart(person, row),
            出租用途: row.rentalUse === null ? null : RENTAL_WORDS[row.rentalUse],
            出租起始: row.letFrom,
            出租截止: row.letTo,
            治安责任保证书: row.pledgeOn,
            说明: leftLedger(row),
          }),
        ),
    ),
};

/** Only the parts in which they stand themselves. */
function theirPart(person: HeldPerson, row: DwellingRecord) {
  const part = (name: string | null, phone: string | null) =>
    isTheirs(person, name, phone) ? `${name} ${phone}` : null;
  return {
    房主: part(row.ownerName, row.ownerPhone),
    出租人: part(row.landlordName, row.landlordPhone),
    代理人: part(row.agentName, row.agentPhone),
  };
}
