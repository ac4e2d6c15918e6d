/** Other facts (tax record, visit, background, agency's grade, past trading) entered in a form: the panels facts.html and enter-facts.html. */
import './form-kit.js';

const GRADES = ['NOT_RATED', 'AAA', 'AA+', 'AA', 'AA-', 'A+', 'A', 'A-', 'BBB+', 'BBB', 'BBB-', 'BB+', 'BB', 'BB-', 'B+', 'B', 'B-', 'CCC', 'CC', 'C', 'D'];
const CHECKS = ['PREMISES', 'PRODUCTION', 'STOCK', 'BOOKS', 'ORDERS', 'WAGES_AND_UTILITIES', 'EQUIPMENT', 'COLLATERAL'];

const field = (name, type, label, more = {}) => ({ name, type, label, ...more });
const KINDS = [
  { code: 'TAX_RECORD', key: 'taxRecord', source: ['电子税务局', 'E-tax bureau'], fields: [field('grade', 'code', 'taxGrade', { codes: ['A', 'B', 'M', 'C', 'D'] }),
    field('year', 'whole', 'taxYear'), field('taxPaid', 'money', 'taxPaid'), field('arrears', 'money', 'taxArrears', { hint: ['没有填 0', '0 for none'] })] },
  { code: 'SITE_VISIT', key: 'siteVisit', source: ['现场尽调', 'Visit on site'], fields: [field('place', 'text', 'visitPlace'), field('peopleMet', 'text', 'peopleMet'),
    field('checks', 'checks', 'siteChecks', { codes: CHECKS, free: true }), field('findings', 'long', 'findings')] },
  { code: 'BACKGROUND_CHECK', key: 'backgroundCheck', source: ['企业信用信息公示系统、执行信息公开网', 'Public registers'], fields: [field('openLawsuits', 'whole', 'openLawsuits', { hint: ['没有填 0', '0 for none'] }),
    field('enforcements', 'whole', 'enforcements', { hint: ['没有填 0', '0 for none'] }), field('pledgedShare', 'share', 'pledgedShare', { hint: ['百分比，没有填 0', 'per cent; 0 for none'] }),
    field('penalties36m', 'whole', 'penalties36m', { hint: ['没有填 0', '0 for none'] }), field('remarks', 'long', 'remarks', { free: true })] },
  { code: 'EXTERNAL_RATING', key: 'externalRating', source: ['评级报告', 'Rating report'], fields: [field('agency', 'text', 'agency'), field('grade', 'code', 'externalGrade', { codes: GRADES })] },
  { code: 'PAST_TRADING', key: 'pastTrading', source: ['本行（本公司）账务系统', 'Our own books'], fields: [field('years', 'whole', 'tradingYears', { hint: ['新客户填 0', '0 for a new customer'] }),
    field('amount12m', 'money', 'tradingAmount12m', { hint: ['没有填 0', '0 for none'] }), field('lateShare', 'share', 'lateShare', { free: true, hint: ['百分比；新客户不填', 'per cent; leave blank for a new customer'] })] }
];

/** Per cent as typed to a decimal fraction as text, without becoming a binary number; what is no number stays as it is. */
function fraction(typed) {
  const plain = window.shouxin.decimal(String(typed).replace('%', ''));
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(plain || '');
  if (!match) return plain;
  const digits = (match[1] + (match[2] || '')).padStart((match[2] || '').length + 3, '0');
  const places = (match[2] || '').length + 2;
  return digits.slice(0, digits.length - places) + '.' + digits.slice(digits.length - places);
}

function content(kind, wish) {
  const told = {};
  kind.fields.forEach((one) => {
    const typed = wish[one.name];
    if (one.type === 'checks') told[one.name] = CHECKS.filter((check) => typed && typed[check]);
    else if (typed === undefined || typed === null || String(typed).trim() === '') told[one.name] = null;
    else if (one.type === 'whole' || one.type === 'money') told[one.name] = window.shouxin.decimal(typed);
    else told[one.name] = one.type === 'share' ? fraction(typed) : String(typed).trim();
  });
  return told;
}

/** Entering facts, and the list of those on file, into the scope. */
export function otherFacts(kit, $scope, changed = () => {}) {
  const path = `/customers/${$scope.file.customer.id}`;
  const entry = { kinds: KINDS, kind: KINDS[0], wish: {}, errors: {}, saved: false };
  $scope.factEntry = entry;
  $scope.factList = [];

  entry.load = () => kit.get(`${path}/facts-on-file`).then((found) => {
    $scope.factList = found.facts;
    $scope.factConfidence = found.confidence;
    kit.refresh();
  });
  entry.choose = (kind) => {
    Object.assign(entry, { kind, errors: {}, saved: false, wish: { source: $scope.say(...kind.source), asOf: '', document: '', content: {} } });
    kit.refresh();
  };
  entry.store = () => {
    const kind = entry.kind;
    entry.errors = {};
    entry.saved = false;
    kind.fields.filter((one) => !one.free && one.type === 'whole' && !/^\d{1,5}$/.test(window.shouxin.decimal(entry.wish.content[one.name]) || ''))
      .forEach((one) => { entry.errors[`${kind.key}.${one.name}`] = $scope.say('请填整数，没有请填 0。', 'A whole number, please; 0 for none.'); });
    kind.fields.filter((one) => one.type === 'money' && typeof window.shouxin.scaled(entry.wish.content[one.name]) !== 'bigint')
      .forEach((one) => { entry.errors[`${kind.key}.${one.name}`] = $scope.say('请填金额，没有请填 0。', 'An amount, please; 0 for none.'); });
    kind.fields.filter((one) => one.type === 'share' && entry.wish.content[one.name] && !/^\d\.\d+$/.test(fraction(entry.wish.content[one.name]) || ''))
      .forEach((one) => { entry.errors[`${kind.key}.${one.name}`] = $scope.say('请填 0 到 100 的百分比。', 'A percentage from 0 to 100, please.'); });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.wish.asOf || '')) entry.errors.asOf = $scope.say('请填写日期，如 2026-06-30。', 'A date, please, such as 2026-06-30.');
    if (Object.keys(entry.errors).length) return;
    kit.post(`${path}/facts`, { kind: kind.code, asOf: entry.wish.asOf, source: entry.wish.source, document: entry.wish.document || null, [kind.key]: content(kind, entry.wish.content) })
      .then(() => { entry.choose(kind); entry.saved = true; changed(); return entry.load(); }, (failure) => {
        const refusals = failure.data && failure.data.refusals;
        if (!refusals) { kit.refused(failure); return; }
        refusals.forEach((refusal) => { entry.errors[refusal.field || 'asOf'] = refusal.message; });
      }).then(kit.refresh);
  };
  entry.choose(KINDS[0]);
  return entry.load();
}

/** What judgements rest on, as typed, for the submission: only where something was written. */
function evidenceOf(assessment) {
  const told = {};
  Object.entries(assessment.evidence || {}).forEach(([judgement, found]) => {
    if (found && ((found.text || '').trim() || (found.document || '').trim() || found.date)) {
      told[judgement] = { text: (found.text || '').trim(), date: /^\d{4}-\d{2}-\d{2}$/.test(found.date || '') ? found.date : null, document: (found.document || '').trim() || null };
    }
  });
  return told;
}

Object.assign(window.shouxin, { otherFacts, evidenceOf });

export default [];
