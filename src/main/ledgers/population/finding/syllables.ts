/** The syllables of Mandarin, one character each in the order of the alphabet: what begins alike stands together. */

/** As typed on a keyboard, ü as v; `lue` and `nue` are read as `lve` and `nve`. */
const SYLLABLES = (
  'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cei cen ceng ' +
  'cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan ' +
  'cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng ' +
  'er fa fan fang fei fen feng fiao fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun ' +
  'guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin ' +
  'jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai ' +
  'lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao ' +
  'me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ' +
  'ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi ' +
  'qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo ' +
  'sa sai san sang sao se sei sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang ' +
  'shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan ' +
  'tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan ' +
  'yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe ' +
  'zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo'
).split(' ');

const FIRST = 0x100;
const LONGEST = 6;

const CODES: ReadonlyMap<string, string> = new Map(SYLLABLES.map((syllable, at) => [syllable, codeAt(at)]));

/** All codes there are. */
export const ALL_CODES: Span = { from: codeAt(0), to: codeAt(SYLLABLES.length - 1) };

function codeAt(at: number): string {
  return String.fromCharCode(FIRST + at);
}

/** One character for a syllable; null for what is none. */
export function codeOf(syllable: string): string | null {
  return CODES.get(syllable) ?? null;
}

/** First letter of a code's syllable. */
function initialOf(code: string): string {
  return SYLLABLES[code.charCodeAt(0) - FIRST]?.charAt(0) ?? '';
}

/** First letters of a name's syllables. */
export function initialsOf(codes: string): string {
  let initials = '';
  for (const code of codes) initials += initialOf(code);
  return initials;
}

/** Codes of the syllables a text may mean: people type lu for lü where they do not find the v. */
export function codesOf(text: string): string[] {
  const spelt = [text, text.replace(/^([ln])u(e?)$/u, '$1v$2')];
  return [...new Set(spelt)].flatMap((one) => CODES.get(one) ?? []);
}

/** Codes that lie between two, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const SPANS: ReadonlyMap<string, Span> = spansOfBeginnings();

/** All syllables that begin with a text; null where none does. */
export function spanOf(beginning: string): Span | null {
  return SPANS.get(beginning) ?? null;
}

function spansOfBeginnings(): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const syllable of SYLLABLES) {
    const code = CODES.get(syllable) ?? '';
    const typed = [syllable, syllable.replace(/^([ln])v/u, '$1u')];
    const beginnings = typed.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
    // In the order of the alphabet lv stands right behind the last of lu, so that one span holds both.
    for (const text of new Set(beginnings))
      spans.set(text, { from: spans.get(text)?.from ?? code, to: code });
  }
  return spans;
}

/** One way to read typed letters: a span for each character of the name, the last one perhaps only begun. */
export type LetterReading = readonly Span[];

/** Characters of a name of which somebody types some as first letters and some as syllables. */
const MIXED_MAX = 4;
/** Characters of the longest name. */
const WHOLE_MAX = 15;

/** Ways in which every syllable but the last is whole: xian is xian and xi'an… */
export function wholeReadings(letters: string): LetterReading[] {
  return readingsOf(letters, WHOLE_MAX, (text) => codesOf(text).map(only));
}

/** Ways in which something before the last is a first letter and something a syllable: lxin, zhangxm. */
export function mixedReadings(letters: string): LetterReading[] {
  const found = readingsOf(letters, MIXED_MAX, (text) => {
    const begun = /^(?:[zcs]h|[a-z])$/u.test(text) ? spanOf(text) : null;
    const whole = codesOf(text).map(only);
    return begun === null ? whole : [...whole, begun];
  });
  return found.filter((reading) => {
    const before = reading.slice(0, -1);
    const single = letters.length === reading.length;
    return !single && before.some(({ from, to }) => from !== to);
  });
}

function only(code: string): Span {
  return { from: code, to: code };
}

function readingsOf(letters: string, most: number, spansIn: (text: string) => Span[]): LetterReading[] {
  const found: LetterReading[] = [];
  const walk = (at: number, before: LetterReading): void => {
    const left = letters.slice(at);
    const last = spanOf(left);
    if (last !== null) found.push([...before, last]);
    if (before.length + 1 >= most) return;
    for (let length = Math.min(LONGEST, left.length - 1); length > 0; length -= 1)
      for (const span of spansIn(left.slice(0, length))) walk(at + length, [...before, span]);
  };
  walk(0, []);
  return found;
}

/** First letters of the syllables a reading means. */
export function initialsRead(reading: LetterReading): string {
  return reading.map(({ from }) => initialOf(from)).join('');
}

/** Whether a name of these syllables, one code each, may be meant. */
export function fits(codes: string, reading: LetterReading): boolean {
  return reading.every(({ from, to }, at) => codes.charAt(at) >= from && codes.charAt(at) <= to);
}
