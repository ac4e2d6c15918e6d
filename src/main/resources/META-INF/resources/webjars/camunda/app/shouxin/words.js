/** The credit overview's texts, amounts and dates in the person's language. */
import { common } from './common-words.js';
import { isChinese, say } from './language.js';

export const words = {
  ...common,
  title: say('授信总览', 'Credit overview'),
  entity: say('授信主体', 'Granting entity'),
  allEntities: say('全部授信主体', 'All granting entities'),
  tasks: say('待我办理', 'Waiting for me'),
  open: say('去办理', 'Open'),
  due: say('到期', 'due'),
  overdue: say('已逾期', 'overdue'),
  more: say('显示更多', 'Show more'),
  applications: say('授信申请', 'Applications'),
  noApplications: say('还没有授信申请。', 'There is no application yet.'),
  apply: say('发起授信申请', 'Apply for credit'),
  facilities: say('授信额度', 'Facilities'),
  noFacilities: say('还没有生效的额度。', 'There is no facility yet.'),
  about: say('查看', 'See'),
  noMessages: say('没有通知。', 'There are no messages.'),
  again: say('重试', 'Try again'),
  amount: say('金额', 'Amount'),
  products: say('产品', 'Products'),
  grade: say('评级', 'Grade'),
  stage: say('当前环节', 'Stage'),
  submittedAt: say('提交时间', 'Submitted'),
  notSubmitted: say('尚未提交', 'not submitted yet'),
  letter: say('查看通知书', 'Read the letter'),
  receipt: say('决策回执', 'Decision receipt'),
  ratingSummary: say('评级说明', 'My rating explained'),
  withdraw: say('撤回申请', 'Withdraw'),
  keep: say('不撤回', 'Keep it'),
  reason: say('撤回原因', 'Reason'),
  reasonMissing: say('请填写撤回原因。', 'Please give a reason.'),
  withdrawalExplained: say(
    '撤回后申请即告终止，已预占的额度随之释放，且无法恢复。',
    'A withdrawn application ends; what was reserved for it is released. This cannot be undone.'),
  available: say('可用', 'Available'),
  utilised: say('已用', 'Utilised'),
  reserved: say('预占', 'Reserved'),
  rate: say('年利率', 'Annual rate'),
  valid: say('有效期', 'Valid'),
  number: say('编号', 'Number')
};

export function withdrawalTitle(applicationId) {
  return say(`撤回申请 ${applicationId}`, `Withdraw application ${applicationId}`);
}

export function toClaim(number) {
  return say(`另有 ${number} 个任务待认领`, `${number} more to be claimed`);
}

/** Of a long list only the next thousand are counted. */
export function shownOf(shown, { total, orMore }) {
  return orMore ? say(`已显示 ${shown} / ${total} 笔以上`, `${shown} of more than ${total} shown`)
    : say(`已显示 ${shown} / ${total} 笔`, `${shown} of ${total} shown`);
}

export function period(from, to) {
  return say(`${from} 至 ${to}`, `${from} to ${to}`);
}

const region = isChinese ? 'zh-CN' : 'en-GB';

/** An amount as the server sends it, a decimal string, never through binary fractions. */
export function money(amount, currency) {
  if (amount === null || amount === undefined) return '–';
  return new Intl.NumberFormat(region, { style: 'currency', currency: currency || 'CNY', currencyDisplay: 'narrowSymbol' })
    .format(amount);
}

/** A rate sent as a decimal fraction (`0.0435`), shown as per cent. */
export function percent(rate) {
  if (rate === null || rate === undefined) return '–';
  return new Intl.NumberFormat(region, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(rate);
}

export function day(instant) {
  return instant ? new Intl.DateTimeFormat(region, { dateStyle: 'medium' }).format(new Date(instant)) : '';
}

export function moment(instant) {
  if (!instant) return '';
  return new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
