/** The page of the headroom map: find a customer or group, see the tree, try amounts, look into an account. */
import { definitions, element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf, root, tasklist } from '../shouxin/service.js';
import { HeadroomMapView, loadLabels } from './map-view.js';
import { level, texts, words } from './words.js';

const ENTRIES = 50;

const place = document.getElementById('map');
const told = document.getElementById('told');
const found = document.getElementById('found');
const wanted = document.getElementById('wanted');
const pastDay = document.getElementById('past-day');

let labels = {};
let view = null;
let open = null;
let officer = false;

const here = `${root}/app/headroom/default/`;
const money = (amount, currency) => view.money(amount, currency);

/* Finding */

function link(kind, name, query) {
  return element('a', { href: `${here}?${query}` }, element('span', { class: 'kind' }, kind), name);
}

/** The groups of the customers found come first. */
function choices(customers) {
  const groups = new Map(customers.filter(each => each.groupId).map(each => [each.groupId, each.groupName]));
  return [
    ...[...groups].map(([id, name]) => link(words.group, `${name} ${id}`, `groupId=${encodeURIComponent(id)}`)),
    ...customers.map(each => link(words.customer, `${each.name} ${each.id}`, `customerId=${encodeURIComponent(each.id)}`))
  ];
}

let searched = 0;

async function search() {
  const mine = ++searched;
  const text = wanted.value.trim();
  if (!text) { found.replaceChildren(); return; }
  try {
    const customers = await call(`/customers?limit=12&text=${encodeURIComponent(text)}`);
    if (mine !== searched) return;
    found.replaceChildren(...(customers.length ? choices(customers) : [element('p', {}, words.nothingFound)]));
  } catch (failure) {
    if (mine === searched) showRefusals(found, refusalsOf(failure));
  }
}

/* One account */

function table(heads, rows) {
  return element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
    element('thead', {}, element('tr', {}, ...heads.map(([name, className]) => element('th', className ? { class: className } : {}, name)))),
    element('tbody', {}, ...rows.map(cells => element('tr', {}, ...cells.map((cell, at) => element('td', heads[at][1] ? { class: heads[at][1] } : {}, cell)))))));
}

function showReservations(node) {
  const rows = node.reservations.map(held => [held.subject, held.purpose === 'NEW_CREDIT' ? words.newCredit : words.underCeiling,
    money(held.amount, node.currency), held.until]);
  document.getElementById('reservations').replaceChildren(rows.length
    ? table([[words.subject], [words.purpose], [words.amount, 'num'], [words.until]], rows) : element('p', {}, words.noReservations),
  node.moreReservations ? element('p', {}, words.moreReservations(node.moreReservations)) : '');
}

function entryRow(entry) {
  const change = amount => (amount === undefined || Number(amount) === 0 ? '' : money(amount, entry.currency));
  return [view.word('limitVerb', entry.verb), entry.valueDate, change(entry.ceilingChange), change(entry.reservedChange),
    change(entry.committedChange), change(entry.utilisedChange), `${entry.source} ${entry.key}`];
}

async function showEntries(node, after = 0, before = []) {
  const target = document.getElementById('entries');
  try {
    const some = await call(`/limit-accounts/${encodeURIComponent(node.account)}/entries?after=${after}&most=${ENTRIES}`);
    if (open !== node) return;
    const entries = before.concat(some);
    target.replaceChildren(entries.length ? table([[words.verb], [words.valueDate], [words.ceilingChange, 'num'], [words.reservedChange, 'num'],
      [words.committedChange, 'num'], [words.utilisedChange, 'num'], [words.key]], entries.map(entryRow)) : element('p', {}, words.noEntries));
    if (some.length === ENTRIES) {
      target.append(element('button', { type: 'button', class: 'quiet', onclick: () => showEntries(node, some[some.length - 1].entryId, entries) }, words.more));
    }
  } catch (failure) {
    if (open === node) showRefusals(target, refusalsOf(failure));
  }
}

async function showPast() {
  const node = open;
  const target = document.getElementById('past');
  if (!node || !pastDay.value) { target.replaceChildren(); return; }
  try {
    const past = await call(`/limit-accounts/${encodeURIComponent(node.account)}/balances?asOf=${encodeURIComponent(pastDay.value)}`);
    if (open !== node) return;
    target.replaceChildren(definitions([
      [texts.ceiling, past.ceiling === undefined ? texts.noCeiling : money(past.ceiling, past.currency)],
      [texts.reserved, money(past.reserved, past.currency)], [texts.committed, money(past.committed, past.currency)],
      [texts.used, money(past.utilised, past.currency)], [texts.aside, money(past.setAside, past.currency)]]));
  } catch (failure) {
    if (open === node) showRefusals(target, refusalsOf(failure));
  }
}

function showAccount(node) {
  if (!officer) return;
  open = node;
  document.getElementById('account').hidden = false;
  document.getElementById('account-name').textContent = `${level(node.level)} ${node.name || ''} ${node.number}`;
  document.getElementById('account-facts').replaceChildren(definitions([
    [words.validTo, node.validTo],
    [words.products, node.products.map(code => view.word('product', code)).join(', ')]]));
  showReservations(node);
  showEntries(node);
  showPast();
}

/* The map */

function say(failure) {
  place.replaceChildren();
  told.replaceChildren(failure.status === 404 ? words.notVisible : refusalsOf(failure)[0].message, ' ',
    ...(notSignedIn(failure) ? [element('a', { href: tasklist }, words.signIn)] : []));
}

/** What the address asks for; else the group of the newest customer who is in one, else the newest customer. */
async function question() {
  const asked = new URLSearchParams(window.location.search);
  if (asked.get('groupId')) return `groupId=${encodeURIComponent(asked.get('groupId'))}`;
  if (asked.get('customerId')) return `customerId=${encodeURIComponent(asked.get('customerId'))}`;
  const customers = await call('/customers?limit=50');
  const member = officer && customers.find(each => each.groupId);
  return member ? `groupId=${encodeURIComponent(member.groupId)}` : customers.length ? `customerId=${encodeURIComponent(customers[0].id)}` : null;
}

async function load() {
  told.textContent = words.loading;
  try {
    const [me, wording] = await Promise.all([call('/me'), loadLabels()]);
    labels = wording;
    officer = me.roles.some(role => role !== 'APPLICANT');
    document.getElementById('search').hidden = !officer;
    const query = await question();
    const map = query && await call(`/headroom-map?${query}`);
    if (!map || !map.root) { told.textContent = map && map.withheld ? words.withheld : words.nothingYet; return; }
    told.textContent = map.opened ? '' : words.notOpened;
    view = new HeadroomMapView({ labels, onChoose: showAccount, onUnit: () => open && showAccount(open) });
    place.replaceChildren(view.element);
    const amount = new URLSearchParams(window.location.search).get('amount');
    view.show(map, /^\d{1,15}(\.\d{1,2})?$/.test(amount || '') ? amount : undefined);
    pastDay.max = map.today;
    pastDay.value = pastDay.max;
    showAccount(view.nodes.get(map.asked));
  } catch (failure) {
    say(failure);
  }
}

furnish(words);
wanted.placeholder = words.searchHint;

let typing = null;
wanted.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(search, 250); });
document.getElementById('search').addEventListener('submit', event => { event.preventDefault(); search(); });
wanted.addEventListener('keydown', event => { if (event.key === 'Escape') found.replaceChildren(); });
document.getElementById('past-form').addEventListener('submit', event => event.preventDefault());
pastDay.addEventListener('change', showPast);

load();
