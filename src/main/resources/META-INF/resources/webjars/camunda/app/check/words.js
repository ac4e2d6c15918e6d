/** The texts of the credit check in the person's language. */
import { common } from '../shouxin/common-words.js';
import { isChinese, say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('用信查询', 'May I sell?'),
  customer: say('客户（名称或编号）', 'Customer (name or number)'),
  use: say('用途', 'Use'),
  ORDER: say('订单（赊销）', 'Order'),
  DRAWDOWN: say('提款（贷款）', 'Drawdown of a loan'),
  amount: say('金额', 'Amount'),
  currency: say('币种', 'Currency'),
  date: say('用信日', 'On'),
  paymentTerm: say('付款方式', 'Payment term'),
  product: say('产品', 'Product'),
  anyProduct: say('不指定', 'not named'),
  prepaid: say('已预付', 'Prepaid already'),
  ask: say('查询', 'Check'),
  chooseCustomer: say('请从列表中选择客户。', 'Choose a customer from the list.'),
  counted: say('计入额度', 'Counts against the limit'),
  ignored: say('不计入', 'Does not count'),
  prepay: say('须先预付', 'To be prepaid'),
  reason: say('理由', 'Why'),
  levels: say('各层级余地', 'Headroom by level'),
  level: say('层级', 'Level'),
  room: say('当日余地', 'Room on the day'),
  used: say('已占用', 'Taken'),
  ceiling: say('上限', 'Ceiling'),
  noCeiling: say('未设', 'none'),
  binds: say('（最紧）', ' (tightest)'),
  countedAlready: say('灰色层级已计入整个额度，本次用信不再占用。', 'The levels in grey count the whole facility already; this takes nothing more of them.'),
  steps: say('下一步', 'Next steps'),
  reserveTitle: say('预占额度', 'Reserve'),
  orderNumber: say('订单编号', 'Order number'),
  expiresOn: say('预占至', 'Hold until'),
  reserve: say('预占', 'Reserve'),
  reserved: say('已预占', 'Reserved'),
  momentOnly: say('结论仅代表查询时点；需要保留额度请预占。', 'This holds for the moment; reserve to keep the room.')
};

const region = isChinese ? 'zh-CN' : 'en-GB';

/** An amount as the server sends it, a decimal string, never through binary fractions. */
export function money(amount, currency) {
  return new Intl.NumberFormat(region, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount);
}

export function heldUntil(number, amount, day) {
  return say(`预占编号 ${number}，${amount}，至 ${day}。`, `Reservation ${number}: ${amount} until ${day}.`);
}
