/** People from abroad who rent a flat: a passport, a name in Latin letters. */
import type { Random } from '#main/seed/random.ts';
import { dayText } from './days.ts';
import { anySex, bornAged } from './kin.ts';
import type { SpecialPerson } from './special-people.ts';

const FIRST = {
  '1': ['DAVID', 'MARCO', 'IVAN', 'OMAR', 'KENJI', 'JOÃO'],
  '2': ['EMMA', 'LUCÍA', 'OLGA', 'AISHA', 'YUKI', 'ZOË'],
};
const LAST = ['SAMPLE', 'EXEMPLO', 'MUSTER', "D'ESSAI", 'OBRAZEC', 'ESIMERKKI'] as const;

/** The special people have the first numbers. */
const NUMBERED_FROM = 1000;

/** @param serial tells their passports apart */
export function foreigner(random: Random, serial: number): SpecialPerson {
  const sex = anySex(random);
  return {
    name: `${random.pick(FIRST[sex])} ${random.pick(LAST)}`,
    sex,
    born: dayText(bornAged(random, 22, 58)),
    idType: '414',
    number: { text: `YS${String(NUMBERED_FROM + serial).padStart(7, '0')}` },
  };
}
