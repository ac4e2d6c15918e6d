/**
 * What an analyst judges besides the figures, with the yardstick of each level, so that every firm is measured alike; and an
 * individual's finances.
 */
import './form-kit.js';

const level = (code, [zh, en]) => ({ code, zh, en });
const question = (code, zh, en, strong, adequate, weak) =>
  ({ code, zh, en, levels: [level('STRONG', strong), level('ADEQUATE', adequate), level('WEAK', weak)] });

const QUESTIONS = [
  question('managementQuality', '管理层能力', 'Management', ['从业十年以上，团队稳定，治理规范，信誉良好', 'over ten years in the trade, stable team, orderly governance, good name'],
    ['经验与行业相称，无重大负面记录', 'experience fits the trade, nothing serious against them'], ['经验不足、频繁变动或有失信、纠纷记录', 'little experience, frequent changes, disputes or broken promises']),
  question('marketPosition', '市场地位', 'Market position', ['细分市场前列，上下游分散且稳定，议价能力强', 'among the first of its niche, many steady partners, sets its prices'],
    ['份额稳定，对主要客户有一定依赖', 'steady share, some dependence on main customers'], ['份额下滑，或单一客户、供应商占比过高', 'losing share, or one partner weighs too much']),
  question('industryOutlook', '行业前景', 'Outlook of the industry', ['需求增长，政策支持，竞争有序', 'demand grows, policy supports, competition is orderly'],
    ['需求平稳，周期影响可承受', 'steady demand, the cycle can be borne'], ['产能过剩、政策限制或需求萎缩', 'overcapacity, restrictions or shrinking demand']),
  question('siteVisit', '实地走访', 'Site visit', ['现场满负荷，账实相符，资料一一对应', 'busy on site, books and stock agree, papers match'],
    ['经营正常，个别差异已得到解释', 'normal business, differences explained'], ['现场与资料明显不符，或未能实地核实', 'plainly different from the papers, or not visited'])
];

const PERSONAL = [
  { code: 'yearlyIncome', zh: '税后年收入（元）', en: 'Yearly income after tax (CNY)', money: true, hintZh: '依收入证明和银行流水', hintEn: 'by proof of income and bank statements' },
  { code: 'yearlyDebtService', zh: '现有债务年还本付息额（元）', en: 'Yearly debt service on present debts (CNY)', money: true, hintZh: '没有填 0', hintEn: '0 for none' },
  { code: 'netAssets', zh: '净资产（元）', en: 'Net assets (CNY)', money: true, hintZh: '资产减负债，可为负', hintEn: 'assets less debts; may be negative' },
  { code: 'yearsInOccupation', zh: '从业年限（整年）', en: 'Full years in the occupation', hintZh: '现职业或行业', hintEn: 'present job or trade' }
];

/** What an application tells in amounts. */
const TOLD = [
  { name: 'expectedRevenue', zh: '预计销售收入（元）', en: 'Expected sales (CNY)' }, { name: 'ownFunds', zh: '自有资金（元）', en: 'Own funds (CNY)' },
  { name: 'existingWorkingCapitalLoans', zh: '现有流动资金贷款（元）', en: 'Working-capital loans (CNY)' }, { name: 'otherFunding', zh: '其他渠道资金（元）', en: 'Other funding (CNY)' }
];

/** Management and market position are asked of firms only. */
function judgements(individual) {
  return QUESTIONS.filter((one) => !individual || one.code === 'industryOutlook' || one.code === 'siteVisit');
}

Object.assign(window.shouxin, { judgements, personalFigures: PERSONAL, toldAmounts: TOLD });

export default [];
