/** May I sell? A question to the limits, its answer as a traffic light, and room held on demand. */
import { definitions, element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { heldUntil, money, words } from './words.js';

const field = name => document.getElementById(name);
const refused = field('refused');
const place = field('answer');
const given = new URLSearchParams(window.location.search);

let mayReserve = false;

/* Asking */

function customerId() {
  const typed = field('customer').value.trim();
  const option = [...field('customers').options].find(each => each.value === typed);
  if (option) return option.dataset.id;
  const number = typed.match(/C-[\w.-]+$/);
  return number ? number[0] : null;
}

/** What stands in the form, as the API asks for it; empty fields are left out. */
function question() {
  const asked = { customerId: customerId(), currency: field('currency').value.trim().toUpperCase() };
  for (const name of ['use', 'amount', 'date', 'paymentTerm', 'product', 'prepaid']) {
    const value = field(name).value.trim();
    if (value) asked[name] = value;
  }
  if (asked.amount) asked.amount = asked.amount.replace(/[,，\s]/g, '');
  if (asked.prepaid) asked.prepaid = asked.prepaid.replace(/[,，\s]/g, '');
  return asked;
}

function post(asked, headers = {}) {
  return call('/credit-checks', { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json', ...headers } });
}

function refuse(failure) {
  showRefusals(refused, refusalsOf(failure));
  if (notSignedIn(failure)) refused.append(element('a', { href: tasklist }, words.signIn));
  refusalsOf(failure).forEach(each => {
    const wrong = field(each.field);
    if (wrong && wrong.tagName === 'INPUT') wrong.setAttribute('aria-invalid', 'true');
  });
}

function forgetRefusals() {
  refused.replaceChildren();
  document.querySelectorAll('[aria-invalid]').forEach(each => each.removeAttribute('aria-invalid'));
}

async function ask() {
  forgetRefusals();
  place.replaceChildren();
  const asked = question();
  if (!asked.customerId) {
    field('customer').setAttribute('aria-invalid', 'true');
    showRefusals(refused, [{ message: words.chooseCustomer }]);
    return;
  }
  field('ask').disabled = true;
  try {
    show(await post(asked), asked);
  } catch (failure) {
    refuse(failure);
  } finally {
    field('ask').disabled = false;
  }
}

/* Showing */

function show(answer, asked) {
  place.dataset.decision = answer.decision;
  const { currency } = answer;
  const verdict = element('article', { class: 'card' },
    element('div', { class: 'light' },
      element('span', { class: 'lamp', 'aria-hidden': 'true' }),
      element('div', {},
        element('strong', { id: 'decision' }, answer.decisionLabel),
        element('p', { id: 'reason' }, answer.reason),
        answer.help ? element('p', { class: 'help' }, answer.help) : null)),
    definitions([
      [words.amount, money(answer.amount, currency)],
      [words.counted, money(answer.counted, currency)],
      ...answer.ignored.map(part => [words.ignored, `${money(part.amount, currency)} · ${part.reason}`]),
      [words.prepay, answer.prepay ? money(answer.prepay, currency) : null]
    ]));
  place.replaceChildren(...[verdict, answer.steps.length ? steps(answer) : null, answer.levels.length ? levels(answer) : null,
    answer.decision === 'YES' && Number(answer.counted) > 0 && mayReserve ? reserving(asked) : null].filter(Boolean));
}

function steps(answer) {
  return element('article', { class: 'card', id: 'steps' },
    element('h2', {}, words.steps),
    element('ol', {}, ...answer.steps.map(step => element('li', { 'data-step': step.step }, step.text, element('span', {}, step.byLabel)))));
}

function levels(answer) {
  const rows = answer.levels.map(level => element('tr', level.binds ? { class: 'binds' } : level.asked ? {} : { class: 'counted-already' },
    element('td', {}, `${level.levelLabel}${level.binds ? words.binds : ''}`,
      element('span', {}, `${level.account.replace(/^\w+:/, '')}${level.status === 'ACTIVE' ? '' : ` · ${level.statusLabel}`}`)),
    element('td', { class: 'ceiling' }, level.ceiling ? money(level.ceiling, level.currency) : words.noCeiling),
    element('td', {}, money(level.used, level.currency)),
    element('td', {}, level.room ? money(level.room, level.currency) : '–')));
  return element('article', { class: 'card', id: 'levels' },
    element('h2', {}, words.levels),
    element('table', {},
      element('thead', {}, element('tr', {}, element('th', {}, words.level), element('th', { class: 'ceiling' }, words.ceiling),
        element('th', {}, words.used), element('th', {}, words.room))),
      element('tbody', {}, ...rows)),
    answer.levels.every(level => level.asked) ? null : element('p', { class: 'note' }, words.countedAlready));
}

/** Room is held once however often the button is pressed: the key stays until the question changes. */
function reserving(asked) {
  const order = element('input', { id: 'orderNumber', maxlength: '60', autocomplete: 'off' });
  const until = element('input', { id: 'expiresOn', type: 'date', value: inDays(asked.date || field('date').min, 30) });
  const button = element('button', { type: 'submit', class: 'strong', id: 'reserve' }, words.reserve);
  const no = element('div', { class: 'refused', role: 'alert' });
  const form = element('form', { novalidate: '' },
    element('div', { class: 'field' }, element('label', { for: 'orderNumber' }, words.orderNumber), order),
    element('div', { class: 'field' }, element('label', { for: 'expiresOn' }, words.expiresOn), until), button);
  const card = element('article', { class: 'card reserve' }, element('h2', {}, words.reserveTitle), form, no,
    element('p', { class: 'note' }, words.momentOnly));
  let key = newKey();
  form.addEventListener('input', () => { key = newKey(); });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    no.replaceChildren();
    try {
      const answer = await post({ ...asked, reserve: { orderNumber: order.value.trim(), expiresOn: until.value } }, { 'Idempotency-Key': key });
      const held = answer.reservation;
      card.replaceChildren(element('h2', {}, words.reserved), element('p', { class: 'held', id: 'held' },
        heldUntil(held.reservationId, money(held.amount, held.currency), held.expiresOn)));
    } catch (failure) {
      showRefusals(no, refusalsOf(failure));
      button.disabled = false;
    }
  });
  return card;
}

function newKey() {
  const random = window.crypto.getRandomValues(new Uint32Array(4));
  return `page-${[...random].map(each => each.toString(16).padStart(8, '0')).join('')}`;
}

function inDays(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/* The form */

function options(select, choices) {
  select.replaceChildren(...choices.map(choice => element('option', { value: choice.code }, choice.label)));
}

let search = 0;

async function offerCustomers(text) {
  const mine = ++search;
  const found = await call(`/customers?limit=20&text=${encodeURIComponent(text)}`).catch(() => []);
  if (mine !== search) return;
  field('customers').replaceChildren(...found.map(customer =>
    element('option', { value: `${customer.name} · ${customer.id}`, 'data-id': customer.id })));
}

/** A link from another program fills the form in, and is answered at once if it says enough. */
async function fillIn() {
  for (const name of ['use', 'amount', 'currency', 'date', 'paymentTerm', 'product', 'prepaid']) {
    if (given.get(name)) field(name).value = given.get(name);
  }
  if (!given.get('customer')) return;
  field('customer').value = given.get('customer');
  await offerCustomers(given.get('customer'));
  const [only] = [...field('customers').options].filter(option => option.dataset.id === given.get('customer') || field('customers').options.length === 1);
  if (only) field('customer').value = only.value;
  if (given.get('amount')) await ask();
}

async function start() {
  document.body.classList.toggle('embedded', given.get('embedded') === '1' || window.self !== window.top);
  options(field('use'), ['ORDER', 'DRAWDOWN'].map(code => ({ code, label: words[code] })));
  field('currency').setAttribute('aria-label', words.currency);
  try {
    const [choices] = await Promise.all([call('/credit-checks/choices'), offerCustomers('')]);
    mayReserve = choices.mayReserve;
    options(field('paymentTerm'), choices.paymentTerms);
    field('paymentTerm').value = 'ON_ACCOUNT';
    field('date').min = choices.today;
    field('date').value = choices.today;
    options(field('product'), [{ code: '', label: words.anyProduct }, ...choices.products]);
    await fillIn();
  } catch (failure) {
    refuse(failure);
  }
}

furnish(words);
field('question').addEventListener('submit', event => { event.preventDefault(); ask(); });
field('customer').addEventListener('input', () => offerCustomers(field('customer').value.trim().replace(/^.* · /, '')));
start();
