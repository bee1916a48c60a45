/**
 * Sixty people who break careless software, in every population that is large enough: rare names, odd papers, doubles.
 * The first ones show most, because a small population has only those.
 */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { IdType } from '#shared/ledgers/population/residents.ts';

/**
 * How the number is made: `next` a valid one, `x` one that ends in X, `old` fifteen digits, `wrong` a wrong check digit,
 * `rounded` as a spreadsheet leaves it, `same` and `one-digit` from the person before.
 */
export type NumberMaking = 'next' | 'x' | 'old' | 'wrong' | 'rounded' | 'same' | 'one-digit';

export interface SpecialPerson {
  readonly name: string;
  readonly otherName?: string;
  readonly sex: '1' | '2' | '9';
  /** Null where nobody knows. */
  readonly born: CalendarDay | null;
  readonly idType: IdType;
  readonly number:
    { readonly make: NumberMaking } | { readonly first17: string } | { readonly text: string } | null;
  /** Lives behind the same door as the person before, and has the same phone. */
  readonly withPrevious?: true;
}

type More = Partial<Pick<SpecialPerson, 'otherName' | 'withPrevious'>>;

function citizen(
  name: string,
  sex: '1' | '2',
  born: CalendarDay,
  make: NumberMaking = 'next',
  more: More = {},
): SpecialPerson {
  return { name, sex, born, idType: '111', number: { make }, ...more };
}

function bearer(
  name: string,
  sex: '1' | '2',
  born: CalendarDay,
  idType: IdType,
  text: string,
): SpecialPerson {
  return { name, sex, born, idType, number: { text } };
}

/**
 * Permits and cards say no made-up county. Nobody alive was born in these years, and 999 is no country (ISO 3166 leaves
 * 900–999 to users): they are nobody's numbers all the same.
 */
function permit(
  name: string,
  sex: '1' | '2',
  born: CalendarDay,
  idType: IdType,
  place: string,
): SpecialPerson {
  const sequence = sex === '1' ? '991' : '992';
  return { name, sex, born, idType, number: { first17: `${place}${born.replaceAll('-', '')}${sequence}` } };
}

export const SPECIAL_PEOPLE: readonly SpecialPerson[] = [
  // A character of another plane each: the name must be typed, found, sorted, printed and sealed.
  citizen('龙𬜯', '2', '1991-04-12'),
  citizen('阿卜杜热合曼·买买提江·吐尔逊', '1', '1984-09-30'),
  citizen('杨𬭎', '1', '1979-11-03', 'x'),
  { name: '李秀英', sex: '2', born: '1941-02-17', idType: 'none', number: null },
  citizen('张伟', '1', '1986-05-20'),
  citizen('张伟', '1', '1986-05-20'),
  bearer('JOHN SAMPLE', '1', '1982-07-14', '414', 'YS0000001'),
  citizen('王', '1', '1968-01-25'),
  citizen('陈国强', '1', '1957-08-08', 'old'),
  permit('何嘉敏', '2', '1903-03-15', 'hmt-permit', '810000'),
  citizen('罗一鸣', '1', '2001-06-01'),
  citizen('罗一飞', '1', '2001-06-01', 'next', { withPrevious: true }),
  citizen('欧阳建国', '1', '1963-10-01'),
  citizen('周玉琼', '2', '1971-12-09', 'wrong'),
  permit('MARIA EXEMPLA', '2', '1904-02-29', 'foreign-card', '951999'),
  citizen('刘芳', '2', '1978-03-08', 'next', { otherName: '刘方' }),
  citizen('刘方', '2', '1978-03-08', 'same'),
  citizen('𠮷田美', '2', '1988-08-18'),
  citizen('买买提·艾力', '1', '1995-01-01'),
  citizen('𰻝志明', '1', '1974-04-04'),
  citizen('唐\uE863', '1', '1966-06-06', 'next', { otherName: '唐䶮' }),
  citizen('赵小兰', '2', '1956-02-29'),
  citizen('吴桂兰', '2', '1949-10-01', 'rounded'),
  citizen('徐志强', '1', '1975-07-07'),
  citizen('徐志强', '1', '1975-07-07', 'one-digit'),
  // Planes 2 and 3, extension by extension.
  citizen('黄㛃', '2', '1993-02-03'),
  citizen('高𪟝', '1', '1981-05-05'),
  citizen('宋𫍯', '1', '1990-10-10'),
  citizen('马𫝀华', '1', '1969-09-09'),
  citizen('曾𬺷', '2', '1997-07-17'),
  citizen('邓𭖘', '1', '1985-12-24'),
  citizen('胡\u{30000}平', '1', '1972-08-16'),
  citizen('蒋\u{31350}', '2', '1987-11-11'),
  citizen('廖\u{2EBF0}光', '1', '1959-01-31'),
  // Moved to a character of its own by GB 18030-2022, and left in private use by older systems.
  citizen('彭䶮', '1', '1976-06-26'),
  citizen('钟鿍', '2', '1992-09-19'),
  citizen('袁\uE816芳', '2', '1964-04-14'),
  // Names with a dot, up to fifteen characters.
  citizen('克里斯蒂娜·安德烈耶夫娜·李', '2', '1990-05-15'),
  citizen('乌兰托娅·那日苏', '2', '1983-03-23'),
  citizen('扎西·次仁多吉', '1', '1977-07-27'),
  citizen('安娜·谢苗诺娃', '2', '1996-06-16'),
  citizen('巴特尔·苏和', '1', '1989-01-19'),
  // The same name on the same day, not the same person.
  citizen('李静', '2', '1990-01-01'),
  citizen('李静', '2', '1990-01-01'),
  citizen('王秀英', '2', '1945-05-05'),
  citizen('王秀英', '2', '1945-05-05'),
  // The same phone behind the same door: one person written down twice, perhaps.
  citizen('谢晓燕', '2', '1982-02-02'),
  { name: '谢小燕', sex: '2', born: '1982-02-02', idType: 'none', number: null, withPrevious: true },
  citizen('冯丽娟', '2', '1980-08-28', 'x'),
  citizen('郑永福', '1', '1938-12-12', 'old'),
  permit('梁志豪', '1', '1905-11-05', 'hmt-permit', '820000'),
  permit('林美惠', '2', '1906-06-18', 'hmt-permit', '830000'),
  bearer('陈家乐', '1', '1991-09-02', '516', 'H00000001'),
  bearer('吴文雄', '1', '1960-04-21', '511', '00000001'),
  bearer("ANNA-LENA O'EXAMPLE", '2', '1994-12-01', '414', 'YS0000002'),
  bearer('PIERRE SPÉCIMEN', '1', '1958-03-30', 'foreign-card', 'YSA000000000001'),
  bearer('KIM SAMPLE', '2', '1999-05-27', '554', 'YS000000003'),
  { name: '司马相如', sex: '1', born: '1962-05-18', idType: 'temporary-card', number: { make: 'next' } },
  { name: '张李思雨', sex: '2', born: '2003-03-03', idType: 'household-book', number: { make: 'next' } },
  { name: '无名氏', sex: '9', born: null, idType: 'none', number: null },
];
