/** The page that explains a rating: verdict, waterfall, peers, risk points, what would raise the grade; and how experts overrode. */
import { language } from '../shouxin/language.js';
import { element } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, root } from '../shouxin/service.js';
import { moment } from '../shouxin/words.js';
import { words } from './words.js';

const by = id => document.getElementById(id);
let labels = {};

const word = (prefix, code) => labels[`${prefix}.${code}`] || code;
const percent = (value, digits = 2) => (value === null || value === undefined ? '—' : `${(Number(value) * 100).toFixed(digits)}%`);

function failed(failure) {
  by('notice').replaceChildren(element('p', {}, notSignedIn(failure) ? words.notSignedIn : words.notLoaded));
}

function tile(label, value, note) {
  return element('div', { class: 'tile' }, element('span', {}, label), element('strong', {}, value || '—'), element('span', {}, note || ''));
}

function part(title, ...content) {
  return element('div', { class: 'part' }, element('h3', {}, title), ...content);
}

function ratioText(value, unit) {
  if (value === null || value === undefined) return '—';
  if (unit === 'FRACTION') return percent(value, 1);
  return unit === 'DAYS' ? Number(value).toFixed(0) : Number(value).toFixed(2);
}

function verdict(report) {
  const { rating, explanation } = report;
  const evidence = rating.evidence || {};
  const tiles = element('div', { class: 'tiles' },
    tile(words.score, explanation.score, words.outOf),
    tile(words.grade, explanation.grade.label, explanation.riskLevel.label),
    tile(words.pd, percent(explanation.pd), evidence.masterClass ? `${words.masterClass} ${evidence.masterClass}` : ''),
    tile(words.confidence, evidence.confidence === null || evidence.confidence === undefined ? '—' : percent(evidence.confidence, 0), words.confidenceMeans),
    tile(words.previous, report.previous ? report.previous.grade : words.first, report.previous ? `${report.previous.score} · ${report.previous.asOf}` : ''),
    tile(words.rerun, report.reproduced ? words.agrees : words.differs, words.rerunMeans));
  const notes = [];
  if (rating.knockedOut) notes.push(element('p', { class: 'refused' }, words.knockedOut, rating.knockOutReasons.map(code => word('reason', code)).join('；')));
  if (explanation.override) {
    notes.push(element('p', {}, `${words.overridden}: ${explanation.modelGrade.label} → ${explanation.grade.label} · ${explanation.override.reason.label} · ${words.until} ${explanation.override.validUntil} · ${explanation.override.id}`));
  }
  notes.push(element('p', {}, element('strong', {}, `${words.suggestion}: ${report.suggestion}`)));
  return [tiles, ...notes];
}

function bar(start, width, room, tone) {
  const track = element('span', { class: 'track', 'aria-hidden': 'true' });
  const piece = (look, from, wide) => {
    const made = element('i', { class: look });
    made.style.left = `${from}%`;
    made.style.width = `${Math.max(0, Math.min(wide, 100 - from))}%`;
    track.append(made);
  };
  piece('room', start, room);
  piece(tone, start, width);
  return track;
}

function waterfall(report) {
  const { rating, explanation } = report;
  if (!rating.lines.length) return [];
  let reached = 0;
  let kind = null;
  const lines = [];
  rating.lines.forEach((line, at) => {
    const told = explanation.lines[at];
    const [points, most] = [Number(line.points), Number(line.maxPoints)];
    if (line.part && line.part !== kind) {
      const of = rating.lines.filter(each => each.part === line.part);
      const sum = what => of.reduce((total, each) => total + Number(each[what]), 0);
      lines.push(element('div', { class: 'line sub' }, element('span', {}, word('scorePart', line.part)), element('span', {}),
        element('span', { class: 'num' }, `${+sum('points').toFixed(1)} / ${+sum('maxPoints').toFixed(1)}`), element('span', {})));
    }
    kind = line.part;
    const tone = points * 3 >= most * 2 ? 'good' : points * 3 < most ? 'bad' : 'mid';
    lines.push(element('div', { class: 'line' },
      element('span', {}, told.characteristic.label, element('span', { class: 'value' }, line.characteristic === 'base' ? '' : ` ${report.scored[line.characteristic] || ''}`)),
      bar(reached, points, most, tone), element('span', { class: 'num' }, `${line.points} / ${line.maxPoints}`),
      element('span', { class: 'why' }, told.reason.label)));
    reached += points;
  });
  lines.push(element('div', { class: 'line sub' }, element('span', {}, words.score), bar(0, Number(explanation.score), 100, 'mid'),
    element('span', { class: 'num' }, `${explanation.score} / 100`), element('span', {})));
  return [part(words.waterfall, ...lines)];
}

function peer(ratio) {
  const peers = ratio.peers;
  const place = element('span', { class: 'peer', 'aria-hidden': 'true' });
  if (!peers || ratio.value === null) return place;
  const [low, middle, high, value] = [peers.lowerQuartile, peers.median, peers.upperQuartile, ratio.value].map(Number);
  const spread = Math.max(high - low, 1e-9);
  const at = number => Math.max(2, Math.min(98, 50 + ((number - (low + high) / 2) / spread) * 33));
  const piece = (look, left, width) => {
    const made = element('span', { class: look });
    made.style.left = `${left}%`;
    if (width) made.style.width = `${width}%`;
    place.append(made);
  };
  piece('band', at(low), at(high) - at(low));
  piece('median', at(middle));
  piece(`firm ${peers.position}`, at(value));
  return place;
}

function ratios(report) {
  const { rating } = report;
  if (!rating.ratios.length) return [];
  const lines = [];
  let dimension = null;
  rating.ratios.forEach(ratio => {
    if (ratio.dimension !== dimension) lines.push(element('h4', {}, word('dimension', ratio.dimension)));
    dimension = ratio.dimension;
    const why = ratio.value === null && ratio.years && ratio.years[0] && ratio.years[0].undefined;
    lines.push(element('div', { class: 'ratio', title: word('ratio', `${ratio.code}.formula`) },
      element('span', {}, word('ratio', ratio.code), element('span', { class: 'hint' }, why ? ` ${word('undefined', why)}` : '')),
      element('strong', { class: 'num' }, ratioText(ratio.value, ratio.unit)),
      element('span', { class: 'num before' }, ratioText(ratio.previous, ratio.unit)), peer(ratio),
      element('span', { class: ratio.peers ? ratio.peers.position : '' }, ratio.peers ? word('peerPosition', ratio.peers.position) : '—')));
  });
  return [part(words.ratios, element('p', { class: 'hint' }, words.quartiles), ...lines)];
}

function risks(report) {
  const content = report.risks.length ? report.risks.map(risk => element('div', { class: 'risk' },
    element('div', {}, element('strong', { class: risk.severe ? 'severe' : '' }, risk.characteristic), ` ${risk.value}`, element('p', { class: 'hint' }, `${risk.typeLabel} · −${risk.pointsMissed}`)),
    element('div', {}, element('p', {}, `${words.cause}: ${risk.cause}`), element('p', {}, `${words.measure}: ${risk.measure}`))))
    : [element('p', { class: 'nothing' }, words.noRisks)];
  return [part(words.risks, ...content)];
}

function facts(report) {
  const open = report.toVerify;
  const content = open.length ? open.map(fact => element('p', {}, element('strong', {}, word('factKind', fact.code)), ` — ${word('factState', fact.state)}${fact.date ? ` (${fact.source} ${fact.date})` : ''}`))
    : [element('p', { class: 'nothing' }, words.noFacts)];
  return [part(words.facts, ...content)];
}

function better(report) {
  if (!report.improvements.length) return [part(words.better, element('p', { class: 'nothing' }, words.noBetter))];
  const rows = report.improvements.slice(0, 10).map(each => element('div', { class: 'better' },
    element('span', {}, each.sentence, each.byCustomer ? element('span', { class: 'hint' }, ` · ${words.own}`) : null),
    element('span', { class: 'gain' }, `+${each.pointsGained} → ${each.scoreAfter}${each.raisesGrade ? ` ${each.gradeAfter}` : ''}`)));
  const path = report.together.length ? [element('p', {}, `${words.together} `, element('strong', {}, report.gradeTogether), `: ${report.together.map(each => each.sentence).join('；')}`)] : [];
  return [part(words.better, element('p', { class: 'hint' }, words.betterMeans), ...rows, ...path)];
}

async function show(id) {
  const report = await call(`/ratings/${encodeURIComponent(id)}/report`);
  const { rating } = report;
  by('pdf').href = `${api}/ratings/${encodeURIComponent(id)}/report.pdf`;
  by('pdf').hidden = false;
  const all = await call(`/ratings?customer=${encodeURIComponent(rating.customer)}`);
  const challengers = await call(`/ratings/${encodeURIComponent(id)}/challengers`).catch(() => []);
  by('rating').replaceChildren(
    element('p', { class: 'who' }, `${report.customerName} · ${rating.id}`),
    element('p', { class: 'hint' }, `${rating.customer} · ${rating.subject} · ${report.explanation.basis.label} · ${moment(rating.at)}`),
    ...verdict(report), ...waterfall(report), ...ratios(report), ...risks(report), ...better(report), ...facts(report),
    ...(challengers.length ? [part(words.challengers, element('p', { class: 'hint' }, words.challengersMeans), ...challengers.map(each => element('p', {},
      element('a', { href: `${root}/app/policies/default/` }, each.draftId), ` ${each.version} · ${each.title} — `,
      each.score === null ? words.cannotTell : element('strong', {}, `${each.score} · ${word('grade', each.grade)}`))))] : []),
    part(words.versions, element('p', { class: 'hint' }, Object.entries(rating.policyVersions).map(([key, version]) => `${word('policyName', key)} ${version}`).join(' · '))),
    part(words.allRatings, ...all.map(each => element('p', {}, element('a', { href: `?rating=${encodeURIComponent(each.id)}`, onclick: event => { event.preventDefault(); open(each.id); } },
      each.id), ` ${each.asOf} · ${each.score} · ${each.grade.label}${each.override ? ` (${words.overridden})` : ''}`))));
  by('rating').hidden = false;
}

function open(id) {
  window.history.replaceState(null, '', `?rating=${encodeURIComponent(id)}`);
  by('notice').replaceChildren();
  return show(id).catch(failed);
}

async function openNewest(customer) {
  const all = await call(`/ratings?customer=${encodeURIComponent(customer)}`);
  if (all.length) return open(all[0].id);
  by('rating').replaceChildren(element('p', { class: 'nothing' }, words.noRating));
  by('rating').hidden = false;
  return null;
}

async function find() {
  const found = await call(`/customers?limit=12&text=${encodeURIComponent(by('search').value)}`);
  by('customers').replaceChildren(...(found.length ? found.map(customer => element('button', { type: 'button', onclick: () => openNewest(customer.id).catch(failed) },
    customer.name, element('small', {}, customer.id))) : [element('p', { class: 'nothing' }, words.none)]));
}

async function overrides() {
  const report = await call('/rating-overrides/report');
  const row = each => element('tr', {}, element('td', {}, each.id), element('td', {}, each.customer),
    element('td', {}, `${word('grade', each.modelGrade)} → ${word('grade', each.grade)}`), element('td', {}, word('overrideReason', each.reasonCode)),
    element('td', {}, word('overrideStatus', each.status)), element('td', {}, each.knockedOutNow ? word('grade', 'POOR') : word('grade', each.modelGradeNow)),
    element('td', {}, word('overrideVerdict', each.verdict)));
  by('override-report').replaceChildren(
    element('div', { class: 'tiles' }, tile(words.overrideRate, report.rate === null ? '—' : percent(report.rate, 1), `${report.overridden} / ${report.rated} ${words.ofRated}`),
      tile(words.upgrades, String(report.upgrades)), tile(words.downgrades, String(report.downgrades)), tile(words.refusedOnes, String(report.refused))),
    report.cases.length ? element('div', { class: 'part sx-scroll', tabindex: '0' }, element('table', {},
      element('thead', {}, element('tr', {}, ...['', words.customer, words.change, words.reason, words.status, words.now, words.verdict].map(head => element('th', { scope: 'col' }, head)))),
      element('tbody', {}, ...report.cases.map(row)))) : element('p', { class: 'nothing' }, words.noOverrides));
  by('overrides').hidden = false;
}

furnish(words);
let waiting = null;
by('search').addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => find().catch(failed), 250); });

const asked = new URLSearchParams(window.location.search);
call(`/wording?language=${language}`).then(known => {
  labels = known;
  const start = asked.get('rating') ? show(asked.get('rating')) : asked.get('customer') ? openNewest(asked.get('customer')) : find();
  return Promise.all([start.catch(failed), overrides().catch(() => {})]);
}).catch(failed);
