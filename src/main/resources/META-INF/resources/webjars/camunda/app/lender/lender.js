/** The lender's figures: what is in use, what waits for confirmation, and the form of a new entry. */
import { element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { amount, people, words } from './words.js';

const KEEPERS = ['POLICY_OFFICER', 'SENIOR_CREDIT_MANAGER', 'RISK_DIRECTOR'];
const AMOUNTS = ['netCapital', 'tierOneCapital', 'lendableFunds'];
const service = `${api}/lender-figures`;
const table = document.getElementById('entries');
const told = document.getElementById('told');
const form = document.getElementById('entry');
let keeper = false;

function stateOf(entry, inUse) {
  if (entry.confirmedBy) return element('strong', {}, inUse ? words.inForce : words.earlier);
  if (!keeper || entry.own) return element('span', {}, words.waits);
  return element('button', { type: 'button', class: 'button strong', onclick: () => confirm(entry) }, words.confirm);
}

function rowOf(entry, inUse) {
  return element('tr', inUse ? { class: 'counts' } : {},
    element('td', {}, entry.asOf), element('td', { class: 'state' }, stateOf(entry, inUse)), element('td', {}, words.kinds[entry.kind]),
    ...AMOUNTS.map(name => element('td', { class: 'num' }, amount(entry[name]))),
    element('td', { class: 'source' }, entry.source, element('br', {}), element('span', {}, people(entry))));
}

function show(entries) {
  const inUse = entries.find(entry => entry.confirmedBy);
  told.textContent = inUse ? told.textContent : words.none;
  table.replaceChildren(element('tr', {}, element('th', { scope: 'col' }, words.asOf),
    element('th', { scope: 'col' }, words.state), element('th', { scope: 'col' }, words.kind),
    ...AMOUNTS.map(name => element('th', { class: 'num', scope: 'col' }, words.short[name])),
    element('th', { scope: 'col' }, words.source)),
  ...entries.map(entry => rowOf(entry, entry === inUse)));
}

function say(failure) {
  const notHis = failure.status === 403 || failure.status === 404;
  told.replaceChildren(notHis ? words.notAllowed : refusalsOf(failure)[0].message, ' ',
    ...(notSignedIn(failure) ? [element('a', { href: tasklist }, words.signIn)] : []));
}

const load = () => call('', {}, service).then(show);

function confirm(entry) {
  call(`/${entry.number}/confirmation`, { method: 'POST' }, service)
    .then(() => { told.textContent = words.confirmed; return load(); }).catch(say);
}

/** What was typed, full-width digits and separators forgiven; blank is not told. */
function typed(name) {
  const text = form.elements[name].value.normalize('NFKC').trim();
  const plain = AMOUNTS.includes(name) ? text.replace(/[,\s¥]/g, '') : text;
  return plain === '' ? null : plain;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  form.querySelectorAll('.refused').forEach(place => place.replaceChildren());
  const figures = Object.fromEntries(['kind', 'asOf', ...AMOUNTS, 'source'].map(name => [name, typed(name)]));
  call('', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(figures) }, service)
    .then(() => { form.reset(); told.textContent = words.handed; return load(); })
    .catch(failure => {
      const refusals = refusalsOf(failure);
      const beside = refusals.filter(each => form.elements[each.field]);
      beside.forEach(each => { form.elements[each.field].parentElement.querySelector('.refused').textContent = each.message; });
      showRefusals(document.getElementById('refused'), refusals.filter(each => !beside.includes(each)));
    });
});

furnish(words);
document.getElementById('kind').replaceChildren(...Object.entries(words.kinds).map(([code, label]) => element('option', { value: code }, label)));
call('/me').then(me => {
  keeper = (me.roles || []).some(role => KEEPERS.includes(role));
  form.hidden = !keeper;
  return load();
}).catch(say);
