/** How old the people of the province are (census of 2020), and how a growing population is kept to it. */

/** Per cent by five years: 0–4, 5–9 … 80–84, 85 and older. */
const PROVINCE = [3.9, 5.9, 6.3, 4.9, 5.2, 5.8, 7.6, 6.3, 6.0, 8.3, 9.9, 8.2, 4.8, 6.5, 4.6, 2.9, 1.7, 1.2];

/** Men to a hundred women. */
const MEN_TO_WOMEN = 102.19;

/** Points that villages have more of from sixty, and less of between twenty and forty, than the town. */
const VILLAGE_POINTS = 6;
const BINS = PROVINCE.length;
const FIRST_OLD = 12;
const YOUNG = { first: 4, last: 7 };

export interface Age {
  readonly years: number;
  readonly male: boolean;
}

export interface AgeBalance {
  /** What adding them would do: below 0 they are missed, above 0 there are too many of their age and sex. */
  surplus(people: readonly Age[]): number;
  add(people: readonly Age[]): void;
}

/** @param villageShare share of all people who live in villages: what they have more of, the town has less of */
export function ageBalance(kind: 'town' | 'village', villageShare: number): AgeBalance {
  const points = kind === 'village' ? VILLAGE_POINTS * (1 - villageShare) : -VILLAGE_POINTS * villageShare;
  const shares = shifted(points);
  const men = MEN_TO_WOMEN / (MEN_TO_WOMEN + 100);
  const have = new Float64Array(BINS);
  let people = 0;
  let male = 0;

  return {
    surplus(added) {
      let sum = 0;
      for (const age of added) {
        const bin = binOf(age.years);
        const share = shares[bin] ?? 0;
        sum += ((have[bin] ?? 0) - share * people) / share;
        sum += (age.male ? male - men * people : people - male - (1 - men) * people) * 2;
      }
      return sum;
    },
    add(added) {
      for (const age of added) {
        const bin = binOf(age.years);
        have[bin] = (have[bin] ?? 0) + 1;
        people += 1;
        if (age.male) male += 1;
      }
    },
  };
}

function binOf(years: number): number {
  return Math.min(BINS - 1, Math.floor(years / 5));
}

/** Shares that sum to 1, with so many points more from sixty on and as many less between twenty and forty. */
function shifted(points: number): number[] {
  const old = sum(PROVINCE.slice(FIRST_OLD));
  const young = sum(PROVINCE.slice(YOUNG.first, YOUNG.last + 1));
  const all = sum(PROVINCE);
  return PROVINCE.map((share, bin) => {
    if (bin >= FIRST_OLD) return (share * (1 + points / old)) / all;
    if (bin >= YOUNG.first && bin <= YOUNG.last) return (share * (1 - points / young)) / all;
    return share / all;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
