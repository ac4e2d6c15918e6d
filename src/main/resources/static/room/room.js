/** The credit room: through the door by the link, then documents, offer, agreement and, in the end, the survey. */
import { applicationOf } from './application.js';
import { say, speakOther, tag, words } from './words.js';

const by = id => document.getElementById(id);
let link = window.location.hash.slice(1);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => {
    if (key === 'onclick') made.addEventListener('click', value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? '' : value);
  });
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

class Refused extends Error {
  constructor(status, refusals) {
    super('refused');
    this.status = status;
    this.refusals = refusals;
  }
}

async function call(path, options = {}) {
  let response = null;
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options,
      headers: { Accept: 'application/json', 'Accept-Language': tag, 'X-Room': '1', ...options.headers } });
  } catch (unreachable) {
    throw new Refused(0, [{ message: words.notReached }]);
  }
  if (response.ok) return response.status === 200 || response.status === 201 ? response.json() : null;
  const problem = await response.json().catch(() => ({}));
  throw new Refused(response.status, problem.refusals && problem.refusals.length ? problem.refusals : [{ message: words.notReached }]);
}

const post = (path, body) => call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const refusalsOf = failure => (failure instanceof Refused ? failure.refusals : [{ message: words.notReached }]);
const alone = (refusal, at, all) => all.findIndex(other => other.message === refusal.message && other.help === refusal.help) === at;
const refusedBox = refusals => (refusals.length ? element('div', { class: 'refused' }, ...refusals.filter(alone).map(each =>
  element('p', {}, element('strong', {}, each.message || each.code), each.help ? element('span', {}, each.help) : null))) : '');

function show(place, failure) {
  place.replaceChildren(failure ? refusedBox(refusalsOf(failure)) : '');
}

const money = (amount, currency) => new Intl.NumberFormat(tag, { style: 'currency', currency: currency || 'CNY', currencyDisplay: 'narrowSymbol' }).format(amount);
/** A point in time, or a date of the bank's: its days are Beijing's. */
const day = instant => (instant ? new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(new Date(instant)) : '');
const percent = rate => new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(rate);

/* The door */

function atTheDoor(failure) {
  by('room').hidden = true;
  by('exit').hidden = true;
  by('door').hidden = false;
  by('enter').hidden = !link.includes('.') || Boolean(failure);
  by('door-hint').hidden = by('enter').hidden;
  by('again').hidden = !link || !failure;
  show(by('notice'), failure);
  if (!link) by('notice').replaceChildren(refusedBox([{ message: words.noLink }]));
}

async function enter() {
  by('enter').disabled = true;
  try {
    await post('api/entry', { link });
    window.history.replaceState(null, '', '#' + link.split('.')[0]);
    link = link.split('.')[0];
    await load();
  } catch (failure) {
    atTheDoor(failure);
  } finally {
    by('enter').disabled = false;
  }
}

async function askForFreshLink() {
  by('fresh').disabled = true;
  try {
    await post('api/fresh-link', { link: link.split('.')[0] });
    by('notice').replaceChildren(element('p', { class: 'found' }, words.freshSent));
  } catch (failure) {
    show(by('notice'), failure);
    by('fresh').disabled = false;
  }
}

/* Inside */

/** Does something, says beside it what was refused, and shows the room anew when it was done. */
function act(place, work, stays) {
  return async event => {
    if (event) event.preventDefault();
    place.replaceChildren();
    const buttons = [...by('room').querySelectorAll('button')];
    buttons.forEach(button => { button.disabled = true; });
    try {
      await work();
      if (!stays) await load();
    } catch (failure) {
      if (failure instanceof Refused && failure.status === 401) atTheDoor(failure);
      else show(place, failure);
    } finally {
      buttons.forEach(button => { button.disabled = false; });
    }
  };
}

const part = (id, title, ...children) => element('div', { class: 'part', id }, element('h2', {}, title), ...children);
const waitsFor = (room, key) => room.waiting.some(turn => turn.key === key);

function headOf(room) {
  return element('div', { class: 'part' },
    element('h1', {}, room.customerName),
    element('p', { class: 'hint' }, `${room.applicationId} · ${room.personName}`),
    element('p', { class: 'status' }, element('span', { class: 'hint' }, words.status), element('strong', {}, room.statusLabel)),
    room.decided && !room.waiting.length ? null : element('p', { class: 'hint' }, words.waitingFor),
    room.waiting.length ? element('ul', { class: 'waits' }, room.waiting.map(turn => element('li', {}, element('strong', {}, turn.who), ` · ${turn.what}`,
      turn.due ? element('small', {}, ` · ${words.due} ${day(turn.due)}`) : null,
      turn.yours && !turn.key ? element('small', {}, ` · ${words.elsewhere}`) : null))) : room.decided ? null : element('p', { id: 'processing', role: 'status' }, words.processing),
    room.reasons.length ? element('p', {}, `${words.reasons}${say('：', ': ')}${room.reasons.join(say('；', '; '))}`) : null,
    room.letterId ? element('a', { class: 'button', target: '_blank', rel: 'noopener', href: `v1/documents/${room.letterId}/content?download=true` }, words.result) : null);
}

function policyOf(room) {
  if (room.policyAcceptedAt) {
    return element('details', { class: 'part' }, element('summary', {}, `${words.policy} · ${words.accepted} ${day(room.policyAcceptedAt)}`),
      element('div', { class: 'policy', tabindex: '0' }, room.policy));
  }
  const box = element('input', { type: 'checkbox', id: 'policy-accepted' });
  const place = element('div', { role: 'alert' });
  return part('policy', words.policy, element('div', { class: 'policy', tabindex: '0' }, room.policy),
    element('label', { class: 'choice' }, box, words.accept), place,
    element('button', { type: 'button', class: 'strong', onclick: act(place, () => post('api/policy-acceptance', { accepted: box.checked, policyHash: room.policyHash })) }, words.confirm));
}

const STATES = { ACCEPTED: 'badge good', REJECTED: 'badge bad' };
const kept = new Map();
const mayUpload = (room, item) => room.policyAcceptedAt && !item.fromBank && item.state !== 'ACCEPTED' && !room.decided;

function documentOf(room, item) {
  const place = element('div', { 'aria-live': 'polite' }, ...(kept.get(item.kind) || []));
  const file = element('input', { type: 'file', hidden: true, 'aria-label': item.label });
  file.addEventListener('change', async () => {
    if (!file.files.length) return;
    place.replaceChildren(element('p', { class: 'hint' }, words.uploading));
    place.setAttribute('aria-busy', 'true');
    const body = new FormData();
    body.append('file', file.files[0]);
    kept.delete(item.kind);
    try {
      const document = await call(`v1/applications/${room.applicationId}/documents?kind=${encodeURIComponent(item.kind)}`, { method: 'POST', body });
      const findings = await call(`v1/documents/${document.documentId || document.id}/findings`).catch(() => []);
      kept.set(item.kind, findings.length ? [element('div', { class: 'found' }, element('strong', {}, words.lookAgain),
        ...findings.map(each => element('p', {}, each.message, ' ', element('small', {}, each.help))))] : [element('p', { class: 'fine' }, words.seems)]);
      await load();
    } catch (failure) {
      if (failure instanceof Refused && failure.status === 401) atTheDoor(failure);
      else show(place, failure);
      place.removeAttribute('aria-busy');
      file.value = '';
    }
  });
  return element('li', { class: 'item', 'data-kind': item.kind },
    element('div', { class: 'top' }, element('span', { class: 'name' }, element('strong', {}, item.label),
      element('small', {}, [item.required || item.asked ? ` · ${words.required}` : '', item.fromBank ? ` · ${words.fromBank}` : ''].join(''))),
    element('span', { class: STATES[item.state] || 'badge' }, item.stateLabel)),
    item.fileName ? element('p', { class: 'hint name' }, item.documentId
      ? element('a', { href: `v1/documents/${item.documentId}/content?download=true`, target: '_blank', rel: 'noopener' }, item.fileName) : item.fileName) : null,
    item.reason ? element('p', { class: item.asked ? 'found' : 'refused' }, element('strong', {}, item.asked ? words.wanted : words.rejected), item.reason) : null,
    place,
    mayUpload(room, item) ? element('div', { class: 'row' }, file, element('button', { type: 'button', onclick: () => file.click() }, item.documentId ? words.replace : words.upload)) : null);
}

async function documentsOf(room) {
  if (room.status === 'DRAFT') return part('documents', words.documents, element('p', { class: 'hint' }, words.noChecklist));
  const list = await call(`v1/applications/${room.applicationId}/checklist`).catch(() => null);
  if (!list) return part('documents', words.documents, element('p', { class: 'hint' }, words.noChecklist));
  const place = element('div', { role: 'alert' });
  const task = ['user_upload-documents', 'user_bring-documents-as-customer'].find(key => waitsFor(room, key));
  const asked = list.items.filter(item => item.asked);
  const items = [...asked, ...list.items.filter(item => !item.asked)];
  return part('documents', words.documents,
    asked.length ? element('p', { class: 'found' }, element('strong', {}, words.asked), words.askedHint) : null,
    items.some(item => mayUpload(room, item)) ? element('p', { class: 'hint' }, words.uploadHint) : null,
    room.policyAcceptedAt ? null : element('p', { class: 'hint' }, words.policyFirst),
    element('ul', {}, items.map(item => documentOf(room, item))), place,
    task && room.policyAcceptedAt ? element('div', {}, element('p', { class: 'hint' }, asked.length ? words.bringHint : words.handInHint),
      element('button', { type: 'button', class: 'strong', onclick: act(place, () => post(`api/tasks/${task}`, {})) }, words.handIn)) : null);
}

function termsOf(terms) {
  const pair = (term, value) => (value === null || value === undefined ? null : element('div', {}, element('dt', {}, term), element('dd', {}, value)));
  return element('div', {}, terms.facilities.map(line => element('dl', {}, pair(line.productLabel, money(line.amount, terms.currency)),
    pair(words.rate, line.rate ? percent(line.rate) : null), pair(words.paymentTerm, line.paymentTermDays ? `${line.paymentTermDays} ${words.days}` : null),
    pair(words.tenor, `${line.tenorMonths} ${words.months}`))),
  terms.conditions.length ? element('p', { class: 'hint' }, `${words.conditions}${say('：', ': ')}${terms.conditions.map(each => each.label).join(say('；', '; '))}`) : null);
}

async function offerOf(room) {
  const offers = await call(`v1/offers?applicationId=${room.applicationId}`).catch(() => []);
  if (!offers.length) return null;
  const offer = offers[0];
  const place = element('div', { role: 'alert' });
  const remark = element('textarea', { rows: '3', maxlength: '1000', 'aria-label': words.wish, placeholder: words.wish });
  const choices = Object.entries(words.answers).map(([code, label]) => element('label', { class: 'choice' }, element('input', { type: 'radio', name: 'answer', value: code }), label));
  const answer = () => post('api/tasks/user_answer-offer', { offerId: offer.offerId, remark: remark.value.trim() || null,
    answer: (by('room').querySelector('input[name=answer]:checked') || { value: null }).value });
  return part('offer', words.offer, element('p', {}, element('span', { class: 'badge' }, offer.statusLabel), ` ${words.validUntil} ${day(offer.validUntil)}`),
    termsOf(offer.terms), element('a', { class: 'button', target: '_blank', rel: 'noopener', href: `v1/documents/${offer.letterId}/content?download=true` }, words.letter),
    waitsFor(room, 'user_answer-offer') && room.policyAcceptedAt ? element('form', {}, choices, remark, place, element('div', { class: 'row' },
      element('button', { type: 'button', class: 'strong', onclick: act(place, answer) }, words.send))) : null);
}

/** Download, sign in a program of one's own or by hand, hand in: what there is where the page itself can't sign. */
function signingElsewhere(id, paperHref, handIn, open) {
  const place = element('div', { role: 'alert' });
  const name = element('input', { type: 'text', autocomplete: 'name', id: `${id}-name` });
  const chosen = element('span', { class: 'hint name' });
  const file = element('input', { type: 'file', hidden: true, accept: '.pdf,.png,.jpg,.jpeg', 'aria-label': words.signedFile });
  file.addEventListener('change', () => { chosen.textContent = file.files.length ? file.files[0].name : ''; });
  return element('details', { id, open }, element('summary', {}, words.signElsewhere),
    element('ol', { class: 'steps' },
      element('li', {}, words.stepDownload, element('div', { class: 'row' }, element('a', { class: 'button', target: '_blank', rel: 'noopener', href: paperHref }, words.download))),
      element('li', {}, words.stepSign, element('ul', { class: 'ways' }, element('li', {}, words.wayCertificate), element('li', {}, words.wayByHand))),
      element('li', {}, words.stepBring, element('div', { class: 'row' }, file, element('button', { type: 'button', onclick: () => file.click() }, words.chooseFile), chosen),
        element('label', { for: `${id}-name`, class: 'hint' }, words.signatoryName), name)),
    place, element('div', { class: 'row' }, element('button', { type: 'button', class: open ? 'strong' : null, onclick: act(place, () => {
      if (!file.files.length) throw new Refused(0, [{ message: words.noFile }]);
      return handIn(file.files[0], name.value.trim());
    }) }, words.handInSigned)));
}

async function bringSignedCopy(room, agreement, file, fullName) {
  const body = new FormData();
  body.append('file', file);
  const stored = await call(`v1/applications/${room.applicationId}/documents?kind=SIGNED_COPY`, { method: 'POST', body });
  return post('api/tasks/user_sign-as-customer', { sign: true, fullName, documentSha256: agreement.documentSha256, paperCopy: stored.documentId });
}

async function agreementOf(room) {
  const agreements = await call(`v1/agreements?applicationId=${room.applicationId}`).catch(() => []);
  if (!agreements.length) return null;
  const agreement = agreements[0];
  const place = element('div', { role: 'alert' });
  const name = element('input', { type: 'text', autocomplete: 'name', 'aria-label': words.fullName, placeholder: words.fullName });
  const reason = element('input', { type: 'text', maxlength: '500', 'aria-label': words.refuseReason, placeholder: words.refuseReason });
  const sign = () => post('api/tasks/user_sign-as-customer', { sign: true, fullName: name.value.trim(), documentSha256: agreement.documentSha256 });
  const refuse = () => post('api/tasks/user_sign-as-customer', { sign: false, reason: reason.value.trim() || null });
  const signed = agreement.signatures.map(each => element('p', {}, `${each.roleLabel} · ${each.fullName} · ${day(each.signedAt)}`));
  return part('agreement', words.agreement, element('p', {}, element('span', { class: 'badge' }, agreement.statusLabel), ` ${words.signBy} ${day(agreement.signBy)}`),
    element('a', { class: 'button', target: '_blank', rel: 'noopener', href: `v1/documents/${agreement.signedDocumentId || agreement.documentId}/content?download=true` }, words.readAgreement),
    element('p', { class: 'hint' }, words.signatures), ...(signed.length ? signed : [element('p', {}, words.notSigned)]),
    waitsFor(room, 'user_sign-as-customer') && room.policyAcceptedAt ? element('div', {},
      room.signsHere ? element('div', {}, name, place, element('div', { class: 'row' },
        element('button', { type: 'button', class: 'strong', onclick: act(place, sign) }, words.sign))) : place,
      signingElsewhere('elsewhere', `v1/documents/${agreement.documentId}/content?download=true`, (file, fullName) => bringSignedCopy(room, agreement, file, fullName), !room.signsHere),
    element('details', {}, element('summary', { class: 'hint' }, words.refuseToSign), reason, element('div', { class: 'row' },
      element('button', { type: 'button', onclick: act(place, refuse) }, words.refuseToSign)))) : null);
}

function surveyOf(room) {
  if (!room.decided) return null;
  if (room.surveyAnswered) return part('survey', words.survey, element('p', { class: 'fine' }, words.thanks));
  const place = element('div', { role: 'alert' });
  const remark = element('textarea', { rows: '3', maxlength: '1000', 'aria-label': words.remark, placeholder: words.remark });
  const score = name => Number((by('room').querySelector(`input[name=${name}]:checked`) || { value: 0 }).value) || null;
  return part('survey', words.survey, element('p', { class: 'hint' }, words.scale), ...Object.entries(words.scores).flatMap(([name, label]) => [element('p', {}, label),
    element('div', { class: 'scores', role: 'radiogroup', 'aria-label': label }, [1, 2, 3, 4, 5].map(value =>
      element('label', {}, element('input', { type: 'radio', name, value: `${value}` }), `${value}`)))]), remark, place, element('div', { class: 'row' },
    element('button', { type: 'button', class: 'strong', onclick: act(place, () => post('api/survey',
      { overall: score('overall'), clarity: score('clarity'), speed: score('speed'), remark: remark.value.trim() })) }, words.sendSurvey)));
}

/* A guarantor */

function bringGuarantee(guarantee, file, fullName) {
  const body = new FormData();
  body.append('file', file);
  return call(`api/guarantee/returned?${new URLSearchParams({ fullName, documentSha256: guarantee.documentSha256 })}`, { method: 'POST', body });
}

const pair = (term, value) => (value === null || value === undefined || value === '' ? null : element('div', {}, element('dt', {}, term), element('dd', {}, value)));

function guaranteeOf(guarantee) {
  const place = element('div', { role: 'alert' });
  const name = element('input', { type: 'text', autocomplete: 'name', 'aria-label': words.fullName, placeholder: words.fullName });
  const reason = element('input', { type: 'text', maxlength: '500', 'aria-label': words.declineReason, placeholder: words.declineReason });
  const declined = element('div', { role: 'alert' });
  const sign = () => post('api/guarantee/signature', { fullName: name.value.trim(), documentSha256: guarantee.documentSha256 });
  const decline = async () => {
    await post('api/guarantee/refusal', { reason: reason.value.trim() || null });
    by('notice').replaceChildren(element('p', { class: 'found' }, words.declined));
  };
  const open = !guarantee.signed && !guarantee.obstacle;
  return [
    part('guarantee', guarantee.paperLabel, element('p', { class: 'hint' }, `${guarantee.paper} · ${guarantee.name}`),
      element('dl', {}, pair(words.debtor, guarantee.debtor), pair(words.securityGiven, guarantee.otherSide), pair(words.lastDay, day(guarantee.signBy))),
      element('p', { class: 'hint' }, words.standsFor),
      ...guarantee.lines.map(line => element('dl', {}, pair(line.productLabel, money(line.amount, line.currency)), pair(words.rate, line.rate ? percent(line.rate) : null),
        pair(words.paymentTerm, line.paymentTermDays ? `${line.paymentTermDays} ${words.days}` : null), pair(words.tenor, `${line.tenorMonths} ${words.months}`))),
      element('a', { class: 'button', target: '_blank', rel: 'noopener', href: 'api/guarantee/paper' }, words.readPaper),
      guarantee.signed ? element('p', { class: 'fine' }, `${words.youSigned}${guarantee.signed}${guarantee.toConfirm ? say('；', '; ') + words.toConfirm : ''}`) : null,
      guarantee.obstacle ? element('p', { class: 'found' }, guarantee.obstacle) : null),
    open ? part('sign', words.yourSignature,
      guarantee.signsHere ? element('div', {}, name, place, element('div', { class: 'row' },
        element('button', { type: 'button', class: 'strong', onclick: act(place, sign) }, words.sign))) : null,
      signingElsewhere('elsewhere', 'api/guarantee/paper', (file, fullName) => bringGuarantee(guarantee, file, fullName), !guarantee.signsHere),
      element('details', { id: 'decline' }, element('summary', { class: 'hint' }, words.refuseToSign), reason, declined, element('div', { class: 'row' },
        element('button', { type: 'button', onclick: act(declined, decline, true) }, words.refuseToSign)))) : null
  ].filter(Boolean);
}

async function load() {
  if ((await call('api/visit')).guarantor) {
    const guarantee = guaranteeOf(await call('api/guarantee'));
    by('door').hidden = true;
    by('notice').replaceChildren();
    by('exit').hidden = false;
    by('room').replaceChildren(...guarantee);
    by('room').hidden = false;
    return;
  }
  const room = await call('api/room');
  const writes = waitsFor(room, 'user_complete-application') && room.policyAcceptedAt;
  const [application, documents, offer, agreement] = await Promise.all([
    writes ? applicationOf(room, { element, call, act, part, post, refusedBox, refusalsOf, load }) : null, documentsOf(room), offerOf(room), agreementOf(room)]);
  by('door').hidden = true;
  by('notice').replaceChildren();
  by('exit').hidden = false;
  by('room').replaceChildren(...[headOf(room), policyOf(room), surveyOf(room), application, agreement, offer, documents].filter(Boolean));
  by('room').hidden = false;
  lookAgain(room);
}

const LOOKS = [3000, 5000, 10000, 20000];
let looks = 0;

/** What the bank does by itself takes seconds: the page comes back for it, a few times, while nobody has anything to type. */
function lookAgain(room) {
  if (room.decided || room.waiting.length) looks = 0;
  else if (looks < LOOKS.length) setTimeout(() => { if (by('processing') && !by('room').querySelector('[aria-busy]')) load().catch(() => {}); }, LOOKS[looks++]);
}

document.documentElement.lang = tag;
document.title = words.title;
document.querySelectorAll('[data-text]').forEach(each => { each.textContent = words[each.dataset.text]; });
by('language').textContent = words.other;
by('language').addEventListener('click', speakOther);
by('enter').addEventListener('click', enter);
by('fresh').addEventListener('click', askForFreshLink);
by('exit').addEventListener('click', async () => {
  await post('api/exit', {}).catch(() => {});
  window.location.hash = '';
  link = '';
  atTheDoor(null);
});
if (link.includes('.')) atTheDoor(null);
else load().catch(failure => atTheDoor(failure));
