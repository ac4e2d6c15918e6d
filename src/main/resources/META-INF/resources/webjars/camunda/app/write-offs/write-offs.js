/** Write-offs with their totals, and what is done with one that is booked: recording a recovery, taking it back. */
import { definitions, element, showRefusals } from '../shouxin/elements.js';
import { language } from '../shouxin/language.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { money, words } from './words.js';

const MAKERS = ['ANALYST', 'RELATIONSHIP_MANAGER'];
const service = `${api}/write-offs`;
const place = id => document.getElementById(id);
const dialog = place('ask');
const form = dialog.querySelector('form');
let me = null;
let labels = {};
let asked = null;

const word = (prefix, code) => labels[`${prefix}.${code}`] || code;
const may = roles => Boolean(me) && me.roles.some(role => roles.includes(role));
const positive = sum => Boolean(sum) && Number(sum.amount) > 0;

function tile(label, value, more) {
  return element('div', { class: 'card total' }, element('span', {}, label), element('strong', {}, value), more ? element('span', {}, more) : null);
}

function showTotals(totals) {
  place('totals').replaceChildren(
    tile(`${words.written} · ${words.inYuan}`, money(totals.base)),
    ...totals.byCurrency.map(total => tile(`${words.written} ${total.writtenOff.currency}`, money(total.writtenOff),
      `${words.count} ${total.count} · ${words.recovered} ${money(total.recovered)}`)),
    tile(words.underWay, String(totals.open)));
}

function recoveryList(writeOff) {
  return writeOff.recoveries.length ? element('ul', {}, ...writeOff.recoveries.map(each => element('li', {},
    `${each.receivedOn} · ${money(each.amount)} · ${each.paper} ${each.remark}`))) : null;
}

function card({ writeOff, customerName, proposedByName }) {
  const booked = writeOff.status === 'WRITTEN_OFF';
  const acts = element('div', { class: 'acts' },
    booked && may(MAKERS) ? element('button', { type: 'button', class: 'button', onclick: () => ask('recovery', writeOff) }, words.recover) : null,
    booked && may(['RISK_DIRECTOR']) && !positive(writeOff.recovered)
      ? element('button', { type: 'button', class: 'button quiet', onclick: () => ask('reversal', writeOff) }, words.reverse) : null);
  return element('article', { class: 'card', 'data-about': writeOff.id },
    element('div', { class: 'head' }, element('h3', {}, money(writeOff.amount)),
      element('span', { class: 'status', 'data-status': booked ? 'ACTIVE' : writeOff.status }, word('writeOffStatus', writeOff.status))),
    definitions([
      [words.number, writeOff.id], [words.customer, customerName || writeOff.customer], [words.facility, writeOff.facility],
      [words.inYuan, writeOff.amount.currency === 'CNY' ? null : money(writeOff.baseAmount)], [words.happened, word('writeOffReason', writeOff.reasonCode)],
      [words.by, proposedByName], [words.approval, writeOff.approval], [words.bookedOn, writeOff.bookedOn],
      [words.recovered, positive(writeOff.recovered) ? money(writeOff.recovered) : null], [words.reversedBecause, writeOff.reversal]
    ]),
    element('p', { class: 'said' }, writeOff.reason),
    element('p', { class: 'said' }, `${words.measures}: ${writeOff.measures}`),
    recoveryList(writeOff), acts.children.length ? acts : null);
}

function say(failure) {
  const notHis = failure.status === 403 || failure.status === 404;
  place('told').replaceChildren(notHis ? words.notAllowed : refusalsOf(failure)[0].message, ' ',
    ...(notSignedIn(failure) ? [element('a', { href: tasklist }, words.signIn)] : []));
}

function load() {
  return call('', {}, service).then(found => {
    place('entries').replaceChildren(...found.map(card));
    if (!found.length) place('told').textContent = words.none;
    return call('/totals', {}, service).then(showTotals, () => place('totals').replaceChildren());
  });
}

async function ask(what, writeOff) {
  asked = { what, writeOff };
  form.reset();
  dialog.querySelectorAll('.refused').forEach(each => each.replaceChildren());
  dialog.dataset.what = what;
  place('ask-title').textContent = `${what === 'recovery' ? words.recover : words.reverse} · ${writeOff.id}`;
  if (what === 'recovery') {
    const papers = await call(`/customers/${encodeURIComponent(writeOff.customer)}/documents`, {}, api);
    place('documentId').replaceChildren(element('option', { value: '' }, words.choose),
      ...papers.map(paper => element('option', { value: paper.documentId }, `${paper.fileName} · ${paper.documentId}`)));
  }
  dialog.showModal();
}

form.addEventListener('submit', event => {
  event.preventDefault();
  dialog.querySelectorAll('.refused').forEach(each => each.replaceChildren());
  const value = name => form.elements[name].value.trim() || null;
  const recovery = asked.what === 'recovery';
  const body = recovery ? { amount: value('amount') && value('amount').replace(/[,，\s]/g, ''), receivedOn: value('receivedOn'), documentId: value('documentId'), remark: value('remark') }
    : { reason: value('reason') };
  call(`/${asked.writeOff.id}/${recovery ? 'recoveries' : 'reversal'}`,
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }, service)
    .then(() => { dialog.close(); place('told').textContent = recovery ? words.recoveredDone : words.reversedDone; return load(); })
    .catch(failure => {
      const refusals = refusalsOf(failure);
      const beside = refusals.filter(each => form.elements[each.field]);
      beside.forEach(each => { form.elements[each.field].parentElement.querySelector('.refused').textContent = each.message; });
      showRefusals(place('refused'), refusals.filter(each => !beside.includes(each)));
    });
});
place('cancel').addEventListener('click', () => dialog.close());

furnish(words);
Promise.all([call('/me', {}, api), call(`/wording?language=${language}`, {}, api)]).then(([person, found]) => {
  me = person;
  labels = found;
  place('propose').hidden = !may(MAKERS);
  return load();
}).catch(say);
