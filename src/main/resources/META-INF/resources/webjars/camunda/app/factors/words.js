/** The texts of the ranking of factors in the person's language. */
import { common } from '../shouxin/common-words.js';
import { isChinese, say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('因素排序', 'Ranking of factors'),
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
  notAllowed: say('此页供授信分析师、授信经理、风控总监与审计查看。', 'This page is for analysts, credit managers, the risk director and auditors.')
};

export function summary(cases, bad) {
  return say(`共 ${cases} 个结果已知的样本，其中坏样本 ${bad} 个。`, `${cases} cases whose end is known, ${bad} of them bad.`);
}

export function percent(fraction) {
  return new Intl.NumberFormat(isChinese ? 'zh-CN' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(fraction);
}
