/** The page on limits: changes and exceptions with their state, how often exceptions are made, and market signals. */
import { definitions, element, showRefusals } from '../shouxin/elements.js';
import { language } from '../shouxin/language.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { alreadyOpen, endTitle, money, moment, opened, words } from './words.js';

const MAKERS = ['ANALYST', 'RELATIONSHIP_MANAGER'];
const MAY_SIGNAL = ['ANALYST', 'CREDIT_MANAGER', 'SENIOR_CREDIT_MANAGER', 'RISK_DIRECTOR', 'POLICY_OFFICER'];
const MAY_END = ['ANALYST', 'RELATIONSHIP_MANAGER', 'CREDIT_MANAGER', 'SENIOR_CREDIT_MANAGER', 'RISK_DIRECTOR'];

let labels = {};
let roles = [];

const word = (prefix, code) => (code ? labels[`${prefix}.${code}`] || code : '');
const may = (some) => some.some(role => roles.includes(role));
const sum = (value) => (value ? money(value.amount, value.currency) : null);
const place = (id) => document.getElementById(id);
const post = (path, body) => call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
/** A suggestion after a rating carries its grades as codes. */
const said = (text) => (text || '').replace(/\b(EXCELLENT|GOOD|FAIR|WATCH|POOR)\b/g, grade => word('grade', grade));

/** The level in words before the account's number. */
function accountText(account) {
  return `${word('limitLevel', account.level)} ${account.number}`;
}

function statusOf(prefix, status) {
  return element('span', { class: 'status', 'data-status': status }, word(prefix, status));
}

function changeCard({ change, customerName, requestedByName, reasonText }) {
  const moved = change.ceilingAfter ? `${sum(change.ceilingBefore)} → ${sum(change.ceilingAfter)}` : sum(change.ceilingBefore);
  return element('article', { class: 'card', 'data-about': change.id },
    element('div', { class: 'head' }, element('h3', {}, `${word('limitChangeKind', change.kind)} · ${word('limitLevel', change.account.level)}`),
      statusOf('limitChangeStatus', change.status)),
    element('p', { class: 'change' }, moved || ''),
    definitions([
      [words.number, change.id], [words.customer, customerName || change.customer], [words.account, accountText(change.account)],
      [words.cause, [word('limitChangeCause', change.cause), change.causeReference].filter(Boolean).join(' ')],
      [words.by, requestedByName], [words.at, moment(change.requestedAt)]
    ]),
    change.status === 'RETURNED' ? element('p', { class: 'refused' }, words.returned) : null,
    element('p', { class: 'said' }, said(change.closingRemark || reasonText)));
}

function exceptionCard({ exception, customerName, requestedByName, approvedBy }) {
  const acts = exception.status === 'IN_FORCE' && may(MAY_END)
    ? element('div', { class: 'acts' }, element('button', { type: 'button', class: 'quiet', onclick: () => askToEnd(exception.id) }, words.end)) : null;
  const ended = exception.endedBy !== null && exception.endedBy !== undefined;
  return element('article', { class: 'card', 'data-about': exception.id },
    element('div', { class: 'head' }, element('h3', {}, `+ ${sum(exception.extra)}`), statusOf('exceptionStatus', exception.status)),
    definitions([
      [words.number, exception.id], [words.customer, customerName || exception.customer], [words.account, accountText(exception.account)],
      [words.ceiling, sum(exception.ceilingBefore)], [words.until, exception.until], [words.by, requestedByName || exception.requestedBy],
      [words.approvedBy, approvedBy.join(' ')], [words.stillOut, ended && Number(exception.stillOut.amount) > 0 ? sum(exception.stillOut) : null],
      [words.endedBecause, exception.endReason]
    ]),
    element('p', { class: 'said' }, exception.reason), acts);
}

function tile(value, label) {
  return element('div', { class: 'tile' }, element('strong', {}, String(value)), element('span', {}, label));
}

function list(id, things, card, nothing) {
  place(id).replaceChildren(things.length ? element('div', { class: 'cards' }, ...things.map(card)) : element('p', { class: 'nothing' }, nothing));
}

const loadChanges = async () => list('changes', await call('/limit-changes?size=60'), changeCard, words.noChanges);

async function loadExceptions() {
  const [things, report] = await Promise.all([call('/temporary-exceptions?size=60'), call('/temporary-exceptions/report')]);
  list('exceptions', things, exceptionCard, words.noExceptions);
  place('report').replaceChildren(tile(report.inForce, words.inForce), tile(report.roomOut.map(sum).join(' + '), words.roomOut),
    tile(report.asked, words.asked), tile(report.cameInForce, words.cameInForce), tile(report.endedEarly, words.endedEarly),
    tile(report.overrun, words.overrun));
}

/* Market signals */

function concernedRow(each) {
  const box = element('input', { type: 'checkbox', value: each.customer });
  box.checked = Boolean(each.kind) && !each.open;
  box.disabled = !box.checked;
  const what = each.open ? alreadyOpen(each.open) : each.kind
    ? `${word('limitChangeKind', each.kind)}${each.proposed ? ' → ' + sum(each.proposed) : ''}` : words.noGround;
  return element('li', {}, element('label', {}, box, element('strong', {}, each.name), element('span', {}, `${each.customer} · ${sum(each.ceiling)}`),
    element('span', { class: 'what' }, what)));
}

async function showConcerned(signal, under) {
  const answer = await call(`/market-signals/${encodeURIComponent(signal)}/customers`);
  if (!answer.customers.length) {
    under.replaceChildren(element('p', { class: 'said' }, words.nobody));
    return;
  }
  const rows = element('ul', { class: 'concerned' }, ...answer.customers.map(concernedRow));
  const told = element('div', { class: 'refused', role: 'alert' });
  const open = element('button', { type: 'button', class: 'strong', onclick: async () => {
    open.disabled = true;
    try {
      const customers = [...rows.querySelectorAll('input:checked')].map(box => box.value);
      const done = await post(`/market-signals/${encodeURIComponent(signal)}/proposals`, { customers });
      await Promise.all([showConcerned(signal, under), loadChanges()]);
      under.append(element('p', { class: 'said', role: 'status' }, opened(done.length)));
    } catch (failure) {
      showRefusals(told, refusalsOf(failure));
      open.disabled = false;
    }
  } }, words.openAll);
  under.replaceChildren(rows, ...(answer.more ? [element('p', { class: 'said' }, words.more)] : []), told,
    ...(may(MAY_SIGNAL) && rows.querySelector('input:checked') ? [element('div', { class: 'acts' }, open)] : []));
}

const industryOf = ({ industry, industryName, industryNameEn }) => (industryName ? `${industry} ${language === 'zh' ? industryName : industryNameEn}` : industry);

function signalCard(signal) {
  const under = element('div', {});
  const show = element('button', { type: 'button', class: 'quiet', onclick: () => {
    showConcerned(signal.id, under).catch(failure => showRefusals(place('notice'), refusalsOf(failure)));
  } }, words.concerned);
  return element('article', { class: 'card', 'data-about': signal.id },
    element('div', { class: 'head' }, element('h3', {}, [industryOf(signal), signal.region].filter(Boolean).join(' · ')),
      element('span', { class: 'status' }, word('marketDirection', signal.direction))),
    definitions([[words.number, signal.id], [words.day, signal.day], [words.source, signal.source], [words.recordedBy, signal.recordedByName || signal.recordedBy]]),
    element('p', { class: 'said' }, signal.text), element('div', { class: 'acts' }, show), under);
}

const loadSignals = async () => list('signals', await call('/market-signals'), signalCard, words.noSignals);

async function saveSignal(event) {
  event.preventDefault();
  const fields = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim() || null]));
  if (fields.day && !/^\d{4}-\d{2}-\d{2}$/.test(fields.day)) fields.day = null;
  try {
    await post('/market-signals', fields);
    showRefusals(place('signal-refused'), []);
    event.target.reset();
    place('record').open = false;
    await loadSignals();
  } catch (failure) {
    showRefusals(place('signal-refused'), refusalsOf(failure));
  }
}

/* Ending an exception early */

let toEnd = null;

function askToEnd(number) {
  toEnd = number;
  place('ending-title').textContent = endTitle(number);
  place('end-reason').value = '';
  showRefusals(place('end-refused'), []);
  place('ending').showModal();
  place('end-reason').focus();
}

async function sendEnd(event) {
  event.preventDefault();
  place('end').disabled = true;
  try {
    await post(`/temporary-exceptions/${encodeURIComponent(toEnd)}/end`, { reason: place('end-reason').value.trim() });
    place('ending').close();
    await loadExceptions();
  } catch (failure) {
    showRefusals(place('end-refused'), refusalsOf(failure));
  } finally {
    place('end').disabled = false;
  }
}

/* The page */

furnish(words);
place('signal').addEventListener('submit', saveSignal);
place('ending').querySelector('form').addEventListener('submit', sendEnd);
place('keep').addEventListener('click', () => place('ending').close());

async function load() {
  const [me, wording] = await Promise.all([call('/me'), call(`/wording?language=${language}`)]);
  labels = wording;
  roles = me.roles;
  place('starts').hidden = !may(MAKERS);
  place('record').hidden = !may(MAY_SIGNAL);
  place('signal-direction').replaceChildren(...['ADVERSE', 'FAVOURABLE'].map(code => element('option', { value: code }, word('marketDirection', code))));
  await Promise.all([loadChanges(), loadExceptions(), loadSignals()]);
}

load().catch(failure => {
  const notHis = failure.status === 403 || failure.status === 404;
  place('notice').replaceChildren(notHis ? words.notAllowed : refusalsOf(failure)[0].message, ' ',
    ...(notSignedIn(failure) ? [element('a', { href: tasklist }, words.signIn)] : []));
});
