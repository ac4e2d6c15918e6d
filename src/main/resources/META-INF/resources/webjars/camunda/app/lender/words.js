/** The texts of the page of the lender's figures in the person's language. */
import { common } from '../shouxin/common-words.js';
import { isChinese, say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('资本数据', 'Lender’s figures'),
  explained: say(
    '集中度与可贷资金按本机构的资本数据测算。一人录入，另一人复核后生效；数据不改不删，更正即重新录入，以数据日期最新的一份为准。金额单位：元。',
    'Concentration and lendable funds are measured by the lender’s own figures. One person enters them, another confirms them; only then do they count. Entries are never changed: a correction is a new one, and the newest day counts. Amounts in CNY.'),
  enter: say('录入资本数据', 'Enter figures'),
  kind: say('机构类型', 'Kind of lender'),
  kinds: { BANK: say('商业银行', 'Bank'), LEASING_FIRM: say('租赁公司', 'Leasing firm'), TRADING_GROUP: say('贸易或产业集团', 'Trading group') },
  asOf: say('数据日期', 'As of'),
  netCapital: say('资本净额（非银行填净资产）', 'Net capital (net assets if no bank)'),
  tierOneCapital: say('一级资本净额（银行必填）', 'Tier-one capital (banks)'),
  short: { netCapital: say('资本净额', 'Net capital'), tierOneCapital: say('一级资本净额', 'Tier-one capital'), lendableFunds: say('可贷资金', 'Lendable funds') },
  lendableFunds: say('可贷资金总额', 'Lendable funds in all'),
  source: say('来源', 'Source'),
  state: say('状态', 'State'),
  hand: say('提交复核', 'Hand over for confirmation'),
  confirm: say('复核生效', 'Confirm'),
  waits: say('待他人复核', 'waits for another person'),
  inForce: say('采用中', 'in use'),
  earlier: say('已复核', 'confirmed'),
  none: say('尚无资本数据：集中度与可贷资金均为待核实，不能自动审批。', 'No figures yet: concentration and lendable funds are to be verified, and nothing is approved automatically.'),
  handed: say('已录入，待另一位有权人员复核。', 'Entered; another person in charge has to confirm it.'),
  confirmed: say('已复核，即时生效。', 'Confirmed; it counts from now on.'),
  notAllowed: say('此页供本机构人员查看。', 'This page is for the lender’s own people.')
};

export function people({ recordedBy, recordedByName, confirmedBy, confirmedByName }) {
  const entered = recordedByName || recordedBy;
  const confirmed = confirmedByName || confirmedBy;
  return say(`录入 ${entered}${confirmed ? `，复核 ${confirmed}` : ''}`, `entered by ${entered}${confirmed ? `, confirmed by ${confirmed}` : ''}`);
}

/** Decimal text with separators; never through binary fractions. */
export function amount(text) {
  if (text === null || text === undefined) return '–';
  return new Intl.NumberFormat(isChinese ? 'zh-CN' : 'en-GB', { minimumFractionDigits: 2 }).format(text);
}
