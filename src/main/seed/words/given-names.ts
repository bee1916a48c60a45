/** Given names as parents chose them, by the year of birth: whole names that were frequent, and characters to combine. */

export interface Fashion {
  /** Births up to and with this year. */
  readonly until: number;
  /** Share of names of one character. */
  readonly single: number;
  readonly male: Characters;
  readonly female: Characters;
}

export interface Characters {
  /** Names chosen so often that they are drawn as they are. */
  readonly whole: readonly string[];
  readonly first: string;
  readonly second: string;
  readonly alone: string;
}

export const FASHIONS: readonly Fashion[] = [
  {
    until: 1955,
    single: 0.08,
    male: {
      whole: ['明德', '国光', '永福', '德清', '文华', '光荣', '世明', '绍清'],
      first: '国光明德永世绍文正兴维天显大泽仁应朝',
      second: '光德福清华明全云安富贵才成林银财高泉',
      alone: '清明贵华林全富',
    },
    female: {
      whole: ['秀英', '桂兰', '玉珍', '素华', '玉英', '桂英', '素珍', '淑珍'],
      first: '秀桂玉素淑兰菊翠素琼凤金银世绍大',
      second: '英兰珍华芳清容香芝莲琼贞云群珍仙',
      alone: '英珍琼芳兰',
    },
  },
  {
    until: 1975,
    single: 0.1,
    male: {
      whole: ['建国', '建军', '国强', '志明', '德华', '建华', '国华', '志强'],
      first: '建国志德文永光家正学小云世长兴成富忠',
      second: '国军强明华平林全勇忠才云兵贵安良生祥',
      alone: '勇军平刚明强兵林',
    },
    female: {
      whole: ['丽华', '淑芬', '玉琼', '秀琼', '桂芳', '玉华', '秀芳', '玉兰'],
      first: '丽淑玉秀桂素晓小红春明雪建国德永富',
      second: '华芬琼芳蓉英兰群玲容珍清香平秀梅燕琴',
      alone: '琼芳英蓉群玲萍红',
    },
  },
  {
    until: 1995,
    single: 0.25,
    male: {
      whole: ['小军', '志勇', '小龙', '海波', '晓东', '建波', '俊', '鹏程'],
      first: '小志海晓文建俊春云永国家正鹏洪天长雪',
      second: '军勇龙波东林平强刚杰辉明华飞伟涛超峰',
      alone: '伟勇强军涛超鹏磊杰波飞斌刚亮峰林俊凯',
    },
    female: {
      whole: ['丽娟', '晓燕', '雪梅', '海燕', '小燕', '春燕', '红梅', '艳丽'],
      first: '丽晓雪海小春红艳玉秀静文佳慧婷雅燕云',
      second: '娟燕梅丽英玲芳琴霞蓉敏萍莉静红艳琼英',
      alone: '芳静敏燕丽娟婷莉玲霞艳倩雪梅慧洁琴蓉',
    },
  },
  {
    until: 2010,
    single: 0.12,
    male: {
      whole: ['俊杰', '浩', '宇航', '文杰', '志豪', '佳豪', '宇轩', '鑫'],
      first: '俊浩宇文志佳鑫子嘉天思泽雨明博瑞铭晨',
      second: '杰航豪轩涛宇鑫浩然阳波东宁辉飞龙洋峰',
      alone: '宇杰磊浩鑫涛阳洋鹏航',
    },
    female: {
      whole: ['雨欣', '思雨', '欣怡', '佳怡', '梦婷', '雨婷', '诗雨', '佳欣'],
      first: '雨思欣佳梦诗雅静语晓心紫婉嘉子悦若馨',
      second: '欣雨怡婷萱涵琪悦瑶彤洁琳妍蕾颖雯玥茜',
      alone: '婷佳悦颖洁雪倩琳怡欣',
    },
  },
  {
    until: 9999,
    single: 0.12,
    male: {
      whole: ['子涵', '宇轩', '浩然', '沐宸', '梓轩', '浩宇', '子轩', '宇泽'],
      first: '梓子宇泽浩沐奕一俊皓铭亦嘉晨瑾景昊承',
      second: '轩宸然泽宇涵辰睿阳霖豪杰航逸希诚乐言',
      alone: '宸睿泽昊然晨',
    },
    female: {
      whole: ['梓涵', '一诺', '欣怡', '梓萱', '诗涵', '可欣', '雨桐', '欣妍'],
      first: '梓一欣诗可雨佳语若子沐芷依思雅悦婉星',
      second: '涵诺怡萱欣桐妍彤琪瑶伊汐妤熙辰玥洛宁',
      alone: '伊妍诺玥汐彤',
    },
  },
];
