/** A person's messages: how he wants to be reached, what came, and, for those who keep the house running, what became of each e-mail. */
import { language } from '../shouxin/language.js';
import { element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf } from '../shouxin/service.js';
import { moment } from '../shouxin/words.js';
import { words } from './words.js';

const by = id => document.getElementById(id);
const KINDS = ['PROGRESS', 'DEADLINE', 'ALARM'];
const STATES = ['PENDING', 'SENT', 'FAILED', 'GIVEN_UP'];
let labels = {};

const word = (prefix, code) => labels[`${prefix}.${code}`] || code;

function failed(failure) {
  if (notSignedIn(failure)) by('notice').replaceChildren(element('p', {}, words.notSignedIn));
  else showRefusals(by('notice'), refusalsOf(failure));
}

/* Preference */

function showPreference(preference) {
  by('shut').hidden = preference.mailOpen;
  by('address').value = preference.address || '';
  by('mail-language').value = preference.language;
  by('kinds').replaceChildren(...KINDS.map(kind => {
    const box = element('input', { type: 'checkbox', value: kind });
    box.checked = !(preference.notByMail || []).includes(kind);
    return element('label', {}, box, word('messageKind', kind));
  }));
}

async function savePreference(event) {
  event.preventDefault();
  by('saved').textContent = '';
  showRefusals(by('refused'), []);
  const unticked = [...by('kinds').querySelectorAll('input')].filter(box => !box.checked).map(box => box.value);
  try {
    showPreference(await call('/message-preferences', {
      method: 'PUT', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ address: by('address').value.trim(), language: by('mail-language').value, notByMail: unticked })
    }));
    by('saved').textContent = words.saved;
  } catch (failure) {
    showRefusals(by('refused'), refusalsOf(failure));
  }
}

/* Delivery */

function mailRow(mail, mayAct) {
  const button = mail.state === 'GIVEN_UP' && mayAct ? element('button', { type: 'button', class: 'quiet', onclick: async () => {
    button.disabled = true;
    await call(`/outgoing-mail/${mail.id}/attempt`, { method: 'POST' }).catch(failed);
    await showMails(mayAct).catch(failed);
  } }, words.tryAgain) : null;
  return element('tr', {},
    element('td', {}, mail.title, element('small', {}, mail.subject)),
    element('td', {}, mail.recipient, element('small', {}, mail.address)),
    element('td', { class: mail.state }, mail.stateLabel, mail.reason ? element('small', {}, mail.reason) : null, button),
    element('td', { class: 'num' }, `${mail.attempts}`),
    element('td', {}, moment(mail.postedAt)),
    element('td', {}, mail.sentAt ? moment(mail.sentAt) : mail.nextAttemptAt ? element('small', {}, `${words.next} ${moment(mail.nextAttemptAt)}`) : '—'));
}

async function showMails(mayAct) {
  const state = by('state').value;
  const answer = await call(`/outgoing-mail${state ? `?state=${state}` : ''}`);
  const chosen = by('state').value;
  by('state').replaceChildren(element('option', { value: '' }, words.all),
    ...STATES.map(each => element('option', { value: each }, `${word('mailState', each)} (${answer.counts[each] || 0})`)));
  by('state').value = chosen;
  const head = text => element('th', { scope: 'col' }, text);
  by('mails').replaceChildren(answer.open ? '' : element('p', { class: 'nothing' }, words.outboxShut),
    answer.mails.length ? element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
      element('thead', {}, element('tr', {}, head(words.message), head(words.recipient), head(words.state), head(words.attempts), head(words.posted), head(words.sentAt))),
      element('tbody', {}, ...answer.mails.map(mail => mailRow(mail, mayAct))))) : element('p', { class: 'nothing' }, words.noMails));
}

/* Inbox */

function item(message) {
  return element('div', { class: 'message' }, element('h3', {}, message.title), element('p', {}, message.text),
    element('span', { class: 'hint' }, [message.subject, moment(message.sentAt)].join(' · ')));
}

async function load() {
  labels = await call(`/wording?language=${language}`);
  const me = await call('/me');
  showPreference(await call('/message-preferences'));
  const messages = await call('/messages');
  by('inbox').replaceChildren(messages.length ? element('div', { class: 'messages' }, ...messages.map(item)) : element('p', { class: 'nothing' }, words.noMessages));
  if (me.roles.some(role => role === 'ADMINISTRATOR' || role === 'AUDITOR')) {
    const mayAct = me.roles.includes('ADMINISTRATOR');
    by('delivery').hidden = false;
    by('state').addEventListener('change', () => showMails(mayAct).catch(failed));
    await showMails(mayAct);
  }
}

furnish(words);
by('preference').addEventListener('submit', savePreference);
load().catch(failed);
