/** A compound and somebody who lives there, for matters that are picked from the population. */
import type { NewRow } from '#main/db/ledger-table.ts';
import {
  type addresses,
  addressesLedger,
  type residents,
  residentsLedger,
} from '#main/ledgers/population/tables.ts';
import { SAMPLES } from './ledger-suite.ts';
import type { TestStore } from './store.ts';

export function putResident(
  desk: Pick<TestStore, 'journal' | 'officer' | 'auxiliary' | 'clock'>,
  fields: Partial<NewRow<typeof residents>> = {},
) {
  const { journal, officer } = desk;
  const compound = (name: string) =>
    journal.write(officer, (write) => {
      const sample = SAMPLES.addresses.values(desk) as NewRow<typeof addresses>;
      return write.put(addressesLedger, { ...sample, name, line: name });
    }).id;
  const address = compound('青禾苑');
  const other = compound('并入的小区');
  const resident = journal.write(officer, (write) => {
    const sample = SAMPLES.residents.values(desk) as NewRow<typeof residents>;
    return write.put(residentsLedger, { ...sample, addressId: address, ...fields });
  });
  return {
    address,
    other,
    resident: resident.id,
    rename: (line: string) =>
      journal.write(officer, (write) => write.patch(addressesLedger, address, 1, { name: line, line })),
    /** After the new name. */
    mergeAway: () =>
      journal.write(officer, (write) => {
        write.patch(addressesLedger, address, 2, { mergedInto: other });
        write.retire(addressesLedger, address, 3, '重复');
      }),
    moveAway: () =>
      journal.write(officer, (write) =>
        write.patch(residentsLedger, resident.id, 1, { outState: 'moved', outOn: '2026-11-01' }),
      ),
  };
}
