/** The credit overview: a person's applications, facilities and messages on one page. */
import { isChinese, language, speak } from './language.js';
import { element, definitions } from './elements.js';
import { money, moment, percent, period, withdrawalTitle, words } from './words.js';

const root = document.querySelector('base').getAttribute('app-root');
const api = `${root}/api/shouxin/v1`;

class NotSignedIn extends Error {}

class Refused extends Error {
  constructor(refusals) {
    super('refused');
    this.refusals = refusals;
  }
}

function csrfToken() {
  const cookie = document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function call(path, options = {}) {
  const response = await fetch(api + path, {
    credentials: 'same-origin',
    ...options,
    headers: { Accept: 'application/json, application/problem+json', 'Accept-Language': isChinese ? 'zh-CN' : 'en', ...options.headers }
  });
  if (response.status === 401) throw new NotSignedIn();
  if (response.ok) return response.status === 204 ? null : response.json().catch(() => null);
  const problem = await response.json().catch(() => ({}));
  const refusals = problem.refusals && problem.refusals.length
    ? problem.refusals
    : [{ message: problem.detail || problem.title || words.notLoaded }];
  throw new Refused(refusals);
}

/* What is shown */

function statusOf(thing) {
  return element('span', { class: 'status', 'data-status': thing.status || '' }, thing.statusLabel || thing.status || '');
}

function productsOf(application) {
  return (application.productLabels || []).join(isChinese ? '、' : ', ');
}

function applicationCard(application) {
  const acts = element('div', { class: 'acts' });
  if (application.letterDocumentId) {
    acts.append(element('a', {
      class: 'button quiet', target: '_blank', rel: 'noopener',
      href: `${api}/documents/${encodeURIComponent(application.letterDocumentId)}/content`
    }, words.letter));
  }
  if (application.mayWithdraw) {
    acts.append(element('button', { type: 'button', class: 'quiet', onclick: () => askForReason(application) }, words.withdraw));
  }
  return element('article', { class: 'card' },
    element('div', { class: 'head' },
      element('h3', {}, application.customerName || application.applicationId),
      statusOf(application)),
    definitions([
      [words.number, application.applicationId],
      [words.stage, application.stageLabel],
      [words.products, productsOf(application)],
      [words.amount, application.amount ? money(application.amount, application.currency) : null],
      [words.grade, application.grade],
      [words.submittedAt, moment(application.submittedAt) || words.notSubmitted]
    ]),
    acts.childElementCount ? acts : null);
}

function share(part, whole) {
  const total = Number(whole);
  return total > 0 ? Math.min(100, Math.max(0, (Number(part) / total) * 100)) : 0;
}

function facilityCard(facility) {
  const { currency } = facility;
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  for (const part of ['utilised', 'reserved']) {
    const piece = element('span', { class: part });
    piece.style.width = `${share(facility[part], facility.amount)}%`;
    bar.append(piece);
  }
  return element('article', { class: 'card' },
    element('div', { class: 'head' },
      element('h3', {}, facility.productLabel || facility.facilityId),
      statusOf(facility)),
    facility.customerName ? element('p', { class: 'whose' }, facility.customerName) : null,
    element('p', { class: 'sum' },
      element('strong', {}, money(facility.available, currency)),
      element('span', {}, `${words.available} / ${money(facility.amount, currency)}`)),
    bar,
    definitions([
      [words.utilised, money(facility.utilised, currency), 'utilised'],
      [words.reserved, money(facility.reserved, currency), 'reserved'],
      [words.rate, facility.rate ? percent(facility.rate) : null],
      [words.valid, facility.validFrom && facility.validTo ? period(facility.validFrom, facility.validTo) : null],
      [words.number, facility.facilityId]
    ]));
}

function messageItem(message) {
  return element('article', { class: 'message' },
    element('h3', {}, message.subject || ''),
    element('time', { datetime: message.sentAt || '' }, moment(message.sentAt)),
    element('p', {}, message.text || ''));
}

function noApplications() {
  return element('p', { class: 'nothing' }, words.noApplications, ' ',
    element('a', { href: `${root}/app/tasklist/default/#/?processStart=credit-application` }, words.apply));
}

/* Loading */

async function load(id, path, card, nothing, layout) {
  const place = document.getElementById(id);
  place.setAttribute('aria-busy', 'true');
  if (!place.childElementCount) place.replaceChildren(element('p', { class: 'nothing' }, words.loading));
  try {
    const answer = (await call(path)) || [];
    const things = answer.items || answer;
    place.replaceChildren(things.length ? element('div', { class: layout }, ...things.map(card)) : nothing());
  } catch (failure) {
    if (failure instanceof NotSignedIn) {
      place.replaceChildren(element('p', { class: 'nothing' }, words.notSignedIn, ' ',
        element('a', { href: `${root}/app/tasklist/default/` }, words.signIn)));
    } else {
      place.replaceChildren(element('p', { class: 'nothing' }, words.notLoaded, ' ',
        element('button', { type: 'button', class: 'quiet', onclick: () => load(id, path, card, nothing, layout) }, words.again)));
    }
  } finally {
    place.removeAttribute('aria-busy');
  }
}

const loadApplications = () => load('applications', '/applications', applicationCard, noApplications, 'cards');
const loadFacilities = () => load('facilities', '/facilities', facilityCard,
  () => element('p', { class: 'nothing' }, words.noFacilities), 'cards');
const loadMessages = () => load('messages', '/messages', messageItem,
  () => element('p', { class: 'nothing' }, words.noMessages), 'messages');

/* Withdrawing an application */

const dialog = document.getElementById('withdrawal');
const reason = document.getElementById('reason');
const refused = document.getElementById('withdrawal-refused');
const withdraw = document.getElementById('withdraw');
let applicationToWithdraw = null;

function showRefusals(refusals) {
  refused.replaceChildren(...refusals.map(each => element('p', {},
    element('strong', {}, each.message || each.code || ''),
    each.help ? element('span', {}, each.help) : null)));
  reason.setAttribute('aria-invalid', refusals.length ? 'true' : 'false');
}

function askForReason(application) {
  applicationToWithdraw = application.applicationId;
  document.getElementById('withdrawal-title').textContent = withdrawalTitle(applicationToWithdraw);
  reason.value = '';
  showRefusals([]);
  dialog.showModal();
  reason.focus();
}

async function sendWithdrawal(event) {
  event.preventDefault();
  if (!reason.value.trim()) {
    showRefusals([{ message: words.reasonMissing }]);
    reason.focus();
    return;
  }
  withdraw.disabled = true;
  try {
    await call(`/applications/${encodeURIComponent(applicationToWithdraw)}/withdrawal`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrfToken() },
      body: JSON.stringify({ reason: reason.value.trim() })
    });
    dialog.close();
    loadApplications();
    loadFacilities();
    loadMessages();
  } catch (failure) {
    if (failure instanceof Refused) showRefusals(failure.refusals);
    else showRefusals([{ message: failure instanceof NotSignedIn ? words.notSignedIn : words.notLoaded }]);
  } finally {
    withdraw.disabled = false;
  }
}

/* The page */

document.title = `${words.title} · ${words.bank}`;
document.querySelectorAll('[data-text]').forEach(each => { each.textContent = words[each.dataset.text]; });

const languageSwitch = document.getElementById('language');
languageSwitch.textContent = words.otherLanguage;
languageSwitch.lang = isChinese ? 'en' : 'zh-CN';
languageSwitch.addEventListener('click', () => speak(language === 'zh' ? 'en' : 'zh'));

dialog.querySelector('form').addEventListener('submit', sendWithdrawal);
document.getElementById('keep').addEventListener('click', () => dialog.close());

loadApplications();
loadFacilities();
loadMessages();
