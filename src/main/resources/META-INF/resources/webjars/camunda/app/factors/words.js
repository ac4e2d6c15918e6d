/** The texts of the ranking of factors in the person's language. */
import { isChinese, say } from '../shouxin/language.js';

export const words = {
  bank: say('授信管理', 'Shouxin Credit'),
  title: say('因素排序', 'Ranking of factors'),
  overview: say('授信总览', 'Credit overview'),
  tasklist: say('任务列表', 'Tasklist'),
  otherLanguage: say('English', '中文'),
  explained: say(
    '评级时已知的信息，按其对结果的解释力（信息值 IV）排序；柱高为各分箱的坏样本率，WOE 大于零表示风险高于平均。',
    'What was known when a case was rated, by how much it tells about its end (information value, IV). Bars are the bad rate of each bin; a WOE above zero is riskier than average.'),
  outcome: say('结果', 'Outcome'),
  population: say('评级依据', 'Rated on'),
  everybody: say('全部', 'all'),
  missing: say('缺失', 'missing'),
  rare: say('其他', 'other'),
  badRate: say('坏样本率', 'bad rate'),
  cases: say('样本', 'cases'),
  loading: say('正在加载…', 'Loading…'),
  notSignedIn: say('您尚未登录，或登录已过期。', 'You are not signed in, or your session has ended.'),
  notAllowed: say('此页供授信分析师、授信经理、风控总监与审计查看。', 'This page is for analysts, credit managers, the risk director and auditors.'),
  signIn: say('前往登录', 'Sign in'),
  notLoaded: say('暂时无法加载，请稍后重试。', 'This could not be loaded just now. Please try again later.')
};

export function summary(cases, bad) {
  return say(`共 ${cases} 个结果已知的样本，其中坏样本 ${bad} 个。`, `${cases} cases whose end is known, ${bad} of them bad.`);
}

export function percent(fraction) {
  return new Intl.NumberFormat(isChinese ? 'zh-CN' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(fraction);
}
