/** The article that lets the office record a matter and handle it the way it goes, shown beside the record. */
import type { Route } from './codes.ts';

const HELP = '《人民警察法》第21条';

const OF_ROUTE: Readonly<Record<Route, string>> = {
  'people-mediation': '《人民调解法》第18条',
  court: '《公安机关办理行政案件程序规定》第178条第2款',
  'other-body': HELP,
  'police-mediation': '《治安管理处罚法》第9条；《公安机关办理行政案件程序规定》第178—185条',
  recognition: '《治安管理处罚法》第9条；《公安机关办理行政案件程序规定》第186条',
  transfer: HELP,
  'domestic-violence': '《反家庭暴力法》第15—17条',
};

/** @param route null until a way is chosen */
export function legalBasisOf(route: Route | null): string {
  return route === null ? HELP : OF_ROUTE[route];
}
