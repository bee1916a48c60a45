/**
 * 个人信息处理告知: what the office tells a person about itself (PIPL 17, 35). One file, so that whoever answers for the
 * wording reads all of it here. Figures follow the retention rules of the ledgers.
 */

export interface NoticePart {
  readonly title: string;
  readonly lines: readonly string[];
}

export const PRIVACY_NOTICE: {
  readonly title: string;
  readonly intro: (office: string) => string;
  readonly parts: readonly NoticePart[];
  readonly contact: {
    readonly who: string;
    readonly where: string;
    readonly phone: string;
    readonly complaint: string;
  };
} = {
  title: '个人信息处理告知',
  intro: (office) =>
    `${office}依法登记辖区居民和来访群众的必要信息。根据《中华人民共和国个人信息保护法》第十七条、第三十五条，现将有关事项告知如下。`,
  parts: [
    {
      title: '为什么登记',
      lines: [
        '履行户口登记、居住登记、单位治安检查、纠纷调处和群众求助等法定职责。',
        '依据：《户口登记条例》《居民身份证法》《居住证暂行条例》《治安管理处罚法》《人民警察法》等。',
      ],
    },
    {
      title: '登记什么',
      lines: [
        '居民：姓名、性别、出生日期、证件类型和号码、联系电话、住址、户籍地、与户主关系、暂住起止时间。',
        '房屋：地址、用途、房主或出租人姓名和电话、治安责任保证书签订日期。',
        '来访：事由和办理结果；姓名和电话可以不留。',
        '不登记民族、宗教信仰、政治面貌、健康状况、婚姻、收入、职业和以往处罚，不采集人脸、指纹和行踪。',
      ],
    },
    {
      title: '怎样保管',
      lines: [
        '只存放在本室一台不联网的电脑内，全部加密；查看完整证号、电话要写明理由并留下记录。',
        '每周以加密数据包上报所属派出所，不向其他单位和个人提供名单。',
      ],
    },
    {
      title: '保存多久',
      lines: [
        '居住在辖区期间；迁出或去世后十二个月删除本室的登记。',
        '来访登记十二个月后删去姓名和电话；走访、检查记录三年。',
      ],
    },
    {
      title: '您的权利',
      lines: [
        '您可以查阅、复制自己的信息；发现有误可以要求更正；法定情形下可以要求删除，并要求我们说明处理规则。',
        '请带本人证件到警务室提出，我们在十五个工作日内答复；不同意的，书面告知理由。',
        '不满十四周岁的，由父母或者其他监护人提出。',
      ],
    },
  ],
  contact: { who: '处理者', where: '地址', phone: '电话', complaint: '监督电话' },
};
