/**
 * A case file as panels draw it: which score lines weigh most, which way ratios move, which constraint binds, what changed
 * between two proposals. Worked out once per case; nothing here decides anything.
 */
import './form-kit.js';
import './approval-acts.js';

/** A constraint that leaves more than this many times the limit fills its bar: it is out of the way. */
const WIDEST = 3;
const SHARES = ['profitMargin', 'expectedGrowth', 'growthBelieved', 'yearlyRate', 'debtToIncome', 'invoiceSalesShare',
  'ownPastGrowth', 'industryGrowth', 'aboveIndustry', 'growthCap', 'coverageRequired', 'shareOfNetCapital', 'shareOfTierOneCapital', 'shareOfLendableFunds',
  'gapShare', 'voidRate', 'redRate', 'volatility', 'salesVolatility36m', 'salesGrowth', 'topCustomerShare', 'salesMargin',
  'leverageChange', 'guaranteesToEquity', 'guaranteesToIncome', 'debtServiceRatio', 'pastTrading'];
const FACTORS = ['turns', 'coverage', 'repaymentYears', 'gradeFactor', 'netAssetMultiple'];

const number = (value) => (value === null || value === undefined || value === '' ? null : Number(value));
const share = (part, whole) => (whole > 0 ? Math.max(0, Math.min(100, (part / whole) * 100)) : 0);
const amount = (money) => (money ? number(money.amount) : null);

function strong(line) {
  return number(line.points) * 3 >= number(line.maxPoints) * 2;
}

/** Score lines one on top of the other: where each begins, how far it goes, and what it left on the table. */
function scoreFall(rating) {
  let reached = 0;
  return rating.lines.map((line, at) => {
    const points = number(line.points);
    const most = number(line.maxPoints);
    const part = {
      ...line, start: reached, width: points, room: Math.max(0, Math.min(most, 100 - reached)), lost: +(most - points).toFixed(1),
      tone: strong(line) ? 'good' : points * 3 < most ? 'bad' : 'mid',
      firstOfPart: Boolean(line.part) && (at === 0 || rating.lines[at - 1].part !== line.part),
      unit: (rating.ratios.find((ratio) => ratio.code === line.characteristic) || {}).unit
    };
    reached += points;
    return part;
  });
}

/** Subtotals of the parts the scorecard names. */
function scoreParts(rating) {
  return ['QUANTITATIVE', 'QUALITATIVE', 'BEHAVIOURAL'].map((kind) => {
    const lines = rating.lines.filter((line) => line.part === kind);
    const sum = (of) => +lines.reduce((all, line) => all + number(line[of]), 0).toFixed(2);
    return { kind, lines: lines.length, points: sum('points'), maxPoints: sum('maxPoints') };
  }).filter((part) => part.lines);
}

function ratioMoves(ratios) {
  return ratios.map((ratio) => {
    const now = number(ratio.value);
    const before = number(ratio.previous);
    const known = now !== null && before !== null;
    const change = known ? now - before : null;
    const still = !known || Math.abs(change) < Math.max(Math.abs(before) * 0.005, 0.00005);
    const up = change > 0;
    const better = still || !['HIGHER', 'LOWER'].includes(ratio.better) ? null : up === (ratio.better === 'HIGHER');
    return { ...ratio, change, arrow: !known ? '' : still ? '→' : up ? '↑' : '↓', tone: better === null ? '' : better ? 'good' : 'bad' };
  });
}

function constraintBars(proposal) {
  const known = proposal.constraints.filter((line) => line.state === 'KNOWN').map((line) => amount(line.amount));
  const binding = amount((proposal.constraints.find((line) => line.binding) || {}).amount);
  const widest = Math.max(1, Math.min(Math.max(...known), binding ? binding * WIDEST : Infinity));
  return proposal.constraints
    .map((line) => ({ ...line, width: share(amount(line.amount) || 0, widest), bindingAt: binding === null ? null : share(binding, widest) }))
    .sort((one, other) => ({ KNOWN: 0, MISSING: 1, NOT_APPLICABLE: 2 }[one.state] - { KNOWN: 0, MISSING: 1, NOT_APPLICABLE: 2 }[other.state])
      || (amount(one.amount) || 0) - (amount(other.amount) || 0));
}

/** The ratios of the last rating against those of the newest year's statement, where both are known. */
function sinceRating(file) {
  const newest = (file.statements || []).find((statement) => statement.months === 12);
  if (!newest || !file.rating) return [];
  const of = (item) => number(newest.amounts[item]);
  const divided = (part, whole) => (part === null || !(whole > 0) ? null : String(part / whole));
  const less = (whole, part) => (whole === null || part === null ? null : whole - part);
  const now = {
    assetLiabilityRatio: divided(of('TOTAL_LIABILITIES'), of('TOTAL_ASSETS')),
    currentRatio: divided(of('TOTAL_CURRENT_ASSETS'), of('TOTAL_CURRENT_LIABILITIES')),
    quickRatio: divided(less(of('TOTAL_CURRENT_ASSETS'), of('INVENTORY')), of('TOTAL_CURRENT_LIABILITIES')),
    grossMargin: divided(less(of('REVENUE'), of('COST_OF_SALES')), of('REVENUE')),
    netMargin: divided(of('NET_PROFIT'), of('REVENUE')),
    ocfToCurrentLiabilities: divided(of('NET_OPERATING_CASH_FLOW'), of('TOTAL_CURRENT_LIABILITIES')),
    ocfToRevenue: divided(of('NET_OPERATING_CASH_FLOW'), of('REVENUE'))
  };
  const asHere = (ratio) => !ratio.definitions || !ratio.definitions.quickAssets || ratio.definitions.quickAssets === 'WITHOUT_INVENTORY';
  return ratioMoves(file.rating.ratios.filter((ratio) => now[ratio.code] && number(ratio.value) !== null && asHere(ratio))
    .map((ratio) => ({ code: ratio.code, unit: ratio.unit, better: ratio.better, value: now[ratio.code], previous: ratio.value })));
}

/** @returns what the panels rating, limit, decisions and terms show of a case file */
function picture(file, approvalCaseId) {
  const rating = file.rating;
  const proposals = file.proposals || [];
  const proposal = proposals.find((one) => one.current) || proposals[0];
  const fall = rating ? scoreFall(rating) : [];
  const lines = fall.filter((line) => line.characteristic !== 'base');
  const better = Object.fromEntries((rating ? rating.ratios : []).map((ratio) => [ratio.code, ratio.better]));
  return {
    proposal,
    approval: (file.approvals || []).find((one) => one.id === approvalCaseId),
    earlierApprovals: (file.approvals || []).filter((one) => one.id !== approvalCaseId),
    fall,
    parts: rating ? scoreParts(rating) : [],
    weakest: lines.filter((line) => !strong(line)).sort((a, b) => (b.maxPoints - b.points) - (a.maxPoints - a.points)).slice(0, 4),
    strongest: lines.filter(strong).sort((a, b) => b.points - a.points).slice(0, 4),
    ratios: rating ? ratioMoves(rating.ratios) : [],
    delta: file.review && file.review.delta
      ? ratioMoves(file.review.delta.ratios.map((ratio) => ({ code: ratio.code, unit: ratio.unit, better: better[ratio.code], value: ratio.after, previous: ratio.before }))) : [],
    constraints: proposal ? constraintBars(proposal) : []
  };
}

/** A number to so many digits; what rounds to nothing has no sign. */
function rounded(value, digits) {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A ratio in its unit. */
function ratioText(value, unit) {
  const known = number(value);
  if (known === null) return '—';
  if (unit === 'FRACTION') return rounded(known * 100, 1) + '%';
  return rounded(known, unit === 'DAYS' ? 0 : 2);
}

/** How far a ratio moved; shares move by percentage points. */
function moveText(ratio, say) {
  if (ratio.change === null) return '';
  const by = ratio.unit === 'FRACTION' ? rounded(ratio.change * 100, 1) : rounded(ratio.change, ratio.unit === 'DAYS' ? 0 : 2);
  return `${ratio.arrow} ${Number(by) > 0 ? '+' : ''}${by}${ratio.unit === 'FRACTION' ? ' ' + say('百分点', 'pts') : ''}`;
}

/** A figure of a formula: a share, a factor, or yuan. */
function figureText(input) {
  if (SHARES.includes(input.code)) return ratioText(input.value, 'FRACTION');
  return FACTORS.includes(input.code) ? String(+Number(input.value).toFixed(4)) : window.shouxin.money(input.value);
}

/** A scored value as one reads it; codes are left for the words to name. */
function scoredText(line) {
  if (line.valueText === '' || line.valueText === null || Number.isNaN(Number(line.valueText))) return null;
  if (line.unit) return ratioText(line.valueText, line.unit);
  if (SHARES.includes(line.characteristic)) return ratioText(line.valueText, 'FRACTION');
  return Number(line.valueText).toLocaleString('en-US', { maximumFractionDigits: 2 });
}

const CODES = { home: 'home', zZone: 'altmanZone', backgroundCheck: 'backgroundVerdict', managementQuality: 'judgement', marketPosition: 'judgement', industryOutlook: 'judgement', siteVisit: 'judgement' };

/** A judgement, basis, zone or housing code in words; grades of tax office and agencies stand for themselves. */
function codeText(line, word, say) {
  if (line.valueText === 'UNKNOWN') return say('待核实', 'to be verified');
  if (line.valueText === 'NOT_RATED') return say('无评级', 'not rated');
  if (line.valueText === 'ARREARS') return say('有欠税', 'in arrears');
  if (line.valueText === 'AUDITED') return say('经审计', 'audited');
  if (line.valueText === 'SELF_REPORTED') return say('自报', 'self-reported');
  return CODES[line.characteristic] ? word(CODES[line.characteristic], line.valueText) : line.valueText;
}

/** One amount of a ratio: its line, its period, and with which weight it went in. */
function partText(part, word, say) {
  const weight = Number(part.weight);
  const sign = weight < 0 ? '−' : '+';
  const share = Math.abs(weight) === 1 ? '' : Math.abs(weight) + ' × ';
  const amount = part.amount === null ? say('未列示', 'not reported') : window.shouxin.money(part.amount);
  return `${sign} ${share}${word('statementItem', part.item)} ${part.periodEnd} ${amount}`;
}

const SHARE_DETAILS = ['pledgedShare', 'lateShare', 'voidRate', 'topCustomerShare'];
const MONEY_DETAILS = ['taxPaid', 'taxArrears', 'tradingAmount12m', 'outstandingDebt', 'guaranteesGiven', 'yearlyIncome', 'yearlyDebtService', 'netAssets', 'sales12m'];

function detailText(name, value, word, say) {
  if (SHARE_DETAILS.includes(name)) return window.shouxin.percent(value, 1);
  if (MONEY_DETAILS.includes(name)) return window.shouxin.money(value);
  if (name === 'siteChecks') return value.split(' ').map((check) => word('siteCheck', check)).join(say('、', ', '));
  if (value === 'true' || value === 'false') return value === 'true' ? say('是', 'yes') : say('否', 'no');
  return name === 'statementBasis' ? word('factSource', value) : value === 'NOT_RATED' ? say('无评级', 'not rated') : value;
}

/** A fact the first screening asked for, as one reads it; nothing where it is not on file. */
function screenedValue(fact, say) {
  if (fact.value === '') return '—';
  if (fact.name === 'assetLiabilityRatio') return window.shouxin.percent(fact.value, 1);
  if (fact.name === 'netSales12m') return '¥ ' + window.shouxin.money(fact.value);
  if (fact.value === 'true' || fact.value === 'YES') return say('是', 'yes');
  if (fact.value === 'false' || fact.value === 'NO') return say('否', 'no');
  return fact.value;
}

/** How many rules came out how, in one line. */
function screenedTally(screening, say) {
  const of = (result) => screening.rules.filter((rule) => rule.result === result).length;
  return say(`共 ${screening.rules.length} 条规则：命中 ${of('EXCLUDES')}，未命中 ${of('CLEAR')}，待全面审查 ${of('WAITS')}`,
    `${screening.rules.length} rules: ${of('EXCLUDES')} hold, ${of('CLEAR')} do not, ${of('WAITS')} wait for the full check`);
}

/** Puts the words that the panels of facts and of the first screening need into the scope. */
function showFacts($scope) {
  const { say, word } = $scope;
  Object.assign($scope, {
    hasDetails: (fact) => Object.keys(fact.details || {}).length > 0,
    factValue: (value) => (value ? word('judgement', value) : '—'),
    detailText: (name, value) => detailText(name, value, word, say),
    partText: (part) => partText(part, word, say),
    screenedValue: (fact) => screenedValue(fact, say),
    screenedTally: (screening) => screenedTally(screening, say)
  });
}

/** A fact that is missing: a line of a statement with its day, or a fact by name. */
function missingText(code, word) {
  const [item, day] = code.split('@');
  return day ? `${word('statementItem', item)} ${day}` : word('underwritingFact', code);
}

/** Where a missing fact is entered. */
function missingPlace(code, word) {
  return word('underwritingPlace', code.includes('@') ? 'STATEMENT_ITEM' : code);
}

/** One sentence: by how much which input has to move for the limit to rise. */
function leverText(lever, word) {
  return lever ? word('lever', lever.code).replace('{by}', '¥ ' + window.shouxin.money(lever.by)).replace('{upTo}', '¥ ' + window.shouxin.money(lever.upTo)) : '';
}

/** Puts the picture of the case loaded into the scope, with the words its panels need. */
function showCase($scope) {
  const { say, word } = $scope;
  showFacts($scope);
  window.shouxin.approvalHistory($scope);
  Object.assign($scope, {
    picture: picture($scope.file, $scope.task && $scope.task.approvalCaseId), ratioText, figureText, deltaOf: Number,
    missingText: (code) => missingText(code, word),
    missingPlace: (code) => missingPlace(code, word),
    leverText: (lever) => leverText(lever, word),
    moved: (ratio) => ratio.arrow === '↑' || ratio.arrow === '↓',
    moveText: (ratio) => moveText(ratio, say),
    scoredText: (line) => scoredText(line) || codeText(line, word, say)
  });
}

Object.assign(window.shouxin, { picture, sinceRating, showCase, showFacts });

export default [];
