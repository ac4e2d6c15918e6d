/** Covenants and standing conditions: the list with filters, the history of one with its trend, and breach cases. */
import { drawn, element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, refusalsOf } from '../shouxin/service.js';
import { day, percent } from '../shouxin/words.js';
import { fraction, kinds, shownOf, states, words } from './words.js';

const by = id => document.getElementById(id);
const BREACH = ['BREACHED', 'NOT_TESTABLE', 'IN_GRACE'];
const head = (text, number) => element('th', { scope: 'col', class: number ? 'num' : '' }, text);
const nothing = text => element('p', { class: 'nothing' }, text);
const table = (heads, rows) => element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
  element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)));
const state = (code, label) => element('span', { class: BREACH.includes(code) ? 'bad' : code === 'MET' ? 'good' : '' }, label || '');
const room = text => element('span', { class: text && text.startsWith('-') ? 'bad' : '' }, text || '–');
const SIZE = 50;
let officer = false;
let page = 0;
let casePage = 0;

function failed(failure) {
  if (notSignedIn(failure)) by('notice').replaceChildren(element('p', {}, words.notSignedIn));
  else showRefusals(by('notice'), refusalsOf(failure));
}

function question() {
  const asked = new URLSearchParams();
  for (const [field, name] of [['customer', 'customerId'], ['facility', 'facilityId'], ['kind', 'kind'], ['state', 'state']]) {
    const value = by(field).value.trim();
    if (value) asked.set(name, value);
  }
  return asked.toString();
}

const row = line => element('tr', { 'data-covenant': line.id },
  element('td', { class: 'asked' }, line.kind === 'CONDITION' ? line.asked : element('button', { type: 'button', class: 'link', onclick: () => showHistory(line).catch(failed) }, line.asked),
    element('small', {}, [line.kindLabel, line.schedule].filter(Boolean).join(' · '))),
  element('td', {}, line.customerName, element('small', {}, [line.customerId, ...line.facilities].join(' · '))),
  element('td', {}, line.testOn || '–', line.graceEndsOn ? element('small', {}, `${words.grace} ${line.graceEndsOn}`) : null),
  element('td', {}, line.state ? state(line.state, line.stateLabel) : '–', line.overdue ? element('small', { class: 'bad' }, words.overdue) : null,
    line.breachCase ? element('small', { class: 'bad' }, line.breachCase) : null),
  element('td', {}, line.lastState ? state(line.lastState, line.lastStateLabel) : '–', line.lastPeriodEnd ? element('small', {}, line.lastPeriodEnd) : null),
  element('td', { class: 'num' }, line.lastValue || '–', line.target ? element('small', {}, `${words.target} ${line.target}`) : null),
  element('td', { class: 'num' }, room(line.headroom)));

/** A page of a list: the first in place of what stands there, any other below it; and how many are shown. */
function put(number, found, place, heads, rowOf, none) {
  if (number === 0) {
    place.list.replaceChildren(found.items.length ? table(heads, found.items.map(rowOf)) : nothing(none));
  } else {
    place.list.querySelector('tbody').append(...found.items.map(rowOf));
  }
  const shown = number * SIZE + found.items.length;
  place.shown.textContent = found.total ? shownOf(shown, found.total, found.orMore) : '';
  place.more.hidden = !found.orMore && shown >= found.total;
}

async function showPage(number) {
  const asked = question();
  const found = await call(`/covenants?${asked}&page=${number}&size=${SIZE}`);
  showRefusals(by('notice'), []);
  put(number, found, { list: by('list'), shown: by('shown'), more: by('more') }, [head(words.covenant), head(words.whose), head(words.nextTest), head(words.state),
    head(words.lastResult), head(words.value, true), head(words.headroom, true)], row, words.nothing);
  page = number;
}

async function showList() {
  by('file').href = `${api}/covenants.csv?${question()}`;
  await showPage(0);
}

/* One covenant */

function trend(tests) {
  const known = tests.filter(test => test.derived && test.target).reverse();
  if (known.length < 2) return null;
  const values = known.flatMap(test => [Number(test.derived), Number(test.target)]);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const y = value => 84 - (Number(value) - low) / span * 78;
  const x = index => 4 + index * 632 / (known.length - 1);
  return element('div', { class: 'trend' }, element('p', { class: 'hint' }, words.trend), drawn('svg', { viewBox: '0 0 640 90', preserveAspectRatio: 'none', role: 'img', 'aria-label': words.trend },
    ...known.slice(1).map((test, index) => drawn('line', { x1: x(index), y1: y(known[index].target), x2: x(index + 1), y2: y(test.target) })),
    drawn('polyline', { points: known.map((test, index) => `${x(index)},${y(test.derived)}`).join(' ') })));
}

async function showHistory(line) {
  const tests = await call(`/covenants/${encodeURIComponent(line.id)}/tests`);
  by('chosen').hidden = false;
  by('chosen-title').textContent = line.asked;
  const open = tests.find(test => ['PLANNED', 'OPEN', 'IN_GRACE'].includes(test.status) && test.unit);
  by('history').replaceChildren(...[line.formula ? element('p', { class: 'hint' }, line.formula) : null, trend(tests),
    tests.length ? table([head(words.period), head(words.tested), head(words.derived, true), head(words.reported, true), head(words.target, true), head(words.headroom, true), head(words.result), head(words.remark)],
      tests.map(test => element('tr', {}, element('td', {}, test.periodEnd), element('td', {}, test.testOn, element('small', {}, `${words.grace} ${test.graceEndsOn}`)),
        element('td', { class: 'num' }, test.unit || test.kind === 'INFORMATIONAL' ? test.receivedOn || test.derivedText || element('small', {}, test.undefinedLabel || '–') : '–'),
        element('td', { class: 'num' }, test.reportedText || '–', test.differs ? element('small', { class: 'bad' }, words.differs) : null),
        element('td', { class: 'num' }, test.targetText || '–'), element('td', { class: 'num' }, room(test.headroomText)),
        element('td', {}, state(test.status, test.statusLabel), test.cured ? element('small', {}, words.cured) : null,
          ...test.reliefs.map(relief => element('small', {}, `${relief.kindLabel}${relief.until ? ` ${relief.until}` : ''}: ${relief.statusLabel}`))),
        element('td', {}, test.remark || test.reportRemark || '')))) : nothing(words.noHistory),
    open ? reporting(open, line) : null].filter(Boolean));
  by('chosen').scrollIntoView({ behavior: 'smooth', block: 'start' });
}

function reporting(test, line) {
  const value = element('input', { inputmode: 'decimal', autocomplete: 'off', 'aria-label': words.report });
  const remark = element('input', { maxlength: '1000', autocomplete: 'off', 'aria-label': words.reportRemark });
  const refused = element('div', { class: 'refused', role: 'alert' });
  const send = element('button', { type: 'button', class: 'button', onclick: async () => {
    const typed = value.value.trim();
    if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(typed)) {
      showRefusals(refused, [{ message: words.notANumber }]);
      return;
    }
    try {
      await call(`/covenant-tests/${test.testId}/report`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({
        value: test.unit === 'FRACTION' ? fraction(typed) : typed,
        evidence: /^D-\d{4}-\d+$/.test(remark.value.trim()) ? remark.value.trim() : null, remark: remark.value.trim() || null }) });
      await showHistory(line);
    } catch (failure) {
      showRefusals(refused, refusalsOf(failure));
    }
  } }, words.send);
  return element('div', {}, element('div', { class: 'report' }, element('label', {}, element('span', { class: 'hint' }, `${words.report} · ${test.periodEnd}${test.unit === 'FRACTION' ? words.percentHint : ''}`), value),
    element('label', {}, element('span', { class: 'hint' }, words.reportRemark), remark), send), refused);
}

/* Cases */

const caseRow = each => element('tr', { 'data-case': each.id }, element('td', {}, each.id, element('small', {}, `${each.facility} · ${day(each.openedAt)}`)),
  element('td', {}, each.proposalLabel, Number(each.share) > 0 && each.proposal === 'DECREASE' ? element('small', {}, percent(each.share)) : null),
  element('td', { class: 'asked' }, ...each.causes.map(cause => element('div', {}, cause.reason))), element('td', {}, each.reference || '–'),
  element('td', {}, each.open ? element('span', { class: 'bad' }, words.caseOpen) : each.outcomeLabel || ''));

async function showCasesOn(number) {
  const customer = by('customer').value.trim();
  const found = await call(`/breach-cases?page=${number}&size=${SIZE}${customer ? `&customerId=${encodeURIComponent(customer)}` : ''}`);
  by('cases').hidden = false;
  put(number, found, { list: by('breaches'), shown: by('cases-shown'), more: by('more-cases') },
    [head(words.caseNumber), head(words.proposal), head(words.cause), head(words.decidedBy), head(words.result)], caseRow, words.noCases);
  casePage = number;
}

async function showCases() {
  if (officer) await showCasesOn(0);
}

async function load() {
  const me = await call('/me');
  officer = me.roles.some(role => role !== 'APPLICANT');
  by('kind').replaceChildren(element('option', { value: '' }, words.all), ...kinds.map(([code, label]) => element('option', { value: code }, label)));
  by('state').replaceChildren(element('option', { value: '' }, words.all), ...states.map(([code, label]) => element('option', { value: code }, label)));
  const asked = new URLSearchParams(window.location.search);
  for (const [field, name] of [['customer', 'customerId'], ['facility', 'facilityId'], ['kind', 'kind'], ['state', 'state']]) by(field).value = asked.get(name) || asked.get(field) || '';
  by('filters').addEventListener('change', () => Promise.all([showList(), showCases()]).catch(failed));
  by('more-cases').addEventListener('click', () => showCasesOn(casePage + 1).catch(failed));
  by('more').addEventListener('click', () => showPage(page + 1).catch(failed));
  by('filters').addEventListener('submit', event => event.preventDefault());
  await Promise.all([showList(), showCases()]);
}

furnish(words);
load().catch(failed);
