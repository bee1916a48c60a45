import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spellAddress } from '#shared/ledgers/population/address-spelling.ts';
import { compactAddress, normalAddress, readAddressText } from '#shared/ledgers/population/address-text.ts';

const normal = (text: string) => {
  const reading = readAddressText(text);
  return reading === null ? null : normalAddress(reading);
};
const others = (texts: readonly string[], expected: string) =>
  texts.map((text) => [text, normal(text)]).filter(([, read]) => read !== expected);

describe('one door', () => {
  test('in a compound is read from every spelling', () => {
    expect(readAddressText('青禾苑三幢二单元501室')).toEqual({
      prefix: [],
      place: '青禾苑',
      group: null,
      gate: null,
      building: '3栋',
      entrance: '2单元',
      floor: 5,
      room: '501',
      rest: '',
    });
    const spellings = [
      '青禾苑3栋2单元501',
      '青禾苑三幢二单元501室',
      '青禾苑3号楼2-501',
      '青禾苑 3-2-501',
      '青禾苑３－２－５０１',
      '青禾苑3#2单元5楼501',
      '青禾苑3#-2-501',
      '青禾苑三栋二单元五〇一',
      '青禾苑第3栋第2单元5层1号',
      '青禾苑3-2-5-1',
      '青禾苑3幢2单元501号',
      '青禾苑3号2单元501户',
      '青禾苑3座2单501房',
      '青禾苑03栋02单元0501',
      '青禾苑3一2一501',
      '青禾苑,3栋,2单元,501',
      '青禾苑3-2单元501',
      '现住址：青禾苑3栋2单元501',
    ];
    expect(others(spellings, '青禾苑3栋2单元501')).toEqual([]);
  });

  test('without its place or its entrance keeps what there is', () => {
    expect(readAddressText('３－２－５０１')).toMatchObject({
      place: null,
      building: '3栋',
      entrance: '2单元',
      room: '501',
    });
    expect(readAddressText('青禾苑3栋501')).toMatchObject({
      building: '3栋',
      entrance: null,
      floor: 5,
      room: '501',
    });
    expect(readAddressText('青禾苑')).toMatchObject({ place: '青禾苑', building: null, room: null });
  });

  test('in a street', () => {
    expect(
      others(['胜利路12号3单元501', '胜利路12-3-501', '胜利路十二号3单元501室'], '胜利路12号3单元501'),
    ).toEqual([]);
    expect(
      others(
        [
          '胜利路12号附3号',
          '胜利路12附3号',
          '胜利路12-3号',
          '胜利路12-3',
          '胜利路十二号附三号',
          '胜利路十二号附三',
        ],
        '胜利路12号附3号',
      ),
    ).toEqual([]);
    expect(normal('胜利路12-5-2-501')).toBe('胜利路12号5栋2单元501');
    expect(normal('建设路28号大院3栋')).toBe('建设路28号院3栋');
    expect(normal('人民南路4段27号')).toBe('人民南路四段27号');
    expect(normal('胜利一路5号')).toBe('胜利一路5号');
    const gates = ['一百号', '一百零五号', '一百二十号', '九十九号', '十号', '二百一十六号'].map((gate) =>
      normal(`胜利路${gate}`),
    );
    expect(gates).toEqual([100, 105, 120, 99, 10, 216].map((gate) => `胜利路${String(gate)}号`));
    expect(normal('胜利路一百五号')).toBeNull();
  });

  test('in the country', () => {
    expect(
      others(
        ['青龙村2组15号', '青龙村二组十五号', '青龙村第二村民小组15号', '青龙村2社15号', '青龙村2-15'],
        '青龙村2组15号',
      ),
    ).toEqual([]);
    expect(readAddressText('青龙村二组十五号')).toMatchObject({
      place: '青龙村',
      group: '2组',
      gate: '15号',
      room: null,
    });
    expect(normal('工人新村3-2-501')).toBe('工人新村3栋2单元501');
  });

  test('is found behind the larger places before it', () => {
    expect(readAddressText('四川省示例市演示区青禾镇胜利社区青禾苑3栋2单元501')).toMatchObject({
      prefix: ['四川省', '示例市', '演示区', '青禾镇', '胜利社区'],
      place: '青禾苑',
      rest: '',
    });
    expect(readAddressText('胜利路88号青禾苑3-2-501')).toMatchObject({
      prefix: ['胜利路88号'],
      place: '青禾苑',
      gate: null,
    });
    expect(readAddressText('青禾镇东街12号')).toMatchObject({
      prefix: ['青禾镇'],
      place: '东街',
      gate: '12号',
    });
  });

  test('keeps the last larger place where no smaller one is named', () => {
    expect(normal('青禾镇2组15号')).toBe('青禾镇2组15号');
    expect(normal('幸福社区3栋2单元501')).toBe('幸福社区3栋2单元501');
    expect(normal('东风新区12栋')).toBe('东风新区12栋');
  });

  test('whose place has numbers or the words of larger places in its name', () => {
    for (const text of [
      '108国道15号',
      '502厂宿舍3栋',
      '一号公馆3栋2单元501',
      '市政府宿舍3栋',
      '城市花园3栋2单元501',
      '杭州路5号',
      '青禾小区3栋',
      '青禾苑B区3栋1单元201',
      'SOHO公寓3栋501',
    ])
      expect(normal(text)).toBe(text);
  });

  test('has a storey from its hundreds, also below ground', () => {
    const floor = (text: string) => readAddressText(text)?.floor;
    expect(
      [
        '青禾苑3栋501',
        '青禾苑A座1203',
        '青禾苑3栋2单元-101',
        '-101',
        '青禾苑3栋负一楼',
        '青禾苑3栋5',
        '青禾苑3栋5楼',
      ].map(floor),
    ).toEqual([5, 12, -1, -1, -1, null, 5]);
    expect(readAddressText('青禾苑3栋2单元-101')?.room).toBe('-101');
    expect(readAddressText('青禾苑3栋-2单元-501')?.room).toBe('501');
    expect(readAddressText('青禾苑a座1203')?.building).toBe('A座');
  });
});

describe('what is not understood', () => {
  test('is kept, so that no two addresses are taken for one', () => {
    expect(readAddressText('青禾苑3栋2单元501(后院)')).toMatchObject({ room: '501', rest: '后院' });
    expect(readAddressText('青禾苑3栋2单元501、502')).toMatchObject({ room: '501', rest: '502' });
    expect(readAddressText('青禾苑3栋2单元501 15400000000')).toMatchObject({
      room: '501',
      rest: '15400000000',
    });
    expect(readAddressText('青禾苑3-2')).toMatchObject({ place: '青禾苑', building: null, rest: '3-2' });
    expect(readAddressText('胜利路附3号')).toMatchObject({ gate: null, rest: '附3号' });
    expect(normal('胜利路12号门面3')).toBe('胜利路12号(门面3)');
  });

  test('as a whole is no address', () => {
    for (const text of ['', '无', '同上', '不详', '/', '张三隔壁', '-', '(3栋)', '青'.repeat(300)])
      expect(readAddressText(text)).toBeNull();
  });
});

describe('the normal form', () => {
  test('has a short one beside it where nothing is lost', () => {
    const compact = (text: string) => {
      const reading = readAddressText(text);
      return reading === null ? null : compactAddress(reading);
    };
    expect(compact('青禾苑三幢二单元501')).toBe('青禾苑3-2-501');
    expect(compact('青禾苑3栋501')).toBe('青禾苑3-501');
    expect(compact('胜利路12号3单元501')).toBe('胜利路12-3-501');
    expect(compact('胜利路12号3栋501')).toBe('胜利路12号3栋501');
    expect(compact('青龙村2组15号')).toBe('青龙村2组15号');
    expect(compact('青禾苑3栋501(后院)')).toBe('青禾苑3栋501(后院)');
  });

  test('is read as what it was made from, whatever was written', () => {
    const words =
      '青禾苑 胜利路 青龙村 工人新村 四川省 示例市 演示区 青禾镇 胜利社区 3 2 501 12 - － — 栋 幢 号楼 座 # 单元 单 楼 层 室 户 号 附 院 组 社 第 三 二 十五 五〇一 A B 、 ( ) 张三 负 地下 一 0 15400000000 路 小区 村 现住址 期 段 / . 3栋 2单元 12号 ㎡ ①';
    const typed = fc.oneof(
      {
        weight: 9,
        arbitrary: fc
          .array(fc.constantFrom(' ', ...words.split(' ')), { minLength: 1, maxLength: 12 })
          .map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    );
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readAddressText(text);
        if (reading === null) return;
        const bare = { ...reading, prefix: [] };
        expect(readAddressText(normalAddress(reading))).toEqual(bare);
        expect(readAddressText(compactAddress(reading))).toEqual(bare);
      }),
      { numRuns: 3000 },
    );
  });

  test('is spelt as it would be step by step, where it needs no step', () => {
    const parts =
      '青禾苑 青 下 负 第 门 牌 门牌 地下 附 一 十 路 道 区 新区 社区 期 段 环路 镇 1 2 12 101 501 1203 01 - 号 号附 号院 栋 幢 座 单元 单 楼 层 室 房 户 组 社 队 小组 A B #';
    const line = fc
      .array(fc.constantFrom(...parts.split(' ')), { maxLength: 9 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(line, (text) => {
        // What cannot be seen is the first thing to go, and no such line passes for spelt.
        expect(spellAddress(text)).toEqual(spellAddress(`${text}\u200B`));
      }),
      { numRuns: 3000 },
    );
  });

  test('keeps every number of a door that was written in full', () => {
    const doors = fc.record({
      place: fc.constantFrom('青禾苑', '金桂小区', '滨江花园', '工人新村'),
      building: fc.integer({ min: 1, max: 120 }),
      entrance: fc.integer({ min: 1, max: 12 }),
      floor: fc.integer({ min: 1, max: 40 }),
      door: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(doors, ({ place, building, entrance, floor, door }) => {
        const room = floor * 100 + door;
        const line = `${place}${String(building)}栋${String(entrance)}单元${String(room)}`;
        expect(normal(line)).toBe(line);
        expect(normal(`${place}${[building, entrance, room].join('-')}`)).toBe(line);
        expect(
          normal(`${place}${String(building)}幢${String(entrance)}单元${String(floor)}楼${String(door)}号`),
        ).toBe(line);
        expect(readAddressText(line)).toMatchObject({ place, floor, room: String(room), rest: '' });
      }),
      { numRuns: 300 },
    );
  });
});
