/** The central view: one customer across all granting entities, and the release of what the policy on duplicate granting blocks. */
import { isChinese, language, say } from '../shouxin/language.js';
import { element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf, root } from '../shouxin/service.js';
import { moment, money } from '../shouxin/words.js';
import { words } from './words.js';

const by = id => document.getElementById(id);
let labels = {};

const word = (prefix, code) => labels[`${prefix}.${code}`] || code;
const sum = amount => (amount ? money(amount.amount, amount.currency) : words.hidden);

function failed(failure) {
  if (notSignedIn(failure)) by('notice').replaceChildren(element('p', {}, words.notSignedIn));
  else if (failure.status === 404) by('notice').replaceChildren(element('p', {}, words.notYours));
  else showRefusals(by('notice'), refusalsOf(failure));
}

function tile(label, value, note, href) {
  return element(href ? 'a' : 'div', href ? { class: 'tile', href } : { class: 'tile' }, element('span', {}, label), element('strong', {}, value), element('span', {}, note || ''));
}

const page = (name, view) => `${root}/app/${name}/default/?customer=${encodeURIComponent(view.customerId)}`;

function tiles(view) {
  const { overdue } = view;
  return element('div', { class: 'tiles' },
    tile(words.grade, view.grade ? word('grade', view.grade) : '—', view.grade ? view.ratedOn : words.notRated),
    tile(words.committed, sum(view.committed), words.acrossAll),
    tile(words.utilised, sum(view.utilised), words.acrossAll),
    tile(words.reserved, sum(view.reserved), words.acrossAll),
    tile(words.overdue, overdue ? `${overdue.currentDays} ${words.days}` : '—', overdue ? `${words.reportOf} ${overdue.asOf}` : words.noReport),
    tile(words.exceptions, `${view.exceptions.inForce}`, words.exceptionsNote(view.exceptions.asked, view.exceptions.all), page('exceptions', view)),
    tile(words.breaches, `${view.breaches}`, words.breachesNote, page('covenants', view)));
}

function lines(entity) {
  if (!entity.lines.length) return element('p', { class: 'nothing' }, words.noLines);
  const head = (text, number) => element('th', { scope: 'col', class: number ? 'num' : '' }, text);
  return element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
    element('thead', {}, element('tr', {}, head(words.facility), head(words.product), head(words.committed, true), head(words.utilised, true),
      head(words.validTo), head(words.status))),
    element('tbody', {}, ...entity.lines.map(line => element('tr', {},
      element('td', {}, line.facilityId), element('td', {}, word('product', line.product)), element('td', { class: 'num' }, sum(line.committed)),
      element('td', { class: 'num' }, sum(line.utilised)), element('td', {}, line.validTo), element('td', {}, word('facilityStatus', line.status)))))));
}

function part(entity) {
  const title = element('h3', {}, isChinese ? entity.nameZh : entity.nameEn, element('small', {}, entity.entity));
  if (entity.amountsHidden) {
    return element('div', { class: 'part', 'data-entity': entity.entity }, title,
      element('p', { class: 'hidden-amount' }, entity.grants ? words.hiddenMeans : words.hiddenNone));
  }
  const decision = entity.lastDecision;
  return element('div', { class: 'part', 'data-entity': entity.entity }, title,
    element('p', { class: 'hint' }, [`${words.committed} ${sum(entity.committed)}`, `${words.utilised} ${sum(entity.utilised)}`,
      `${words.reserved} ${sum(entity.reserved)}`, `${words.underWay} ${entity.underWay}`,
      `${words.lastDecision} ${decision ? `${word('verdict', decision.verdict)} ${moment(decision.decidedAt)}` : words.noDecision}`].join(' · ')),
    lines(entity));
}

function releaseForm(duplicates, customer) {
  const reason = element('textarea', { rows: '2', maxlength: '1000', id: `reason-${duplicates.applicationId}` });
  const refused = element('div', { class: 'refused', role: 'alert' });
  const button = element('button', { type: 'button', class: 'button strong', onclick: async () => {
    button.disabled = true;
    try {
      await call(`/applications/${encodeURIComponent(duplicates.applicationId)}/duplicate-granting/release`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ reason: reason.value.trim() })
      });
      await show(customer);
    } catch (failure) {
      showRefusals(refused, refusalsOf(failure));
      button.disabled = false;
    }
  } }, words.release);
  return element('div', { class: 'release' }, element('label', { for: reason.id }, words.releaseReason), reason, refused, button);
}

function duplicatesOf(view) {
  if (!view.duplicates.length) return [];
  const named = code => {
    const entity = view.entities.find(each => each.entity === code);
    return entity ? (isChinese ? entity.nameZh : entity.nameEn) : code;
  };
  return [element('div', { class: 'part', id: 'duplicates' }, element('h3', {}, words.duplicates), ...view.duplicates.map(each => element('div', {},
    element('p', {}, element('strong', {}, each.applicationId), ` · ${named(each.entity)} · ${each.blocked ? words.blocked : words.warned} · ${words.elsewhere}${each.otherEntities.map(named).join(say('、', ', '))}`),
    ...each.notes.map(note => element('div', { class: 'notes' }, `${note.kind === 'RELEASED' ? words.released : words.acknowledged}${note.reason}`,
      element('span', {}, `${note.by} · ${moment(note.at)}`))),
    each.releasable ? releaseForm(each, view.customerId) : null)))];
}

async function show(customer) {
  by('notice').replaceChildren();
  by('view').hidden = true;
  window.history.replaceState(null, '', `?customer=${encodeURIComponent(customer)}`);
  const view = await call(`/customers/${encodeURIComponent(customer)}/central-view`);
  by('view').replaceChildren(
    element('p', { class: 'who' }, view.customerName),
    element('p', { class: 'hint' }, [view.customerId, view.groupName].filter(Boolean).join(' · '), ' · ',
      element('a', { href: `${root}/app/rating/default/?customer=${encodeURIComponent(view.customerId)}` }, words.rating)),
    tiles(view), ...duplicatesOf(view),
    ...(view.entities.length ? view.entities.map(part) : [element('p', { class: 'nothing' }, words.nobody)]));
  by('view').hidden = false;
}

async function find() {
  const found = await call(`/customers?limit=12&text=${encodeURIComponent(by('search').value)}`);
  by('customers').replaceChildren(...(found.length ? found.map(customer => element('button', { type: 'button', onclick: () => show(customer.id).catch(failed) },
    customer.name, element('small', {}, customer.id))) : [element('p', { class: 'nothing' }, words.none)]));
}

furnish(words);
let waiting = null;
by('search').addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => find().catch(failed), 250); });

const asked = new URLSearchParams(window.location.search);
call(`/wording?language=${language}`).then(known => {
  labels = known;
  return asked.get('customer') ? show(asked.get('customer')).catch(failed) : find().catch(failed);
}).catch(failed);
