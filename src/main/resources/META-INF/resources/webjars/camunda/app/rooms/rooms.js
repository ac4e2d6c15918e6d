/** Credit rooms as the bank's people see them: inviting a customer, closing his room, and what customers say. */
import { element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf } from '../shouxin/service.js';
import { day, moment } from '../shouxin/words.js';
import { words } from './words.js';

const by = id => document.getElementById(id);
const head = (text, number) => element('th', { scope: 'col', class: number ? 'num' : '' }, text);
const nothing = text => element('p', { class: 'nothing' }, text);
const table = (heads, rows) => element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
  element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)));
const path = () => `/applications/${encodeURIComponent(by('application').value)}/room-invitations`;

function failed(failure) {
  if (notSignedIn(failure)) by('notice').replaceChildren(element('p', {}, words.notSignedIn));
  else showRefusals(by('notice'), refusalsOf(failure));
}

/* Invitations */

async function showInvitations() {
  if (!by('application').value) return;
  const invitations = await call(path());
  by('invitations').replaceChildren(invitations.length ? table([head(words.person), head(words.invitedAt), head(words.endsOn), head(words.links, true), head(words.policy)],
    invitations.map(each => element('tr', {}, element('td', {}, each.person, element('small', {}, [each.closed ? words.closed : each.invitationId, each.paper ? `${words.guarantor} ${each.paper}` : '', each.identifierTail ? `…${each.identifierTail}` : ''].filter(Boolean).join(' · '))),
      element('td', {}, moment(each.invitedAt)), element('td', {}, each.endsOn), element('td', { class: 'num' }, `${each.links}`),
      element('td', {}, each.policyAcceptedAt ? moment(each.policyAcceptedAt) : '—')))) : nothing(words.noInvitations));
  if (invitations.some(each => !each.closed)) {
    by('invitations').append(element('p', { class: 'foot' }, element('button', { type: 'button', class: 'button',
      onclick: () => call(path(), { method: 'DELETE' }).then(showInvitations).catch(failed) }, words.close)));
  }
}

/** The customer, and whoever has yet to sign a paper of the agreement under way. */
async function showWhom() {
  if (!by('application').value) return;
  const agreements = await call(`/agreements?applicationId=${encodeURIComponent(by('application').value)}`).catch(() => []);
  const papers = agreements.length && ['DRAWN_UP', 'READY_TO_SIGN', 'SIGNED_BY_CUSTOMER'].includes(agreements[0].status)
    ? agreements[0].papers.filter(paper => paper.kind !== 'DECISION_LETTER' && !paper.signatures.some(each => each.role === 'GUARANTOR')) : [];
  by('whom').replaceChildren(element('option', { value: '' }, words.customer),
    ...papers.map(paper => element('option', { value: paper.paperId }, `${words.guarantor} · ${paper.kindLabel} ${paper.paperId} · ${paper.otherSide || ''}`)));
  showIdentity();
}

function showIdentity() {
  by('identity').hidden = !by('whom').value;
  by('address-hint').hidden = Boolean(by('whom').value);
}

async function invite(event) {
  event.preventDefault();
  by('sent').textContent = '';
  showRefusals(by('refused'), []);
  try {
    await call(path(), { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: by('name').value.trim(), address: by('address').value.trim(), language: by('mail-language').value,
        paper: by('whom').value || null, identifier: by('whom').value ? by('identifier').value.trim() || null : null }) });
    by('sent').textContent = words.sent;
    await showInvitations();
  } catch (failure) {
    showRefusals(by('refused'), refusalsOf(failure));
  }
}

async function prepareInviting() {
  by('inviting').hidden = false;
  const { mailOpen } = await call('/message-preferences');
  by('shut').hidden = mailOpen;
  by('send').disabled = !mailOpen;
  const list = await call('/applications?size=50');
  by('application').replaceChildren(...(list.items.length ? list.items.map(each => element('option', { value: each.applicationId },
    `${each.applicationId} · ${each.customerName}`)) : [element('option', { value: '' }, words.noApplications)]));
  const asked = new URLSearchParams(window.location.search).get('application');
  if (asked && list.items.some(each => each.applicationId === asked)) by('application').value = asked;
  by('application').addEventListener('change', () => Promise.all([showInvitations(), showWhom()]).catch(failed));
  by('whom').addEventListener('change', showIdentity);
  by('invitation').addEventListener('submit', invite);
  await Promise.all([showInvitations(), showWhom()]);
}

/* What customers say */

async function showSurvey() {
  const report = await call('/surveys/report').catch(() => null);
  if (!report) {
    by('survey').replaceChildren(nothing(words.notSeen));
    return;
  }
  by('survey').replaceChildren(...(report.averages.length ? [table([head(words.outcome), head(words.answers, true), head(words.overall, true), head(words.clarity, true), head(words.speed, true)],
    report.averages.map(line => element('tr', {}, element('td', {}, line.outcome), ...[`${line.answers}`, line.overall, line.clarity, line.speed]
      .map(figure => element('td', { class: 'num' }, figure))))),
  ...report.remarks.map(said => element('div', { class: 'said' }, element('p', {}, said.remark),
    element('span', { class: 'hint' }, [said.application, `${words.overall} ${said.overall}`, day(said.at)].join(' · '))))] : [nothing(words.noSurvey)]));
}

async function load() {
  const me = await call('/me');
  if (me.roles.some(role => role === 'RELATIONSHIP_MANAGER' || role === 'ANALYST')) await prepareInviting();
  await showSurvey();
}

furnish(words);
load().catch(failed);
