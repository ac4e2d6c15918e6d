/** Is this signed file genuine? Asked of the server, which keeps nothing of it. */
import { definitions, element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { bytes, moment, words } from './words.js';

const field = name => document.getElementById(name);
const refused = field('refused');
const place = field('answer');

function flaws(list) {
  return list.length ? element('ul', { class: 'flaws' }, ...list.map(flaw => element('li', { 'data-flaw': flaw.code }, flaw.label))) : null;
}

function signature(one) {
  return element('article', { class: 'card signature', 'data-field': one.field },
    element('div', { class: 'head' },
      element('h3', {}, one.signatory || one.field),
      element('span', { class: 'status', 'data-status': one.good ? 'ACTIVE' : 'DECLINED' }, one.good ? words.good : words.bad)),
    definitions([
      [words.organisation, one.organisation],
      [words.reason, one.reason],
      [words.claimedAt, one.claimedAt ? moment(one.claimedAt) : null],
      [words.certificate, one.serialNumber ? `${one.issuer} · ${one.serialNumber}` : null],
      [words.covers, one.signedBytes ? bytes(one.signedBytes) : null]
    ]),
    flaws(one.flaws));
}

function show(answer) {
  place.dataset.genuine = String(answer.genuine);
  place.replaceChildren(
    element('article', { class: 'card verdict' },
      element('strong', { id: 'verdict' }, answer.genuine ? words.genuine : words.notGenuine),
      definitions([[words.size, bytes(answer.sizeBytes)], [words.pages, answer.pages || null], ['SHA-256', answer.sha256]]),
      flaws(answer.flaws)),
    ...answer.signatures.map(signature),
    answer.signatures.length ? element('p', { class: 'note' }, words.timeNote) : '');
}

async function verify() {
  refused.replaceChildren();
  place.replaceChildren();
  const [file] = field('file').files;
  if (!file) {
    showRefusals(refused, [{ message: words.chooseFile }]);
    return;
  }
  const form = new FormData();
  form.append('file', file);
  field('verify').disabled = true;
  try {
    show(await call('/signature-verifications', { method: 'POST', body: form }));
  } catch (failure) {
    showRefusals(refused, refusalsOf(failure));
    if (notSignedIn(failure)) refused.append(element('a', { href: tasklist }, words.signIn));
  } finally {
    field('verify').disabled = false;
  }
}

furnish(words);
field('question').addEventListener('submit', event => { event.preventDefault(); verify(); });
