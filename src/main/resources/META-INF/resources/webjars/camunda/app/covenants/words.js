/** The texts of the page of covenants in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('约定事项', 'Covenants'),
  lead: say('已签约额度的约定事项和持续条件：下次测试、状态、距目标的余量，以及违反后的处理。', 'Covenants and standing conditions of contracted facilities: the next test, its state, headroom, and what a breach led to.'),
  file: say('下载 CSV', 'Download CSV'),
  customer: say('客户编号', 'Customer number'),
  facility: say('额度编号', 'Facility number'),
  kind: say('种类', 'Kind'),
  state: say('状态', 'State'),
  all: say('全部', 'All'),
  overdue: say('逾期未测试', 'Overdue'),
  list: say('列表', 'List'),
  nothing: say('没有符合条件的约定事项。', 'There is no such covenant.'),
  covenant: say('约定', 'Covenant'),
  whose: say('客户', 'Customer'),
  nextTest: say('下次测试', 'Next test'),
  lastResult: say('最近结论', 'Last result'),
  value: say('数值', 'Value'),
  headroom: say('距目标', 'Headroom'),
  target: say('目标', 'Target'),
  grace: say('宽限至', 'grace until'),
  days: say('天后', 'days ahead'),
  period: say('期末', 'Period to'),
  tested: say('测试日', 'Tested on'),
  derived: say('系统取数', 'Derived'),
  reported: say('客户报告', 'Reported'),
  result: say('结论', 'Result'),
  remark: say('说明', 'Remark'),
  cured: say('宽限期内补救', 'cured within the grace'),
  differs: say('超出容差', 'beyond tolerance'),
  trend: say('历次数值（蓝）与目标（红）', 'Values (blue) and target (red)'),
  noHistory: say('尚未测试。', 'Not tested yet.'),
  cases: say('违约处理', 'Breach cases'),
  caseNumber: say('编号', 'Number'),
  proposal: say('建议', 'Proposal'),
  cause: say('违反了什么', 'What was not kept'),
  decidedBy: say('经由', 'Decided by'),
  caseOpen: say('未结', 'open'),
  noCases: say('没有违约处理。', 'There is no breach case.'),
  report: say('报告数值', 'Report a value'),
  reportRemark: say('说明或文件编号', 'Remark or document number'),
  notANumber: say('请填写数值。', 'Type the value as a number.'),
  send: say('提交', 'Send'),
  more: say('显示更多', 'Show more'),
  percentHint: say('（%）', ' (%)')
};

export function shownOf(shown, total, orMore) {
  return say(`已显示 ${shown} / ${total}${orMore ? ' 以上' : ''} 项`, `${shown} of ${orMore ? 'more than ' : ''}${total} shown`);
}

export const kinds = [['FINANCIAL', say('财务指标', 'Financial')], ['INFORMATIONAL', say('信息提供', 'Information')], ['NEGATIVE', say('行为约束', 'Conduct')],
  ['CONDITION', say('持续条件', 'Standing condition')]];

export const states = [['OVERDUE', words.overdue], ['PLANNED', say('待测试', 'Planned')], ['OPEN', say('测试中', 'Under test')], ['IN_GRACE', say('宽限期内', 'In grace')],
  ['DEFERRED', say('已延期', 'Deferred')], ['MET', say('已遵守', 'Kept')], ['WAIVED', say('已豁免', 'Waived')], ['BREACHED', say('已违反', 'Breached')],
  ['NOT_TESTABLE', say('无法测试', 'Not testable')]];


/** A reported value as a fraction: moved by the point, never through binary fractions. */
export function fraction(percent) {
  const sign = percent.startsWith('-') ? '-' : '';
  const [before, after] = percent.replace('-', '').split('.');
  const whole = before.padStart(3, '0');
  return `${sign}${whole.slice(0, -2)}.${whole.slice(-2)}${after || ''}`;
}
