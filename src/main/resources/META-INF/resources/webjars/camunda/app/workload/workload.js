/** Who has how much to do, what lies without anybody, the list of low-risk cases to sign off, and the working calendar. */
import { element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf } from '../shouxin/service.js';
import { day, moment, money } from '../shouxin/words.js';
import { hours, unknownYear, unreadable, words } from './words.js';

const by = id => document.getElementById(id);
const LEADERS = ['CREDIT_MANAGER', 'SENIOR_CREDIT_MANAGER', 'RISK_DIRECTOR', 'COMMITTEE_MEMBER', 'AUDITOR', 'ADMINISTRATOR'];
const APPROVERS = ['CREDIT_MANAGER', 'SENIOR_CREDIT_MANAGER', 'RISK_DIRECTOR'];
const nothing = text => element('p', { class: 'nothing' }, text);
const head = (text, number) => element('th', { scope: 'col', class: number ? 'num' : '' }, text);
const table = (heads, rows) => element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
  element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)));

function failed(failure) {
  if (notSignedIn(failure)) by('notice').replaceChildren(element('p', {}, words.notSignedIn));
  else showRefusals(by('notice'), refusalsOf(failure));
}

const sent = (method, body) => ({ method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/* Workload */

function loads(title, lines) {
  if (!lines.length) return nothing(words.noTasks);
  return table([head(title), head(words.open, true), head(words.overdue, true), head(words.age, true)],
    [...lines].sort((one, other) => other.overdue - one.overdue || other.open - one.open).map(line => element('tr', {},
      element('td', {}, line.name), element('td', { class: 'num' }, `${line.open}`),
      element('td', { class: line.overdue ? 'num late' : 'num' }, `${line.overdue}`), element('td', { class: 'num' }, hours(line.averageHours)))));
}

function lying(each) {
  const refused = element('div', { class: 'refused', role: 'alert' });
  const parts = [element('p', {}, element('strong', {}, each.task), ` · ${each.caseNumber}`),
    element('p', { class: 'hint' }, [each.stepLabel, each.due ? `${words.due} ${day(each.due)}` : null, `${words.told} ${moment(each.toldAt)}`, each.assignee]
      .filter(Boolean).join(' · '))];
  if (each.mayTake.length) {
    const to = element('select', { 'aria-label': words.giveTo }, ...each.mayTake.map(person => element('option', { value: person.login }, person.name)));
    const reason = element('input', { maxlength: '500', placeholder: words.reason, 'aria-label': words.reason });
    parts.push(element('div', { class: 'giving' }, to, reason, element('button', { type: 'button', class: 'button strong', onclick: async () => {
      try {
        await call(`/tasks/${encodeURIComponent(each.taskId)}/assignment`, sent('POST', { to: to.value, reason: reason.value.trim() }));
        await showWorkload();
      } catch (failure) {
        showRefusals(refused, refusalsOf(failure));
      }
    } }, words.give)));
  } else if (each.step === 'NOBODY_MAY') {
    parts.push(element('p', {}, words.nobody));
  }
  return element('div', { class: 'lying', 'data-case': each.caseNumber }, ...parts, refused);
}

async function showWorkload() {
  const view = await call('/workload');
  by('load-part').hidden = false;
  by('stuck-part').hidden = false;
  by('by-person').replaceChildren(loads(words.byPerson, view.byPerson));
  by('by-role').replaceChildren(loads(words.byRole, view.byRole));
  const stalled = view.stalled.map(each => element('div', { class: 'lying', 'data-case': each.caseNumber },
    element('p', {}, element('strong', {}, words.stalled), ` · ${each.caseNumber} · ${each.tier}`), element('p', { class: 'hint' }, each.reasonLabel)));
  const lies = stalled.concat(view.stuck.map(lying));
  by('stuck').replaceChildren(...(lies.length ? lies : [nothing(words.nothingStuck)]));
}

/* The list to sign off */

function offeredRow(each) {
  const box = element('input', { type: 'checkbox', value: each.taskId, 'data-hash': each.proposalHash, 'aria-label': each.caseNumber });
  return element('tr', { 'data-task': each.taskId }, element('td', {}, box), element('td', {}, each.caseNumber), element('td', {}, each.subject),
    element('td', { class: 'num' }, money(each.amount, each.currency)), element('td', {}, each.grade), element('td', { class: 'outcome' }));
}

async function showBatch() {
  const offered = await call('/batch-sign-off');
  by('batch-part').hidden = false;
  const comment = element('textarea', { id: 'comment', rows: '2', maxlength: '2000' });
  const refused = element('div', { class: 'refused', role: 'alert' });
  by('batch').replaceChildren(...(offered.length ? [
    table([head(''), head(words.caseNumber), head(words.subject), head(words.amount, true), head(words.grade), head(words.result)], offered.map(offeredRow)),
    element('label', { class: 'comment', for: 'comment' }, words.comment), comment, refused,
    element('p', { class: 'foot' }, element('button', { class: 'button strong' }, words.approve))] : [nothing(words.noBatch)]));
  by('batch').onsubmit = async event => {
    event.preventDefault();
    const items = [...by('batch').querySelectorAll('input:checked')].map(box => ({ taskId: box.value, proposalHash: box.dataset.hash }));
    showRefusals(refused, []);
    try {
      (await call('/batch-sign-off', sent('POST', { items, comment: comment.value.trim() }))).forEach(answer => {
        const row = by('batch').querySelector(`tr[data-task="${CSS.escape(answer.taskId)}"]`);
        row.querySelector('.outcome').textContent = answer.signed ? words.done : answer.message;
        row.querySelector('input').checked = false;
        row.querySelector('input').disabled = answer.signed;
      });
    } catch (failure) {
      showRefusals(refused, refusalsOf(failure));
    }
  };
}

/* Calendar */

function year(each) {
  const origin = (each.enteredBy ? words.byBank : words.byRelease).replace('{version}', each.version).replace('{by}', each.enteredBy || '');
  return element('details', { class: 'year' }, element('summary', {}, `${each.year}`, element('small', {}, origin)),
    element('p', { class: 'hint' }, each.source),
    element('ul', {}, ...each.holidays.map(holiday => element('li', {}, `${holiday.from}${holiday.from === holiday.to ? '' : ` – ${holiday.to}`} ${holiday.name}`))),
    element('p', { class: 'hint' }, words.worked),
    element('ul', {}, ...each.worked.map(worked => element('li', {}, `${worked.day} ${worked.name}`))));
}

async function showCalendar() {
  const calendar = await call('/working-calendar');
  by('unknown').replaceChildren(...calendar.unknown.map(each => element('p', {}, element('strong', {}, unknownYear(each)))));
  by('years').replaceChildren(...[...calendar.years].sort((one, other) => other.year - one.year).map(year));
}

/** Lines as typed; throws the line that cannot be read. */
function typedDays(text) {
  const holidays = [];
  const worked = [];
  text.split('\n').map(line => line.trim()).filter(Boolean).forEach(line => {
    const shape = /^(\+)?(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?\s+(.+)$/.exec(line);
    if (!shape || (shape[1] && shape[3])) throw line;
    if (shape[1]) worked.push({ day: shape[2], name: shape[4] });
    else holidays.push({ from: shape[2], to: shape[3] || shape[2], name: shape[4] });
  });
  return { holidays, worked };
}

async function saveYear(event) {
  event.preventDefault();
  by('saved').textContent = '';
  showRefusals(by('refused'), []);
  let days = null;
  try {
    days = typedDays(by('days').value);
  } catch (line) {
    showRefusals(by('refused'), [{ message: unreadable(line) }]);
    return;
  }
  try {
    await call(`/working-calendar/${encodeURIComponent(by('year').value || 0)}`, sent('PUT', { source: by('source').value.trim(), ...days }));
    by('saved').textContent = words.saved;
    await showCalendar();
  } catch (failure) {
    showRefusals(by('refused'), refusalsOf(failure));
  }
}

async function load() {
  const me = await call('/me');
  const is = roles => roles.some(role => me.roles.includes(role));
  if (is(LEADERS)) await showWorkload();
  if (is(APPROVERS)) await showBatch();
  await showCalendar();
  by('entry').hidden = !me.roles.includes('ADMINISTRATOR');
  by('entry').addEventListener('submit', saveYear);
}

furnish(words);
load().catch(failed);
