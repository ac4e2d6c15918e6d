/** Financial statements in forms: side by side, checked while typed, and pasted from a spreadsheet. */
import { decimalText, scaled, tenThousands } from './figures.js';

const MOST_COLUMNS = 4;
const COMPARED = ['REVENUE', 'COST_OF_SALES', 'NET_PROFIT', 'NET_OPERATING_CASH_FLOW', 'CASH', 'ACCOUNTS_RECEIVABLE', 'INVENTORY',
  'TOTAL_CURRENT_ASSETS', 'TOTAL_ASSETS', 'SHORT_TERM_BORROWINGS', 'TOTAL_CURRENT_LIABILITIES', 'TOTAL_LIABILITIES', 'TOTAL_EQUITY'];
const TOTALS = ['TOTAL_ASSETS', 'TOTAL_LIABILITIES', 'TOTAL_EQUITY', 'REVENUE', 'NET_PROFIT'];
const TOLERANCE = 1n;
/** The relations the desk checks a statement by; the server tells them. */
let relations = [];
/** Of several relations for one total the one that fills it in. */
const FILLS = { TOTAL_ASSETS: 'CURRENT_AND_NON_CURRENT_ASSETS', TOTAL_LIABILITIES: 'CURRENT_AND_NON_CURRENT_LIABILITIES', TOTAL_EQUITY: 'EQUITY_ADDS_UP',
  NET_PROFIT: 'NET_PROFIT', CASH_AT_END: 'CASH_RECONCILIATION' };
/** Filled in from its own lines, though it is checked against the assets. */
const BOTH_SIDES = { ways: [{ plus: ['TOTAL_LIABILITIES', 'TOTAL_EQUITY'], minus: [] }] };
/** Totals that are parts of others come first, so that they add up further. */
const COMPUTED = ['TOTAL_CURRENT_ASSETS', 'TOTAL_NON_CURRENT_ASSETS', 'TOTAL_CURRENT_LIABILITIES', 'TOTAL_NON_CURRENT_LIABILITIES', 'TOTAL_EQUITY',
  'TOTAL_ASSETS', 'TOTAL_LIABILITIES', 'TOTAL_LIABILITIES_AND_EQUITY', 'OPERATING_PROFIT', 'TOTAL_PROFIT', 'NET_PROFIT', 'TOTAL_COMPREHENSIVE_INCOME',
  'OPERATING_INFLOWS', 'OPERATING_OUTFLOWS', 'NET_OPERATING_CASH_FLOW', 'INVESTING_INFLOWS', 'INVESTING_OUTFLOWS', 'NET_INVESTING_CASH_FLOW',
  'FINANCING_INFLOWS', 'FINANCING_OUTFLOWS', 'NET_FINANCING_CASH_FLOW', 'NET_CASH_INCREASE', 'CASH_AT_END'];

export function useRelations(told) { relations = told; }

const amountIn = (amounts) => (item) => { const fen = scaled(amounts[item]); return typeof fen === 'bigint' ? fen : 0n; };
const sumOf = (way, value) => way.plus.reduce((all, item) => all + value(item), 0n) - way.minus.reduce((all, item) => all + value(item), 0n);
const partsOf = (relation) => relation.ways[0].plus.concat(relation.ways[0].minus);

/** @param amounts item to yuan text; answers [{rule, item, expected, reported, difference}] for what does not articulate */
export function differences(amounts) {
  const value = amountIn(amounts);
  const told = (item) => typeof scaled(amounts[item]) === 'bigint';
  return relations.flatMap((relation) => {
    const parts = partsOf(relation).filter(told);
    const looked = told(relation.total) && parts.length && relation.needsAll.every(told) && (!relation.needsOne.length || relation.needsOne.some(told));
    if (!looked) return [];
    const reported = value(relation.total);
    const off = (way) => { const difference = reported - sumOf(way, value); return difference > TOLERANCE || difference < -TOLERANCE; };
    const expected = sumOf(relation.ways[0], value);
    const summary = parts.length < relation.itemised && expected <= reported;
    return relation.ways.every(off) && !summary ? [{ rule: relation.rule, item: relation.total, expected: decimalText(expected),
      reported: decimalText(reported), difference: decimalText(reported - expected) }] : [];
  });
}

export const isTotal = (item) => COMPUTED.includes(item);

/** Each total as its parts give it, in yuan; totals that were not typed are worked out first, so that they add up further. */
export function totals(amounts) {
  const sums = {};
  COMPUTED.forEach((item) => {
    const relation = item === 'TOTAL_LIABILITIES_AND_EQUITY' ? BOTH_SIDES : relations.find((one) => one.total === item && (!FILLS[item] || FILLS[item] === one.rule));
    if (!relation) return;
    const value = (part) => { const fen = scaled(amounts[part]); return typeof fen === 'bigint' ? fen : sums[part]; };
    if (partsOf(relation).some((part) => value(part) !== undefined)) {
      // The way of the format in use: one that gives what was typed, else the first.
      const typed = scaled(amounts[item]);
      const given = relation.ways.map((way) => sumOf(way, (part) => value(part) || 0n));
      sums[item] = given.find((sum) => sum === typed) ?? given[0];
    }
  });
  return Object.fromEntries(Object.entries(sums).map(([item, fen]) => [item, decimalText(fen)]));
}

/** Lines that few firms have; a sheet shows them when asked, and when they hold an amount. */
const RARE = new Set(['DERIVATIVE_FINANCIAL_ASSETS', 'INTEREST_RECEIVABLE', 'DIVIDENDS_RECEIVABLE', 'ASSETS_HELD_FOR_SALE', 'DEFERRED_EXPENSES',
  'DEBT_INVESTMENTS', 'OTHER_DEBT_INVESTMENTS', 'AVAILABLE_FOR_SALE_FINANCIAL_ASSETS', 'OTHER_EQUITY_INVESTMENTS', 'OTHER_NON_CURRENT_FINANCIAL_ASSETS',
  'CONSTRUCTION_MATERIALS', 'DISPOSAL_OF_FIXED_ASSETS', 'BIOLOGICAL_ASSETS', 'OIL_AND_GAS_ASSETS', 'TRADING_FINANCIAL_LIABILITIES',
  'DERIVATIVE_FINANCIAL_LIABILITIES', 'INTEREST_PAYABLE', 'DIVIDENDS_PAYABLE', 'ACCRUED_EXPENSES', 'LIABILITIES_HELD_FOR_SALE', 'BONDS_PREFERRED_SHARES',
  'BONDS_PERPETUAL', 'SPECIAL_PAYABLES', 'LONG_TERM_EMPLOYEE_BENEFITS', 'OTHER_EQUITY_INSTRUMENTS', 'EQUITY_PREFERRED_SHARES', 'EQUITY_PERPETUAL',
  'TREASURY_SHARES', 'SPECIAL_RESERVE', 'EQUITY_OF_PARENT', 'INCOME_FROM_ASSOCIATES', 'GAINS_ON_DERECOGNITION', 'NET_HEDGE_GAINS',
  'PROFIT_FROM_CONTINUING_OPERATIONS', 'PROFIT_FROM_DISCONTINUED_OPERATIONS', 'PROFIT_OF_PARENT', 'PROFIT_OF_MINORITY', 'OTHER_COMPREHENSIVE_INCOME_OF_PERIOD',
  'TOTAL_COMPREHENSIVE_INCOME', 'COMPREHENSIVE_INCOME_OF_PARENT', 'COMPREHENSIVE_INCOME_OF_MINORITY', 'CASH_FROM_SUBSIDIARY_DISPOSAL',
  'CASH_FOR_SUBSIDIARIES', 'CASH_FROM_MINORITY', 'CASH_FROM_BONDS', 'CASH_FOR_INTEREST', 'CASH_FOR_PROFIT_DISTRIBUTION', 'CASH_TO_MINORITY',
  'DEPRECIATION_OF_RIGHT_OF_USE']);

export const isRare = (item) => RARE.has(item) || item.startsWith('OCI_');

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
  return label.normalize('NFKC').replace(/帐/g, '账').replace(/其它/g, '其他').replace(/^[\s一二三四五六七八九十、.\d(()]+[、.)\s]/, '').replace(/^(加|减|其中)[::]/, '')
    .replace(/\(.*?(填列|号).*?\)/g, '').replace(/[\s::]/g, '');
}

/** Of a comparison of audited and self-reported figures the items that both tell, and those that one tells; each worked out once. */
const parted = new WeakMap();
function parts(comparison) {
  if (!parted.has(comparison)) {
    const inBoth = (line) => Boolean(line.audited && line.selfReported);
    parted.set(comparison, { both: comparison.lines.filter(inBoth), one: comparison.lines.filter((line) => !inBoth(line)) });
  }
  return parted.get(comparison);
}
export const toldByBoth = (comparison) => parts(comparison).both;
export const toldByOne = (comparison) => parts(comparison).one;

export function statementTone(status) {
  return { FINAL: 'good', EXPLAINED: 'good', DRAFT: 'warn', UNBALANCED: 'bad' }[status];
}

Object.assign(window.shouxin, { comparison, differences, totals, isTotal, isRare, useRelations, toldByBoth, toldByOne, pasted, plainLabel, statementTone });

export default [];
