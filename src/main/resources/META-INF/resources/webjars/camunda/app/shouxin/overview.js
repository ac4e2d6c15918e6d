/** The credit overview: a person's applications, facilities and messages on one page. */
import { isChinese, say } from './language.js';
import { element, definitions, showRefusals } from './elements.js';
import { furnish } from './page.js';
import { showPlaces } from './places.js';
import { api, call, engine, notSignedIn, refusalsOf, tasklist } from './service.js';
import { day, money, moment, percent, period, shownOf, toClaim, withdrawalTitle, words } from './words.js';

/* What is shown */

/** From here on the bank has decided: the customer may read how he was rated, a receipt says why. */
const DECIDED = ['OFFERED', 'CONTRACTING', 'ACTIVE', 'DECLINED', 'OFFER_EXPIRED', 'REFUSED_BY_CUSTOMER'];

/** Names of the granting entities by code; none is told while there is only one. */
const entityNames = new Map();

function entityName(code) {
  return entityNames.size > 1 ? entityNames.get(code) || code : null;
}

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
  if (application.gradeLabel && DECIDED.includes(application.status)) {
    acts.append(element('a', {
      class: 'button quiet', target: '_blank', rel: 'noopener',
      href: `${api}/applications/${encodeURIComponent(application.applicationId)}/rating-summary.pdf`
    }, words.ratingSummary));
  }
  if (readsReceipts && DECIDED.includes(application.status)) {
    acts.append(element('a', {
      class: 'button quiet', target: '_blank', rel: 'noopener',
      href: `${api}/applications/${encodeURIComponent(application.applicationId)}/receipt.pdf`
    }, words.receipt));
  }
  if (application.mayWithdraw) {
    acts.append(element('button', { type: 'button', class: 'quiet', onclick: () => askForReason(application) }, words.withdraw));
  }
  const withdrawn = application.status === 'WITHDRAWN';
  return element('article', { class: 'card', 'data-about': application.applicationId },
    element('div', { class: 'head' },
      element('h3', {}, application.customerName || application.applicationId),
      statusOf(application)),
    definitions([
      [words.number, application.applicationId],
      [words.entity, entityName(application.grantingEntity)],
      [words.stage, withdrawn ? application.statusLabel : application.stageLabel],
      [words.products, productsOf(application)],
      [words.amount, application.amount ? money(application.amount, application.currency) : null],
      [words.grade, application.gradeLabel],
      [words.submittedAt, moment(application.submittedAt) || (withdrawn ? null : words.notSubmitted)]
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
      [words.entity, entityName(facility.grantingEntity)],
      [words.valid, facility.validFrom && facility.validTo ? period(facility.validFrom, facility.validTo) : null],
      [words.number, facility.facilityId]
    ]));
}

/** Leads to the task that waits for the reader, else to the card on this page, else to the task list. */
function showSubject(event, subject) {
  const place = [...document.querySelectorAll('[data-about]')].find(each => each.dataset.about === subject);
  if (!place) return;
  event.preventDefault();
  if (place.href) window.location.assign(place.href);
  else place.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

function messageItem(message) {
  return element('article', { class: 'message' },
    element('h3', {}, message.title || ''),
    element('time', { datetime: message.sentAt || '' }, moment(message.sentAt)),
    element('p', {}, message.text || ''),
    message.subject ? element('p', {}, element('a', { href: tasklist, onclick: event => showSubject(event, message.subject) },
      `${words.about} ${message.subject}`)) : null);
}

/** A task with what it is about. */
function taskRow(task, card = {}) {
  const late = task.due && new Date(task.due) < new Date();
  return element('a', { class: 'task', 'data-about': card.applicationNumber || '', href: `${tasklist}#/?task=${encodeURIComponent(task.id)}` },
    element('span', { class: 'what' },
      element('strong', {}, card.stage || task.name),
      element('span', {}, [card.customerName, card.applicationNumber, card.amount ? money(card.amount, card.currency) : null].filter(Boolean).join(' · '))),
    task.due ? element('span', { class: late ? 'when late' : 'when' }, `${late ? words.overdue : words.due} ${day(task.due)}`) : null,
    element('span', { class: 'button strong' }, words.open));
}

function noApplications() {
  return element('p', { class: 'nothing' }, words.noApplications, ' ',
    ...(mayApply ? [element('a', { href: `${tasklist}#/?processStart=credit-application` }, words.apply)] : []));
}

/* Loading */

let mayApply = false;
/** Receipts tell what the whole group owes. */
let readsReceipts = false;

/** Who reads this, and what waits for him; both only embellish the page, which stands without them. */
async function loadPerson() {
  const me = await call('/me');
  await loadEntities(me).catch(() => {});
  const person = document.getElementById('person');
  person.textContent = me.displayName;
  person.hidden = false;
  readsReceipts = me.groupView && me.roles.some(role => role !== 'APPLICANT');
  mayApply = ['APPLICANT', 'RELATIONSHIP_MANAGER'].some(role => me.roles.includes(role));
  document.getElementById('apply').hidden = !mayApply;
  showPlaces(document.getElementById('places'), me.roles);
  const [tasks, filters] = await Promise.all([
    call(`/task?assignee=${encodeURIComponent(me.id)}&sortBy=dueDate&sortOrder=asc&maxResults=10`, {}, engine),
    call('/filter?resourceType=Task&itemCount=true', {}, engine)
  ]);
  const cards = tasks.length ? await call(`/tasks/cards?ids=${tasks.map(task => encodeURIComponent(task.id)).join(',')}`) : [];
  const claimable = (filters.find(filter => filter.name.startsWith('待认领')) || {}).itemCount;
  document.getElementById('tasks').replaceChildren(
    ...tasks.map(task => taskRow(task, cards.find(card => card.taskId === task.id))),
    ...(claimable ? [element('a', { class: 'task claim', href: tasklist }, toClaim(claimable))] : []));
  document.getElementById('to-do').hidden = !tasks.length && !claimable;
}

/** The granting entities, to name them and, for officers who see several, to choose one. */
async function loadEntities(me) {
  const all = await call('/granting-entities');
  all.forEach(entity => entityNames.set(entity.code, say(entity.nameZh, entity.nameEn)));
  const seen = me.headOffice ? all : all.filter(entity => entity.mayAsk);
  if (seen.length < 2 || !me.roles.some(role => role !== 'APPLICANT')) return;
  chosenEntity.replaceChildren(element('option', { value: '' }, words.allEntities),
    ...seen.map(entity => element('option', { value: entity.code }, entityNames.get(entity.code))));
  document.getElementById('of-entity').hidden = false;
}

/** A list that goes on is continued on demand. */
function continued(id, path, card, answer) {
  const shown = () => document.getElementById(id).querySelectorAll('.card').length;
  const foot = element('p', { class: 'more' }, element('span', {}, shownOf(answer.items.length, answer)));
  const more = element('button', { type: 'button', class: 'quiet', onclick: async () => {
    more.disabled = true;
    const next = await call(`${path}&page=${Math.floor(shown() / answer.size)}`).catch(() => ({ ...answer, items: [] }));
    document.getElementById(id).querySelector('.cards').append(...next.items.map(card));
    foot.firstChild.textContent = shownOf(shown(), next);
    more.disabled = false;
    if (shown() >= next.total) more.remove();
  } }, words.more);
  foot.append(more);
  return foot;
}

async function load(id, path, card, nothing, layout) {
  const place = document.getElementById(id);
  place.setAttribute('aria-busy', 'true');
  if (!place.childElementCount) place.replaceChildren(element('p', { class: 'nothing' }, words.loading));
  try {
    const answer = (await call(path)) || [];
    const things = answer.items || answer;
    place.replaceChildren(things.length ? element('div', { class: layout }, ...things.map(card)) : nothing());
    if (answer.total > things.length) place.append(continued(id, path, card, answer));
  } catch (failure) {
    if (notSignedIn(failure)) {
      place.replaceChildren(element('p', { class: 'nothing' }, words.notSignedIn, ' ',
        element('a', { href: tasklist }, words.signIn)));
    } else {
      place.replaceChildren(element('p', { class: 'nothing' }, words.notLoaded, ' ',
        element('button', { type: 'button', class: 'quiet', onclick: () => load(id, path, card, nothing, layout) }, words.again)));
    }
  } finally {
    place.removeAttribute('aria-busy');
  }
}

const chosenEntity = document.getElementById('entity');
const atEntity = () => (chosenEntity.value ? `&grantingEntity=${encodeURIComponent(chosenEntity.value)}` : '');

const loadApplications = () => load('applications', `/applications?size=12${atEntity()}`, applicationCard, noApplications, 'cards');
const loadFacilities = () => load('facilities', `/facilities?size=50${atEntity()}`, facilityCard,
  () => element('p', { class: 'nothing' }, words.noFacilities), 'cards');
const loadMessages = () => load('messages', '/messages', messageItem,
  () => element('p', { class: 'nothing' }, words.noMessages), 'messages');

/* Withdrawing an application */

const dialog = document.getElementById('withdrawal');
const reason = document.getElementById('reason');
const refused = document.getElementById('withdrawal-refused');
const withdraw = document.getElementById('withdraw');
let applicationToWithdraw = null;

function complain(refusals) {
  showRefusals(refused, refusals);
  reason.setAttribute('aria-invalid', refusals.length ? 'true' : 'false');
}

function askForReason(application) {
  applicationToWithdraw = application.applicationId;
  document.getElementById('withdrawal-title').textContent = withdrawalTitle(applicationToWithdraw);
  reason.value = '';
  complain([]);
  dialog.showModal();
  reason.focus();
}

async function sendWithdrawal(event) {
  event.preventDefault();
  if (!reason.value.trim()) {
    complain([{ message: words.reasonMissing }]);
    reason.focus();
    return;
  }
  withdraw.disabled = true;
  try {
    await call(`/applications/${encodeURIComponent(applicationToWithdraw)}/withdrawal`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ reason: reason.value.trim() })
    });
    dialog.close();
    loadPerson().catch(() => {});
    loadApplications();
    loadFacilities();
    loadMessages();
  } catch (failure) {
    complain(refusalsOf(failure));
  } finally {
    withdraw.disabled = false;
  }
}

/* The page */

furnish(words);

dialog.querySelector('form').addEventListener('submit', sendWithdrawal);
document.getElementById('keep').addEventListener('click', () => dialog.close());

chosenEntity.addEventListener('change', () => {
  loadApplications();
  loadFacilities();
});

loadPerson().catch(() => {}).finally(() => {
  loadApplications();
  loadFacilities();
});
loadMessages();
