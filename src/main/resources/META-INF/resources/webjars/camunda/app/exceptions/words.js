/** The texts of the page of policy exceptions in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('政策例外', 'Policy exceptions'),
  explained: say('为个案放下的政策规则：哪条规则、为什么、如何补偿、谁批准、到何时。与“临时额度”不同，后者是上限之上的临时额度。',
    'Rules of policies set aside for one case: which, why, what makes up for it, who approved, until when. Not to be confused with temporary exceptions, which are room above a ceiling.'),
  counts: say('统计', 'Counts'),
  asked: say('待审批', 'Asked for'),
  askedInMonth: say('申请', 'Asked for'),
  renew: say('续期', 'Renew'),
  newUntil: say('新的截止日期（年-月-日）', 'New last day (year-month-day)'),
  askRenewal: say('申请续期', 'Ask for a renewal'),
  renewalBy: say('续期由谁决定', 'Who decides on a renewal'),
  byVote: say('审批委员会表决', 'The credit committee, by its vote'),
  renewalAsked: say('续期申请', 'Renewal asked for'),
  renewed: say('续期至', 'Renewed until'),
  inForce: say('生效中', 'In force'),
  endingSoon: say('三十日内到期', 'Ending within 30 days'),
  endedUnmet: say('已结束而未满足', 'Ended with the rule not met'),
  perRule: say('按规则', 'By rule'),
  perMonth: say('近十二个月', 'The last twelve months'),
  all: say('累计', 'Ever'),
  approved: say('已批准', 'Approved'),
  refused: say('已否决', 'Refused'),
  month: say('月份', 'Month'),
  share: say('含例外的批准案件占比', 'Share of approved cases with one'),
  list: say('清单', 'List'),
  rule: say('规则', 'Rule'),
  status: say('状态', 'State'),
  entity: say('授信主体', 'Granting entity'),
  customerNumber: say('客户编号', 'Customer number'),
  officer: say('申请人（登录名）', 'Asked by (login)'),
  askedBy: say('申请人', 'Asked by'),
  soon: say('仅看三十日内到期', 'Ending within 30 days only'),
  search: say('查询', 'Search'),
  export: say('导出 CSV', 'Export CSV'),
  more: say('显示更多', 'Show more'),
  any: say('全部', 'All'),
  none: say('没有符合条件的政策例外。', 'No policy exception fits.'),
  noCounts: say('还没有政策例外。', 'There is no policy exception yet.'),
  ruleSays: say('规则', 'Rule says'),
  caseHas: say('本案', 'Case has'),
  permitted: say('例外允许', 'Permitted'),
  reason: say('理由', 'Reason'),
  compensation: say('补偿措施', 'Compensation'),
  until: say('截止', 'Until'),
  asOf: say('生效', 'From'),
  tier: say('最低层级', 'Lowest tier'),
  approval: say('审批编号', 'Approval case'),
  ended: say('结束原因', 'Why it ended'),
  customer: say('客户', 'Customer'),
  application: say('申请', 'Application'),
  fulfil: say('登记规则已满足', 'The rule is met now'),
  revoke: say('撤销', 'Revoke'),
  words: say('说明（不少于 5 字）', 'In words (at least 5 characters)'),
  confirm: say('确定', 'Confirm: '),
  ASKED: say('已申请', 'Asked for'), APPROVED: say('已批准', 'In force'), REFUSED: say('已否决', 'Refused'),
  WITHDRAWN: say('已撤回', 'Taken back'), ENDED: say('已到期', 'Ended'), REVOKED: say('已撤销', 'Revoked'),
  YUAN: say('元', 'CNY'), MONTHS: say('个月', 'months'), BASIS_POINTS: say('个基点', 'basis points')
};

export const tiers = {
  CREDIT_MANAGER: say('授信经理', 'Credit manager'), SENIOR_CREDIT_MANAGER: say('高级授信经理', 'Senior credit manager'),
  RISK_DIRECTOR: say('风控总监', 'Risk director'), COMMITTEE: say('审批委员会', 'Credit committee')
};

export function shownOf(shown, total) {
  return say(`已显示 ${shown} / ${total} 项`, `${shown} of ${total} shown`);
}

export function byOne(tier) {
  return say(`${tier}或以上一人`, `One officer: ${tier} or above`);
}

export function facilityOf(number) {
  return say(`第 ${number} 项额度`, `facility ${number}`);
}
