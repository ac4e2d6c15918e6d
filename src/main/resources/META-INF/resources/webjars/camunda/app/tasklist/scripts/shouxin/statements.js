/** Financial statements in forms: side by side, checked while typed, and pasted from a spreadsheet. */
import { decimalText, scaled, tenThousands } from './figures.js';

const MOST_COLUMNS = 4;
const COMPARED = ['REVENUE', 'COST_OF_SALES', 'NET_PROFIT', 'NET_OPERATING_CASH_FLOW', 'CASH', 'ACCOUNTS_RECEIVABLE', 'INVENTORY',
  'TOTAL_CURRENT_ASSETS', 'TOTAL_ASSETS', 'SHORT_TERM_BORROWINGS', 'TOTAL_CURRENT_LIABILITIES', 'TOTAL_LIABILITIES', 'TOTAL_EQUITY'];
const TOTALS = ['TOTAL_ASSETS', 'TOTAL_LIABILITIES', 'TOTAL_EQUITY', 'REVENUE', 'NET_PROFIT'];
const COSTS = ['COST_OF_SALES', 'TAXES_AND_SURCHARGES', 'SELLING_EXPENSES', 'ADMINISTRATIVE_EXPENSES', 'RESEARCH_EXPENSES', 'FINANCE_EXPENSES'];
const GAINS = ['OTHER_INCOME', 'INVESTMENT_INCOME', 'FAIR_VALUE_GAINS', 'ASSET_DISPOSAL_GAINS'];
const IMPAIRMENTS = ['CREDIT_IMPAIRMENT', 'ASSET_IMPAIRMENT'];
const TOLERANCE = 1n;

/** Relations as the server checks them: rule, total, parts added, parts subtracted, what must be reported besides. */
const RELATIONS = [
  ['ASSETS_EQUAL_LIABILITIES_AND_EQUITY', 'TOTAL_ASSETS', ['TOTAL_LIABILITIES', 'TOTAL_EQUITY'], []],
  ['CURRENT_AND_NON_CURRENT_ASSETS', 'TOTAL_ASSETS', ['TOTAL_CURRENT_ASSETS', 'TOTAL_NON_CURRENT_ASSETS'], []],
  ['CURRENT_AND_NON_CURRENT_LIABILITIES', 'TOTAL_LIABILITIES', ['TOTAL_CURRENT_LIABILITIES', 'TOTAL_NON_CURRENT_LIABILITIES'], []],
  ['LIABILITIES_AND_EQUITY_EQUAL_ASSETS', 'TOTAL_LIABILITIES_AND_EQUITY', ['TOTAL_ASSETS'], []],
  ['TOTAL_PROFIT', 'TOTAL_PROFIT', ['OPERATING_PROFIT', 'NON_OPERATING_INCOME'], ['NON_OPERATING_EXPENSES'], ['OPERATING_PROFIT']],
  ['NET_PROFIT', 'NET_PROFIT', ['TOTAL_PROFIT'], ['INCOME_TAX'], ['TOTAL_PROFIT']],
  ['NET_OPERATING_CASH_FLOW', 'NET_OPERATING_CASH_FLOW', ['OPERATING_INFLOWS'], ['OPERATING_OUTFLOWS']],
  ['NET_INVESTING_CASH_FLOW', 'NET_INVESTING_CASH_FLOW', ['INVESTING_INFLOWS'], ['INVESTING_OUTFLOWS']],
  ['NET_FINANCING_CASH_FLOW', 'NET_FINANCING_CASH_FLOW', ['FINANCING_INFLOWS'], ['FINANCING_OUTFLOWS']],
  ['NET_CASH_INCREASE', 'NET_CASH_INCREASE',
    ['NET_OPERATING_CASH_FLOW', 'NET_INVESTING_CASH_FLOW', 'NET_FINANCING_CASH_FLOW', 'EXCHANGE_RATE_EFFECT'], [], ['NET_OPERATING_CASH_FLOW']],
  ['CASH_RECONCILIATION', 'CASH_AT_END', ['CASH_AT_BEGINNING', 'NET_CASH_INCREASE'], [], ['CASH_AT_BEGINNING', 'NET_CASH_INCREASE']]
];

/** @param amounts item to yuan text; answers [{rule, item, expected, reported, difference}] for what does not articulate */
export function differences(amounts) {
  const value = (item) => { const fen = scaled(amounts[item]); return typeof fen === 'bigint' ? fen : 0n; };
  const told = (item) => typeof scaled(amounts[item]) === 'bigint';
  const sum = (items) => items.reduce((all, item) => all + value(item), 0n);
  const found = [];
  const compare = (rule, item, expected) => {
    const difference = value(item) - expected;
    if (difference > TOLERANCE || difference < -TOLERANCE) {
      found.push({ rule, item, expected: decimalText(expected), reported: decimalText(value(item)), difference: decimalText(difference) });
    }
  };
  RELATIONS.forEach(([rule, item, plus, minus, needed = []]) => {
    if (told(item) && plus.concat(minus).some(told) && needed.every(told)) compare(rule, item, sum(plus) - sum(minus));
  });
  const itemised = told('REVENUE') && told('COST_OF_SALES') && ['SELLING_EXPENSES', 'ADMINISTRATIVE_EXPENSES', 'FINANCE_EXPENSES'].some(told);
  if (itemised && told('OPERATING_PROFIT')) {
    const before = value('REVENUE') - sum(COSTS) + sum(GAINS);
    const off = value('OPERATING_PROFIT') - before - sum(IMPAIRMENTS);
    if (off > TOLERANCE || off < -TOLERANCE) compare('OPERATING_PROFIT', 'OPERATING_PROFIT', before - sum(IMPAIRMENTS));
  }
  return found;
}

/** Totals made of the lines printed above them, first and last line included. */
const SUMS = [
  ['TOTAL_CURRENT_ASSETS', 'CASH', 'OTHER_CURRENT_ASSETS'], ['TOTAL_NON_CURRENT_ASSETS', 'LONG_TERM_RECEIVABLES', 'OTHER_NON_CURRENT_ASSETS'],
  ['TOTAL_CURRENT_LIABILITIES', 'SHORT_TERM_BORROWINGS', 'OTHER_CURRENT_LIABILITIES'],
  ['TOTAL_NON_CURRENT_LIABILITIES', 'LONG_TERM_BORROWINGS', 'OTHER_NON_CURRENT_LIABILITIES'], ['TOTAL_EQUITY', 'PAID_IN_CAPITAL', 'MINORITY_INTERESTS']
];
const COMPUTED = SUMS.map(([item]) => item).concat('TOTAL_ASSETS', 'TOTAL_LIABILITIES', 'TOTAL_LIABILITIES_AND_EQUITY', 'OPERATING_PROFIT',
  'TOTAL_PROFIT', 'NET_PROFIT', 'NET_OPERATING_CASH_FLOW', 'NET_INVESTING_CASH_FLOW', 'NET_FINANCING_CASH_FLOW', 'NET_CASH_INCREASE', 'CASH_AT_END');
const FROM = {
  TOTAL_ASSETS: [['TOTAL_CURRENT_ASSETS', 'TOTAL_NON_CURRENT_ASSETS'], []],
  TOTAL_LIABILITIES: [['TOTAL_CURRENT_LIABILITIES', 'TOTAL_NON_CURRENT_LIABILITIES'], []],
  TOTAL_LIABILITIES_AND_EQUITY: [['TOTAL_LIABILITIES', 'TOTAL_EQUITY'], []],
  OPERATING_PROFIT: [['REVENUE'].concat(GAINS), COSTS]
};
RELATIONS.forEach(([, item, plus, minus]) => { FROM[item] = FROM[item] || [plus, minus]; });

export const isTotal = (item) => COMPUTED.includes(item);

/** Each total as its parts give it, in yuan; totals that were not typed are worked out first, so that they add up further. */
export function totals(amounts, items) {
  const order = items.map((item) => item.code);
  const sums = {};
  COMPUTED.forEach((item) => {
    const range = SUMS.find(([total]) => total === item);
    const [plus, minus] = range ? [order.slice(order.indexOf(range[1]), order.indexOf(range[2]) + 1), []] : FROM[item];
    const value = (part) => { const fen = scaled(amounts[part]); return typeof fen === 'bigint' ? fen : sums[part]; };
    const parts = plus.concat(minus).filter((part) => value(part) !== undefined);
    if (parts.length) {
      sums[item] = parts.reduce((sum, part) => sum + (minus.includes(part) ? -value(part) : value(part)), 0n);
    }
  });
  return Object.fromEntries(Object.entries(sums).map(([item, fen]) => [item, decimalText(fen)]));
}

const compared = new WeakMap();

/** The main lines and ratios of the newest statements, worked out once per list. */
export function comparison(statements) {
  if (!statements) return { columns: [], amounts: [], ratios: [] };
  if (!compared.has(statements)) compared.set(statements, compare(statements));
  return compared.get(statements);
}

function compare(statements) {
  const columns = statements.slice(0, MOST_COLUMNS);
  const number = (statement, item) => (statement && statement.amounts[item] !== undefined ? Number(statement.amounts[item]) : null);
  const yearBefore = (statement) => statements.find((other) => other.months === statement.months && other.basis === statement.basis
    && Number(other.periodEnd.slice(0, 4)) === Number(statement.periodEnd.slice(0, 4)) - 1 && other.periodEnd.slice(5, 7) === statement.periodEnd.slice(5, 7));
  const amounts = COMPARED.map((item) => ({
    item,
    total: TOTALS.includes(item),
    cells: columns.map((statement) => {
      const now = number(statement, item);
      const before = number(yearBefore(statement), item);
      const change = now === null || !before || before < 0 ? null : now / before - 1;
      return {
        yuan: statement.amounts[item], text: tenThousands(statement.amounts[item]),
        change: change === null ? '' : (change >= 0 ? '▲ ' : '▼ ') + Math.abs(change * 100).toFixed(1) + '%',
        tone: change === null ? '' : Math.abs(change) >= 0.3 ? 'much' : ''
      };
    })
  }));
  const share = (part, whole) => (part === null || whole === null || whole <= 0 ? '—' : (part / whole * 100).toFixed(1) + '%');
  const times = (part, whole) => (part === null || whole === null || whole <= 0 ? '—' : (part / whole).toFixed(2));
  const line = (code, of) => ({ code, cells: columns.map(of) });
  const ratios = [
    line('assetLiabilityRatio', (s) => share(number(s, 'TOTAL_LIABILITIES'), number(s, 'TOTAL_ASSETS'))),
    line('currentRatio', (s) => times(number(s, 'TOTAL_CURRENT_ASSETS'), number(s, 'TOTAL_CURRENT_LIABILITIES'))),
    line('grossMargin', (s) => {
      const revenue = number(s, 'REVENUE');
      const cost = number(s, 'COST_OF_SALES');
      return share(revenue === null || cost === null ? null : revenue - cost, revenue);
    }),
    line('netMargin', (s) => share(number(s, 'NET_PROFIT'), number(s, 'REVENUE'))),
    line('ocfToCurrentLiabilities', (s) => share(number(s, 'NET_OPERATING_CASH_FLOW'), number(s, 'TOTAL_CURRENT_LIABILITIES')))
  ];
  return { columns, amounts, ratios };
}

/**
 * Cells copied from a spreadsheet, as rows of texts. A first column that names items is kept apart in `labels`.
 */
export function pasted(text) {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((row) => row.split('\t').map((cell) => cell.trim()));
  const labelled = rows.some((row) => row.length > 1 && row[0] !== '' && scaled(row[0]) === undefined);
  return labelled ? { labels: rows.map((row) => row[0]), rows: rows.map((row) => row.slice(1)) } : { labels: null, rows };
}

/** A label without numbering, punctuation and "其中", so that names from different sheets can be compared. */
export function plainLabel(label) {
  return label.normalize('NFKC').replace(/^[\s一二三四五六七八九十、.\d(()]+[、.)\s]/, '').replace(/^(加|减|其中)[::]/, '')
    .replace(/\(.*?(填列|号).*?\)/g, '').replace(/[\s::]/g, '');
}

export function statementTone(status) {
  return { FINAL: 'good', EXPLAINED: 'good', DRAFT: 'warn', UNBALANCED: 'bad' }[status];
}

Object.assign(window.shouxin, { comparison, differences, totals, isTotal, pasted, plainLabel, statementTone });

export default [];
