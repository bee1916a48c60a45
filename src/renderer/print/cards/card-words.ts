/** Everything that stands on a card beside the office's own facts. Papers are Chinese whatever the screen speaks. */

export const CARD_WORDS = {
  title: '警民联系卡',
  roles: { officer: '社区民警', auxiliary: '辅警' },
  badge: '警号',
  phone: '电话',
  grid: '警格',
  address: '地址',
  hours: '接待时间',
  back: '有事请找我',
  lines: {
    emergency: '紧急求助、正在发生的违法犯罪',
    emergencyPhone: '110',
    fraud: '接到可疑电话、要转账之前',
    fraudPhone: '96110',
    desk: '办事咨询、纠纷调解、求助',
    station: '派出所值班',
    leader: '所领导',
    supervision: '监督电话',
  },
  issued: '发卡日期',
  batch: '批次',
} as const;

export interface CardLine {
  readonly what: string;
  readonly phone: string;
}
