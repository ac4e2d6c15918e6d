/** The texts of the page of workload and deadlines in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('工作量与办理时限', 'Workload and deadlines'),
  stalled: say('无法形成决议', 'Cannot be decided'),
  stuck: say('逾期与无人办理', 'Overdue or without anybody'),
  nothingStuck: say('没有逾期升级或无人办理的任务。', 'No task is overdue or without anybody.'),
  giveTo: say('分派给', 'Give to'),
  reason: say('理由', 'Reason'),
  give: say('分派', 'Give'),
  nobody: say('目前没有可办理的人员', 'There is nobody who may do it'),
  due: say('应办结', 'due'),
  told: say('告知于', 'told'),
  batch: say('批量审批', 'Sign off in a list'),
  batchHint: say('政策允许批量的低风险事项。每件单独校验、单独记录；不能同意的逐件说明。', 'Low-risk cases the policy allows in a list. Each is checked and recorded by itself; what is refused is said case by case.'),
  noBatch: say('目前没有可以批量审批的事项。', 'Nothing can be signed off in a list now.'),
  comment: say('审批意见', 'Comment'),
  approve: say('同意所选', 'Approve those ticked'),
  done: say('已同意', 'approved'),
  caseNumber: say('编号', 'Number'),
  subject: say('事项', 'Case'),
  amount: say('金额', 'Amount'),
  grade: say('等级', 'Grade'),
  result: say('结果', 'Result'),
  load: say('工作量', 'Workload'),
  byPerson: say('人员', 'Person'),
  byRole: say('待认领（按岗位）', 'To be claimed, by role'),
  open: say('在办', 'Open'),
  overdue: say('逾期', 'Overdue'),
  age: say('平均在办时长', 'Average age'),
  noTasks: say('没有在办任务。', 'No open task.'),
  calendar: say('工作日历', 'Working calendar'),
  enterYear: say('录入或更正年度', 'Enter or correct a year'),
  year: say('年度', 'Year'),
  source: say('依据（通知标题与文号）', 'Source (title and number of the notice)'),
  days: say('放假与调休', 'Days off and weekends worked'),
  daysHint: say('每行一条。放假：2027-10-01..2027-10-07 国庆节；周末上班：+2027-10-09 国庆节调休', 'One a line. Off: 2027-10-01..2027-10-07 National Day; a weekend worked: +2027-10-09 National Day'),
  save: say('保存', 'Save'),
  saved: say('已保存', 'Saved'),
  off: say('放假', 'Off'),
  worked: say('周末上班', 'Weekends worked'),
  byBank: say('本行录入，第 {version} 版，{by}', 'entered by the bank, version {version}, {by}'),
  byRelease: say('随系统提供，{version} 版', 'came with the application, version {version}')
};

export function hours(count) {
  return count < 48 ? say(`${count} 小时`, `${count} h`) : say(`${Math.round(count / 24)} 天`, `${Math.round(count / 24)} days`);
}

export function unknownYear(year) {
  return say(`${year} 年的放假安排尚未录入，目前按周一至周五计算。`, `The public holidays of ${year} are not entered; every Monday to Friday counts.`);
}

export function unreadable(line) {
  return say(`无法识别：${line}`, `Cannot be read: ${line}`);
}
