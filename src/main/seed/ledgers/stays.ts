/** In which way a household lives here: registered, apart from its register, or for a time. */
import { addDays, addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { HouseholdKind } from '#shared/ledgers/population/households.ts';
import type { HousingCode, ResidenceType } from '#shared/ledgers/population/residents.ts';
import type { Setting } from '#main/seed/people/households.ts';
import { registeredAt, registeredElsewhere, type Register } from '#main/seed/people/registers.ts';
import type { World } from '#main/seed/world.ts';

export interface Stay {
  readonly kind: HouseholdKind;
  readonly residenceType: ResidenceType;
  readonly housing: HousingCode;
  readonly register: Register;
  /** Null where nobody stays for a time only. */
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
}

const MISMATCH = 0.245;
const MISMATCH_OF_TENANTS = 0.2;
/** Stays whose announced end is over and that nobody asked about yet. */
const OVER = 0.1;

export function drawStay(world: World, setting: Setting, line: string): Stay {
  const { random } = world;
  const kind = setting === 'dormitory' ? 'collective' : 'family';
  if (setting === 'town' || setting === 'village') {
    if (random.chance(MISMATCH)) {
      const register = registeredElsewhere(random, 0.6);
      return { kind, residenceType: 'mismatch', housing: '01', register, from: null, until: null };
    }
    const housing = random.chance(0.05) ? '04' : '01';
    return {
      kind,
      residenceType: 'registered',
      housing,
      register: registeredAt(line),
      from: null,
      until: null,
    };
  }
  const housing = setting === 'let' ? '02' : random.pick(['05', '06', '07'] as const);
  if (setting === 'let' && random.chance(MISMATCH_OF_TENANTS)) {
    const register = registeredElsewhere(random, 0.7);
    return { kind, residenceType: 'mismatch', housing, register, from: null, until: null };
  }
  return {
    kind,
    residenceType: 'temporary',
    housing,
    register: registeredElsewhere(random, 0),
    ...drawTerm(world),
  };
}

function drawTerm({ random, today }: World): { from: CalendarDay; until: CalendarDay } {
  if (random.chance(OVER)) {
    const until = addDays(today, -random.between(1, 60));
    return { from: addMonths(until, -random.pick([6, 12])), until };
  }
  const from = addDays(today, -random.between(1, 700));
  const term = random.pick([6, 12]);
  let until = addMonths(from, term);
  while (until < today) until = addMonths(until, term);
  return { from, until };
}
