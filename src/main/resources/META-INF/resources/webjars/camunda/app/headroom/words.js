/** The texts of the headroom map in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

const levels = {
  GROUP: say('集团', 'Group'),
  POOL: say('共享额度', 'Shared pool'),
  CUSTOMER: say('客户', 'Customer'),
  FACILITY: say('额度', 'Facility'),
  SUB_FACILITY: say('分项额度', 'Part of a facility')
};

export function level(code) {
  return levels[code] || code;
}

/** What the drawing itself says. */
export const texts = {
  tree: say('额度树', 'Tree of limits'),
  legend: say('图例', 'Legend'),
  unit: say('单位', 'Unit'),
  other: say('其他', 'Other'),
  used: say('已用信', 'Drawn'),
  unused: say('已承诺未用', 'Committed, not drawn'),
  reserved: say('预占', 'Reserved'),
  later: say('新增授信预占（批准后抬高上限）', 'Reserved for new credit (raises the ceiling)'),
  aside: say('专留（留给下级）', 'Set aside for levels below'),
  free: say('可用', 'Free'),
  excess: say('超出上限', 'Beyond the ceiling'),
  tried: say('试算金额', 'Amount typed'),
  ceiling: say('上限', 'Ceiling'),
  committed: say('承诺', 'Committed'),
  temporary: say('临时额度', 'Temporary room'),
  freeOwn: say('本级可用', 'Free on this level'),
  freeForIt: say('实际可用', 'Free for it'),
  carried: say('计入上级', 'Counts above as'),
  noCeiling: say('未设上限', 'no ceiling'),
  binding: say('余量最小', 'least room'),
  ringFenced: say('专留', 'ring-fenced'),
  rateMissing: say('缺少汇率', 'exchange rate missing'),
  noAmount: say('请填写金额，例如 2,300 或 0.5，精确到分。', 'Please type an amount such as 2,300 or 0.5, to the fen.'),
  noCeilingAnywhere: say('各级均未设上限。', 'No level has a ceiling.'),
  readOnly: say('试算不占用额度；是否放得下，以台账记账时为准。', 'A trial holds nothing; whether it fits is decided when the ledger posts it.'),
  untouched: say('此处不另占用', 'takes nothing more here'),
  grows: say('本级上限随新增授信增加，不构成约束', 'the ceiling here grows with new credit and doesn’t bind it'),
  truncated: say('成员过多，部分未显示；请按客户查找。', 'Too many members, some are not shown; search for the customer.'),
  shares: name => say(`未设，与“${name}”共用余量`, `none, shares what ${name} has left`),
  until: (amount, day) => say(`${amount}，至 ${day}`, `${amount} until ${day}`),
  excessOf: amount => say(`超出上限 ${amount}`, `${amount} beyond the ceiling`),
  fits: amount => say(`${amount} 放得下。`, `${amount} fits.`),
  breaks: (name, missing) => say(`“${name}”此处不足：还差 ${missing}。`, `It breaks at “${name}”: ${missing} missing.`),
  most: amount => say(`最多可容纳 ${amount}。`, `At most ${amount} fits.`),
  stopped: name => say(`“${name}”已暂停、到期或关闭，不接受新增。`, `“${name}” is suspended, expired or closed and takes nothing new.`),
  missing: amount => say(`此处不足：还差 ${amount}`, `Not enough here: ${amount} missing`),
  left: amount => say(`占用后还剩 ${amount}`, `${amount} left afterwards`),
  after: (ceiling, free) => say(`批准后：上限 ${ceiling}，可用 ${free}`, `After approval: ceiling ${ceiling}, free ${free}`),
  tryAmount: unit => say(`试算金额（${unit}）`, `Try an amount (${unit})`),
  on: name => say(`用于：${name}`, `on: ${name}`),
  others: count => say(`显示其余 ${count} 个`, `Show ${count} more`),
  leftOut: count => say(`另有 ${count} 个未显示，请按客户查找`, `${count} more are not shown; search for the customer`)
};

/** What the page around it says. */
export const words = {
  ...common,
  title: say('额度地图', 'Headroom map'),
  explained: say('一个集团的全部额度：上限、预占、承诺、用信与余量。点选一个账户并输入金额，立即看到在哪一级不足。',
    'All limits of a group: ceiling, reserved, committed, drawn and free. Choose an account and type an amount to see at once where it would break.'),
  search: say('查找客户或集团', 'Find a customer or group'),
  searchHint: say('名称或编号', 'Name or number'),
  nothingFound: say('没有找到。', 'Nothing was found.'),
  nothingYet: say('还没有可显示的额度；首次授信时开立额度账户。', 'There are no limits to show yet; accounts are opened with the first credit.'),
  notOpened: say('该客户尚未开立额度账户；以下为其所属集团，试算按新成员计。',
    'This customer has no limit account yet. Shown is the group; an amount is tried as for a new member.'),
  withheld: say('其他授信主体对该客户也有授信；合计数须有集团视图权限方可查看。', 'Other granting entities deal with this customer too; sums need the group view.'),
  notVisible: say('没有这样的额度账户，或您无权查看。', 'There is no such limit account, or you may not see it.'),
  account: say('账户明细', 'Account'),
  reservations: say('预占', 'Open reservations'),
  noReservations: say('本账户没有预占。', 'This account has no open reservation.'),
  moreReservations: count => say(`另有 ${count} 笔`, `${count} more`),
  subject: say('业务编号', 'Subject'),
  purpose: say('用途', 'Purpose'),
  newCredit: say('新增授信', 'New credit'),
  underCeiling: say('额度内占用', 'Under the ceiling'),
  amount: say('金额', 'Amount'),
  until: say('有效至', 'Until'),
  past: say('某日余额', 'Balances of a past day'),
  day: say('起息日', 'Value date'),
  entries: say('台账分录', 'Entries'),
  verb: say('事项', 'What'),
  valueDate: say('起息日', 'Value date'),
  ceilingChange: say('上限', 'Ceiling'),
  reservedChange: say('预占', 'Reserved'),
  committedChange: say('承诺', 'Committed'),
  utilisedChange: say('用信', 'Drawn'),
  key: say('来源', 'Source'),
  more: say('显示更多', 'Show more'),
  noEntries: say('没有分录。', 'There are no entries.'),
  products: say('可用产品', 'Products'),
  validTo: say('到期日', 'Valid until'),
  group: say('集团', 'Group'),
  customer: say('客户', 'Customer')
};
