import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasLabel, hasLabelOfPerson, labelIssues, withoutLabels } from '#shared/kernel/person-labels.ts';

/** One of each kind that no ledger has a place for. */
const LABELS = [
  '重点人员',
  '非重点人口',
  '重点人群',
  '重点青少年',
  '重点对象',
  '重点关注人',
  '管控对象',
  '工作对象',
  '列管人员',
  '已稳控',
  '布控',
  '涉稳',
  '涉恐',
  '涉邪',
  '邪教',
  '高危人员',
  '有前科',
  '有案底',
  '劣迹',
  '刑满释放',
  '刑释人员',
  '吸毒',
  '涉毒',
  '上访',
  '信访户',
  '缠访',
  '闹访',
  '精神病',
  '精神障碍患者',
  '肇事肇祸',
  '艾滋病',
  '党员',
  '信教',
  '教徒',
  '残疾',
  '慢性病',
  '传染病',
];
const MEASURES = ['社区矫正', '社矫', '戒毒', '缓刑', '假释', '取保候审', '监视居住', '剥夺政治权利', '剥权'];

describe('a word that makes a person a kind of person', () => {
  test('is found wherever it stands, and nothing of it is left when it is taken out', () => {
    for (const word of [...LABELS, ...MEASURES])
      for (const text of [word, `此人系${word}。`, `办居住证（${word}）`, `${word}张某`]) {
        expect({ text, found: hasLabel(text) }).toEqual({ text, found: true });
        expect({ text, left: hasLabel(withoutLabels(text)) }).toEqual({ text, left: false });
      }
  });

  test('is found when it is taken apart or written wide', () => {
    for (const text of ['上 访', '重点\u3000人员', '前*科', '吸·毒', '吸・毒', '刑-满-释-放', '涉 . 稳'])
      expect({ text, found: hasLabel(text) }).toEqual({ text, found: true });
    expect(withoutLabels('青禾苑 上 访')).toBe('');
  });

  test('is a measure of the law only where a document or a body is named', () => {
    for (const word of MEASURES) expect([word, hasLabelOfPerson(word)]).toEqual([word, false]);
    for (const word of LABELS) expect([word, hasLabelOfPerson(word)]).toEqual([word, true]);
  });

  test('is not a place, a thing, a deed or two words side by side', () => {
    for (const text of [
      '重点单位',
      '重点部位无人值守',
      '重点关注用电',
      '下列管道漏水',
      '排列管线',
      '系列管理办法',
      '不稳控制阀',
      '分布控制箱',
      '目前科室搬迁',
      '以前科长',
      '方案底价',
      '方案底稿',
      '马上访问',
      '晚上访友',
      '相信教育',
      '通信教学点',
      '精神病医院',
      '精神病院',
      '残联',
      '残疾人联合会',
      '残疾人服务中心',
      '残疾人通道',
      '党员活动室漏水',
      '党员之家',
      '师傅教徒弟',
      '禁毒宣传',
      '咨询居住证',
      '楼上漏水，双方争吵',
    ])
      expect({ text, found: hasLabel(text) }).toEqual({ text, found: false });
  });

  test('taken out leaves the rest of a text as it was, and a text without one untouched', () => {
    expect(withoutLabels('青禾苑3栋503(精神病)')).toBe('青禾苑3栋503()');
    const piece = fc.constantFrom(
      ...LABELS,
      ...MEASURES,
      '青禾苑',
      '上',
      '访',
      '重',
      '点',
      '人员',
      ' ',
      '-',
      '3栋',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        if (!hasLabel(text)) expect(withoutLabels(text)).toBe(text);
        expect(hasLabel(withoutLabels(text))).toBe(false);
      }),
    );
  });
});

test('the fields of an entry that carry a label are named, an empty one is none', () => {
  const values = { summary: '上访', note: null, hours: '9点后', name: '' };
  expect(labelIssues(values, ['summary', 'note', 'hours', 'name'])).toEqual([
    { field: 'summary', rule: 'label' },
  ]);
});
