/** Policy exceptions: how many there are of which rule, and the list with what was set aside, why, and until when. */
import { definitions, element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, refusalsOf } from '../shouxin/service.js';
import { day, money, percent } from '../shouxin/words.js';
import { byOne, facilityOf, shownOf, tiers, words } from './words.js';

const by = id => document.getElementById(id);
const SIZE = 50;
const STATES = ['ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'ENDED', 'REVOKED'];
const nothing = text => element('p', { class: 'nothing' }, text);
const head = (text, number) => element('th', { scope: 'col', class: number ? 'num' : '' }, text);
const number = text => element('td', { class: 'num' }, `${text}`);
const table = (heads, rows) => element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
  element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)));
const sent = body => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
let me = { roles: [] };
let page = 0;
let shown = 0;

function failed(failure) {
  if (notSignedIn(failure)) by('notice').replaceChildren(element('p', {}, words.notSignedIn));
  else showRefusals(by('notice'), refusalsOf(failure));
}

/* Counts */

async function showCounts() {
  const report = await call('/policy-exceptions/report');
  const tile = (label, count, late) => element('div', { class: late && count ? 'tile late' : 'tile' }, element('b', {}, `${count}`), element('span', {}, label));
  by('tiles').replaceChildren(tile(words.asked, report.asked), tile(words.inForce, report.inForce), tile(words.endingSoon, report.endingSoon, true),
    tile(words.endedUnmet, report.endedUnmet, true));
  by('per-rule').replaceChildren(report.rules.length ? table([head(words.rule), head(words.all, true), head(words.asked, true), head(words.inForce, true),
    head(words.refused, true)], report.rules.map(rule => element('tr', {}, element('td', {}, rule.ruleLabel, element('div', { class: 'hint' }, rule.policyLabel)),
    number(rule.all), number(rule.asked), number(rule.inForce), number(rule.refused)))) : nothing(words.noCounts));
  by('per-month').replaceChildren(table([head(words.month), head(words.askedInMonth, true), head(words.approved, true), head(words.share, true)],
    report.months.map(month => element('tr', {}, element('td', {}, month.month), number(month.asked), number(month.approved),
      number(month.share === null ? '–' : `${percent(month.share)} (${month.casesExcepted} / ${month.casesApproved})`)))));
  by('rule').replaceChildren(element('option', { value: '' }, words.any), ...report.rules.map(rule =>
    element('option', { value: `${rule.policy}|${rule.rule}` }, rule.ruleLabel)));
  by('counts-part').hidden = false;
}

/* List */

function query() {
  const [policy, rule] = by('rule').value.split('|');
  const asked = { policy, rule, status: by('status').value, grantingEntity: by('entity').value, customerId: by('customer').value.trim(), officer: by('officer').value.trim(),
    endingSoon: by('soon').checked ? 'true' : '' };
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
}

function value(each, text) {
  if (text === null || text === undefined || text === '') return '';
  if (each.unit === 'YUAN') return money(text);
  if (each.unit === 'SHARE') return percent(text);
  return each.unit === 'NONE' ? text : `${text} ${words[each.unit]}`;
}

function acts(each, refused) {
  const may = [];
  if (each.mayFulfil && me.roles.some(role => role === 'ANALYST' || role === 'RELATIONSHIP_MANAGER')) may.push([words.fulfil, 'fulfilment']);
  if (each.mayRenew) may.push([words.renew, 'renewal']);
  if (each.mayAskRenewal) may.push([words.askRenewal, 'renewal-request']);
  if (each.mayRevoke) may.push([words.revoke, 'revocation']);
  if (!may.length) return null;
  const box = element('div', { class: 'acting' });
  const choose = () => box.replaceChildren(...may.map(([label, act]) => element('button', { type: 'button', class: 'button', onclick: () => {
    const reason = element('input', { maxlength: '1000', placeholder: words.words, 'aria-label': words.words });
    const until = act.startsWith('renewal') ? [element('input', { maxlength: '10', inputmode: 'numeric', placeholder: words.newUntil, 'aria-label': words.newUntil })] : [];
    box.replaceChildren(...until, reason, element('button', { type: 'button', class: 'button strong', onclick: async () => {
      try {
        await call(`/policy-exceptions/${encodeURIComponent(each.number)}/${act}`, sent({ reason: reason.value, ...(until.length ? { until: until[0].value.trim() || null } : {}) }));
        await search();
        await showCounts();
      } catch (failure) {
        showRefusals(refused, refusalsOf(failure));
      }
    } }, `${words.confirm}${label}`));
    (until[0] || reason).focus();
  } }, label)));
  choose();
  return box;
}

/** The newest renewal put to the vote, and with whom it lies. */
function asked(renewal, people) {
  return renewal ? [`${renewal.number} · ${renewal.statusLabel}${renewal.beforeLabel ? ` · ${renewal.beforeLabel}` : ''}`, `${words.until} ${day(renewal.until)}`,
    people[renewal.askedBy] || renewal.askedBy, renewal.reason].join(' · ') : '';
}

function card(each, people) {
  const refused = element('div', { class: 'refused', role: 'alert' });
  return element('article', { class: `exception ${each.status}`, 'data-exception': each.number },
    element('h3', {}, `${each.ruleLabel}${each.facility ? ` · ${facilityOf(each.facility)}` : ''}`, element('span', { class: 'state' }, each.statusLabel),
      element('small', {}, `${each.number} · ${each.policyLabel} ${each.policyVersion}`)),
    definitions([[words.customer, each.customerName], [words.application, each.application], [words.ruleSays, value(each, each.ruleSays)],
      [words.caseHas, value(each, each.caseHas)], [words.permitted, value(each, each.permitted)], [words.asOf, each.from ? day(each.from) : ''],
      [words.until, day(each.until)], [words.tier, tiers[each.tier] || each.tier], [words.askedBy, people[each.askedBy] || each.askedBy],
      [words.approval, each.approvalCase], [words.reason, `${each.reasonLabel} · ${each.reason}`, 'wide'],
      [words.compensation, each.compensationWords ? `${each.compensationLabel} · ${each.compensationWords}` : each.compensationLabel, 'wide'],
      [words.renewed, each.renewedUntil ? `${day(each.renewedUntil)} · ${people[each.renewedBy] || each.renewedBy} · ${each.renewalReason}` : '', 'wide'],
      [words.renewalBy, each.renewalTier ? (each.renewalTier === 'COMMITTEE' ? words.byVote : byOne(tiers[each.renewalTier] || each.renewalTier)) : ''],
      [words.renewalAsked, asked(each.renewal, people), 'wide'], [words.ended, each.endReason, 'wide']]),
    acts(each, refused), refused);
}

async function showPage() {
  const asked = query();
  asked.set('page', `${page}`);
  asked.set('size', `${SIZE}`);
  const listed = await call(`/policy-exceptions?${asked}`);
  if (page === 0) by('exceptions').replaceChildren();
  by('exceptions').append(...(listed.count ? listed.exceptions.map(each => card(each, listed.people)) : [nothing(words.none)]));
  shown = page * SIZE + listed.exceptions.length;
  by('shown').textContent = shownOf(shown, listed.count);
  by('more').hidden = shown >= listed.count;
}

async function search() {
  showRefusals(by('notice'), []);
  page = 0;
  by('export').href = `${api}/policy-exceptions/export?${query()}`;
  try {
    await showPage();
  } catch (failure) {
    failed(failure);
  }
}

async function begin() {
  furnish(words);
  try {
    me = await call('/me');
    const entities = await call('/granting-entities').catch(() => []);
    by('status').replaceChildren(element('option', { value: '' }, words.any), ...STATES.map(state => element('option', { value: state }, words[state])));
    by('entity').replaceChildren(element('option', { value: '' }, words.any), ...entities.map(each =>
      element('option', { value: each.code }, document.documentElement.lang.startsWith('zh') ? each.nameZh : each.nameEn)));
    await showCounts();
    const wanted = new URLSearchParams(window.location.search);
    if (wanted.get('soon')) by('soon').checked = true;
    by('customer').value = wanted.get('customer') || '';
  } catch (failure) {
    failed(failure);
    return;
  }
  by('list-part').hidden = false;
  by('filter').addEventListener('submit', event => { event.preventDefault(); search(); });
  ['rule', 'status', 'entity', 'soon'].forEach(id => by(id).addEventListener('change', search));
  by('more').addEventListener('click', () => { page += 1; showPage().catch(failed); });
  await search();
}

begin();
