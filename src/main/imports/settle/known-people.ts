/** People in the ledger who may be those of the file. */
import type { Store } from '#main/db/open.ts';
import { readRow } from '#main/db/row-writer.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import { residents, type ResidentRecord } from '#main/ledgers/population/tables.ts';
import { isToMake, type DoorKey } from './doors.ts';

export interface KnownPerson {
  readonly id: string;
  readonly revision: number;
  readonly addressId: string;
  readonly householdId: string | null;
  readonly facts: PersonFacts;
}

export interface KnownPeople {
  /** Everybody with this number, with this name and birthday, or of this name behind this door. */
  alike(facts: PersonFacts, door: DoorKey): readonly KnownPerson[];
}

const NOBODY: readonly KnownPerson[] = [];

export function openKnownPeople(raw: Store['raw']): KnownPeople {
  const isEmpty = raw.prepare('SELECT 1 FROM residents WHERE retired_at IS NULL LIMIT 1').get() === undefined;
  const select = (where: string) =>
    raw.prepare(`SELECT id FROM residents WHERE retired_at IS NULL AND ${where}`).pluck();
  const byNumber = select('id_number = ?');
  const byNameBirth = select('name = ? AND birth_date = ?');
  const byDoorName = select('address_id = ? AND name = ?');
  const whole = raw.prepare('SELECT * FROM residents WHERE id = ?');
  const people = new Map<string, KnownPerson>();

  function person(id: string): KnownPerson {
    let known = people.get(id);
    if (known === undefined) {
      known = knownPerson(readRow(residents, whole.get(id) as Record<string, unknown>));
      people.set(id, known);
    }
    return known;
  }

  return {
    alike({ name, idNumber, birthDate }, door) {
      if (isEmpty) return NOBODY;
      const ids = [
        ...(idNumber === null ? [] : byNumber.all(idNumber)),
        ...(birthDate === null ? [] : byNameBirth.all(name, birthDate)),
        ...(isToMake(door) ? [] : byDoorName.all(door, name)),
      ] as string[];
      return ids.length === 0 ? NOBODY : [...new Set(ids)].map(person);
    },
  };
}

function knownPerson(record: ResidentRecord): KnownPerson {
  const { id, revision, addressId, householdId } = record;
  return {
    id,
    revision,
    addressId,
    householdId,
    facts: {
      name: record.name,
      otherName: record.otherName,
      idType: record.idType,
      idNumber: record.idNumber,
      sex: record.sex,
      birthDate: record.birthDate,
      phone: record.phone,
      phone2: record.phone2,
      phone3: record.phone3,
      registerAddress: record.registerAddress,
      residenceType: record.residenceType,
      housing: record.housing,
      relation: record.relation,
      householdNumber: '',
      stayFrom: record.stayFrom,
      stayUntil: record.stayUntil,
      outState: record.outState,
      outOn: record.outOn,
    },
  };
}
