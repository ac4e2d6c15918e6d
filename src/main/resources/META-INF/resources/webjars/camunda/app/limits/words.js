/** The texts of the page on limits, amounts and dates in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

export { day, money, moment } from '../shouxin/words.js';

export const words = {
  ...common,
  title: say('额度调整', 'Changes of limits'),
  askChange: say('申请调整额度', 'Propose a change'),
  askException: say('申请临时额度', 'Ask for an exception'),
  changes: say('额度调整', 'Changes'),
  noChanges: say('还没有额度调整。', 'There is no change yet.'),
  exceptions: say('临时额度', 'Temporary exceptions'),
  noExceptions: say('还没有临时额度。', 'There is no exception yet.'),
  signals: say('市场信号', 'Market signals'),
  signalsExplained: say('录入行业或地区的市场信号，预览所涉客户及建议，再一次性发起；只产生建议，由经办人逐笔核定。',
    'Enter what happened to an industry or a region, see whom it concerns and what it suggests, and open the suggestions in one go; an officer decides on each.'),
  noSignals: say('还没有市场信号。', 'There is no market signal yet.'),
  recordSignal: say('录入市场信号', 'Enter a market signal'),
  industry: say('行业（门类或大类）', 'Industry (section or division)'),
  region: say('地区', 'Region'),
  direction: say('方向', 'Direction'),
  day: say('发生日期', 'Day'),
  source: say('来源', 'Source'),
  text: say('内容', 'What happened'),
  save: say('保存', 'Save'),
  concerned: say('查看所涉客户', 'Whom it concerns'),
  nobody: say('没有涉及有额度的客户。', 'It concerns no customer with a limit.'),
  openAll: say('发起所选建议', 'Open the suggestions chosen'),
  more: say('所涉客户较多，只列出前 200 户。', 'It concerns more customers; the first 200 are listed.'),
  noGround: say('无建议', 'no suggestion'),
  number: say('编号', 'Number'),
  customer: say('客户', 'Customer'),
  account: say('账户', 'Account'),
  ceiling: say('额度', 'Limit'),
  cause: say('缘由', 'Started by'),
  by: say('申请人', 'Proposed by'),
  recordedBy: say('录入人', 'Entered by'),
  at: say('时间', 'When'),
  reason: say('说明', 'Why'),
  returned: say('额度、汇率或客户情况已变动，退回原申请人。', 'Limit, rate or facts had moved; back with who proposed it.'),
  extra: say('超出上限', 'Above the ceiling'),
  until: say('截止日期', 'Last day'),
  conditions: say('补偿与条件', 'What makes up for it'),
  approvedBy: say('审批人', 'Approved by'),
  stillOut: say('尚未收回', 'Still out'),
  endedBecause: say('终止理由', 'Ended because'),
  end: say('提前终止', 'End it'),
  keep: say('不终止', 'Keep it'),
  endReason: say('理由', 'Reason'),
  endExplained: say('终止后可用部分立即收回；仍在用的部分随客户还款自动收回。', 'What is free is taken back at once; what is in use as the customer repays.'),
  inForce: say('生效中', 'In force'),
  roomOut: say('未收回金额', 'Room out'),
  asked: say('近十二个月申请', 'Asked for in twelve months'),
  cameInForce: say('其中生效', 'came into force'),
  endedEarly: say('提前终止', 'Ended early'),
  overrun: say('到期未全部收回', 'Over with room in use'),
  notAllowed: say('此页供本行人员查看。', 'This page is for the bank’s people.')
};

export function endTitle(number) {
  return say(`提前终止 ${number}`, `End ${number}`);
}

export function opened(number) {
  return say(`已发起 ${number} 笔建议，请在任务列表中核定。`, `${number} suggestions are open; decide on them in the task list.`);
}

export function alreadyOpen(number) {
  return say(`已有在办 ${number}`, `${number} is open`);
}

