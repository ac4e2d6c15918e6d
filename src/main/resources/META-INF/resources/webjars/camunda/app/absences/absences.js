/** The absence calendar: who is away and who acts for him, and the form of a new entry. */
import { element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { words } from './words.js';

const service = `${api}/absences`;
const FIELDS = ['person', 'delegate', 'from', 'to', 'reason'];
const table = document.getElementById('entries');
const told = document.getElementById('told');
const form = document.getElementById('entry');
let choice = null;

function rowOf(entry) {
  const mayEnd = choice && (choice.forOthers || choice.self === entry.person);
  return element('tr', {},
    element('td', {}, entry.personName), element('td', {}, entry.delegateName), element('td', {}, entry.from), element('td', {}, entry.to),
    element('td', { class: 'source' }, entry.reason),
    element('td', {}, mayEnd ? element('button', { type: 'button', class: 'button', onclick: () => end(entry) }, words.end) : ''));
}

function show(entries) {
  if (!entries.length && !told.textContent) told.textContent = words.none;
  table.replaceChildren(...(entries.length ? [element('tr', {},
    ...['person', 'delegate', 'from', 'to', 'reason'].map(name => element('th', { scope: 'col' }, words[name])), element('th', { scope: 'col' }, ''))] : []),
  ...entries.map(rowOf));
}

function say(failure) {
  const notHis = failure.status === 403 || failure.status === 404;
  told.replaceChildren(notHis ? words.notAllowed : refusalsOf(failure)[0].message, ' ',
    ...(notSignedIn(failure) ? [element('a', { href: tasklist }, words.signIn)] : []));
}

const load = () => call('', {}, service).then(show);

function end(entry) {
  call(`/${entry.id}/end`, { method: 'POST' }, service).then(() => { told.textContent = words.ended; return load(); }).catch(say);
}

function options(place, people) {
  place.replaceChildren(element('option', { value: '' }, words.choose),
    ...people.map(one => element('option', { value: one.login }, one.name)));
}

form.addEventListener('submit', event => {
  event.preventDefault();
  form.querySelectorAll('.refused').forEach(place => place.replaceChildren());
  const entry = Object.fromEntries(FIELDS.map(name => [name, form.elements[name].value.trim() || null]));
  call('', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(entry) }, service)
    .then(() => { form.reset(); form.elements.person.value = choice.self; told.textContent = words.handed; return load(); })
    .catch(failure => {
      const refusals = refusalsOf(failure);
      const beside = refusals.filter(each => form.elements[each.field]);
      beside.forEach(each => { form.elements[each.field].parentElement.querySelector('.refused').textContent = each.message; });
      showRefusals(document.getElementById('refused'), refusals.filter(each => !beside.includes(each)));
    });
});

furnish(words);
call('/choice', {}, service).then(found => {
  choice = found;
  const own = found.approvers.filter(one => one.login === found.self);
  options(form.elements.person, found.forOthers ? found.approvers : own);
  options(form.elements.delegate, found.approvers);
  form.elements.person.value = found.approver ? found.self : '';
  form.hidden = !found.approver && !found.forOthers;
  return load();
}).catch(say);
