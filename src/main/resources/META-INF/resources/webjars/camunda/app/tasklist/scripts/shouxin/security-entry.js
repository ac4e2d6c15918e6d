/**
 * The analyst's check of the security of an application. A form calls `securityEntry(kit, $scope)` after the case is loaded and
 * includes the panel enter-security.html, which works on `security` and the rows in `model.security`. Totals are for the eye; the
 * desk judges the valuations again.
 */
import { amountText, decimalText, scaled } from './figures.js';

const GUARANTEES = ['GUARANTEE_OF_FIRM', 'GUARANTEE_OF_PERSON', 'GUARANTEE_OF_GUARANTEE_COMPANY'];
const KINDS = {
  MORTGAGE: ['RESIDENTIAL_PROPERTY', 'COMMERCIAL_PROPERTY', 'INDUSTRIAL_PROPERTY', 'LAND_USE_RIGHT', 'CONSTRUCTION_IN_PROGRESS', 'EQUIPMENT', 'VEHICLE', 'INVENTORY', 'OTHER'],
  PLEDGE: ['DEPOSIT', 'RECEIVABLES', 'BANK_BILL', 'GOVERNMENT_BOND', 'LISTED_SHARES', 'INVENTORY', 'UNLISTED_EQUITY', 'INTELLECTUAL_PROPERTY', 'OTHER'],
  GUARANTEE: GUARANTEES
};
const ENTERED = ['kind', 'value', 'valuedOn', 'valuer', 'priorClaims', 'rank', 'owner', 'evidence'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function row(line) {
  const shown = (amount) => (amount ? amountText(amount) : '');
  return {
    facility: line.facility, offer: line.offer || null, type: line.type, description: line.description, estimate: line.estimate || null,
    kind: line.kind || '', value: shown(line.value), valuedOn: line.valuedOn || '', valuer: line.valuer || '',
    priorClaims: line.priorClaims === undefined || line.priorClaims === null ? '' : amountText(line.priorClaims),
    rank: line.rank ? String(line.rank) : '', owner: line.owner || '', evidence: line.evidence || ''
  };
}

/** The last day a valuation counts. */
function lastDay(valuedOn, months) {
  const [year, month, day] = valuedOn.split('-').map(Number);
  const end = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, length));
  return end.toISOString().slice(0, 10);
}

/** {standing, counted} of one row by itself, counted in fen. */
function judged(one, rate) {
  const value = scaled(one.value);
  if (!one.kind || typeof value !== 'bigint' || !one.valuer || !DAY.test(one.valuedOn)) return { standing: 'NOT_VALUED', counted: 0n };
  if (!rate || rate.approvedBy !== 'NONE') return { standing: 'NO_ADVANCE_RATE', counted: 0n };
  if (one.valuer === 'CUSTOMER_ESTIMATE') return { standing: 'CUSTOMER_ESTIMATE', counted: 0n };
  if (lastDay(one.valuedOn, rate.validMonths) < window.shouxin.dateText(new Date()).slice(0, 10)) return { standing: 'VALUATION_TOO_OLD', counted: 0n };
  const claims = scaled(one.priorClaims);
  if (typeof claims !== 'bigint') return { standing: 'NOT_VALUED', counted: 0n };
  if (value <= claims) return { standing: 'NOTHING_LEFT', counted: 0n };
  return { standing: 'COUNTED', counted: ((value - claims) * scaled(rate.rate, 4)) / 10000n };
}

export function securityEntry(kit, $scope) {
  const application = $scope.file.application;
  const security = { valuers: ['BANK', 'EXTERNAL', 'CUSTOMER_ESTIMATE'], owners: ['CUSTOMER', 'RELATED_PARTY', 'THIRD_PARTY'], ready: false, rates: {}, requirements: [] };
  const rows = () => $scope.model.security;
  $scope.security = security;
  $scope.model.security = [];

  security.facilities = () => (application.form ? application.form.facilities : []);
  /** A further security may be of any kind. */
  security.kindsOf = (one) => (one.offer ? KINDS[one.type] : [...new Set(Object.values(KINDS).flat())]);
  security.of = (facility) => rows().filter((one) => one.facility === facility);
  security.field = (one, name) => `security[${security.handedIn().indexOf(one)}].${name}`;
  security.isEmpty = (one) => ENTERED.every((name) => !one[name]);
  /** What is handed in: rows nobody has touched stay to be verified. */
  security.handedIn = () => rows().filter((one) => !one.offer || !security.isEmpty(one));
  security.judged = (one) => {
    const alone = judged(one, security.rates[one.kind]);
    const related = (each) => each.owner === 'RELATED_PARTY' && GUARANTEES.includes(each.kind);
    const stands = (each) => judged(each, security.rates[each.kind]).standing === 'COUNTED';
    return alone.standing === 'COUNTED' && related(one) && !security.of(one.facility).some((each) => stands(each) && !related(each))
      ? { standing: 'RELATED_GUARANTEE_ALONE', counted: 0n } : alone;
  };
  security.countedText = (one) => window.shouxin.money(decimalText(security.judged(one).counted));
  security.tone = (one) => ({ COUNTED: 'good', NOT_VALUED: 'warn', CUSTOMER_ESTIMATE: 'warn', VALUATION_TOO_OLD: 'warn' }[security.judged(one).standing] || 'bad');
  const total = (facility) => security.of(facility).reduce((sum, one) => sum + security.judged(one).counted, 0n);
  security.totalText = (facility) => window.shouxin.money(decimalText(total(facility)));
  /** The cover asked for at each grade; of a small firm only where it differs. The same objects each time: the page compares them. */
  security.requirementsOf = (facility) => security.requirements.filter((each) => each.facility === facility).filter((each, at, all) => !each.smallFirm
    || all.some((other) => other.grade === each.grade && !other.smallFirm && other.required !== each.required));
  /** What may be lent on the security that counts; null where none is asked for. */
  security.room = (requirement) => {
    const cover = scaled(requirement.required, 4);
    return cover > 0n ? decimalText((total(requirement.facility) * 10000n) / cover) : null;
  };
  security.pledged = (one) => { const claims = scaled(one.priorClaims); return typeof claims === 'bigint' && claims > 0n; };
  security.approver = (one) => (security.rates[one.kind] && security.rates[one.kind].approvedBy !== 'NONE' ? security.rates[one.kind].approvedBy : null);
  security.add = (facility) => { rows().push(row({ facility, type: 'MORTGAGE', description: '' })); };
  security.remove = (one) => { $scope.model.security = rows().filter((other) => other !== one); };

  /** What the browser alone can tell; all else the desk judges. */
  security.unreadable = () => security.handedIn().flatMap((one) => ['value', 'priorClaims'].filter((name) => scaled(one[name]) === undefined)
    .map((name) => ({ field: security.field(one, name), message: $scope.say('请填数字金额，最多两位小数。', 'A plain amount, please, with at most two decimals.') }))
    .concat(one.valuedOn && !DAY.test(one.valuedOn.trim()) ? [{ field: security.field(one, 'valuedOn'), message: $scope.say('日期请写成 2026-06-30。', 'A date like 2026-06-30, please.') }] : [])
    .concat(one.rank && !/^\d$/.test(one.rank.trim()) ? [{ field: security.field(one, 'rank'), message: $scope.say('顺位请填 1 至 9。', 'A rank of 1 to 9, please.') }] : []));
  const blank = (text) => (text === undefined || text === null || String(text).trim() === '' ? null : String(text).trim());
  security.told = () => security.handedIn().map((one) => ({
    facility: one.facility, offer: one.offer, kind: one.kind || null, description: one.offer ? null : blank(one.description),
    value: window.shouxin.decimal(one.value), currency: 'CNY', valuedOn: blank(one.valuedOn), valuer: one.valuer || null,
    priorClaims: window.shouxin.decimal(one.priorClaims), rank: one.rank ? Number(one.rank) : null, owner: one.owner || null, evidence: blank(one.evidence)
  }));

  return kit.get(`/applications/${application.applicationId}/security`).then((found) => {
    security.rates = Object.fromEntries(found.rates.map((rate) => [rate.kind, rate]));
    security.requirements = found.requirements;
    $scope.model.security = found.lines.map(row);
    security.ready = found.rates.length > 0;
  });
}

Object.assign(window.shouxin, { securityEntry });

export default [];
