/** The page of connected groups: who stands behind whom on a day, what that makes of the groups, circles; officers enter and decide here. */
import { language } from '../shouxin/language.js';
import { element, drawn, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { call, notSignedIn, refusalsOf } from '../shouxin/service.js';
import { entryForm, fileForm, post } from './entry.js';
import { graph } from './graph.js';
import { words } from './words.js';

const by = id => document.getElementById(id);
let labels = {};
let me = { roles: [] };
let names = new Map();
let shown = null;

const word = (prefix, code) => labels[`${prefix}.${code}`] || code;
const nameOf = id => (names.get(id) ? names.get(id).name : id);
const may = (...roles) => roles.some(role => me.roles.includes(role));
const mayEnter = () => may('RELATIONSHIP_MANAGER', 'ANALYST', 'CREDIT_MANAGER');
const mayJudge = () => may('ANALYST', 'CREDIT_MANAGER', 'SENIOR_CREDIT_MANAGER', 'RISK_DIRECTOR');
const percentText = value => (value === null || value === undefined ? '' : `${value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value}%`);
const grouped = amount => { const [whole, rest] = amount.split('.'); return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? `.${rest}` : ''); };
/** The bank's business date, as the server tells it. */
let today = '';

function failed(failure) {
  by('notice').replaceChildren(element('p', {}, notSignedIn(failure) ? words.notSignedIn : failure.status === 404 || failure.status === 403 ? words.notAllowed : words.notLoaded));
}

function part(title, ...content) {
  return element('div', { class: 'part' }, element('h3', {}, title), ...content);
}

function sentence(link) {
  const votes = link.percent ? ` (${percentText(link.percent)})` : '';
  return `${nameOf(link.one)} ${word('connectionReason', link.reason)} ${nameOf(link.other)}${votes}`;
}

function circleText(circle) {
  return `${[...circle.parties, circle.parties[0]].map(nameOf).join(' → ')}`;
}

async function learn(ids) {
  const unknown = [...new Set(ids)].filter(id => !names.has(id));
  await Promise.all(unknown.slice(0, 60).map(id => call(`/parties?limit=1&text=${encodeURIComponent(id)}`)
    .then(found => found.forEach(party => names.set(party.id, party))).catch(() => {})));
}

/* Proposals */

function proposalCard(proposal) {
  const refused = element('div', { class: 'refused', role: 'alert' });
  const reason = element('input', { type: 'text', maxlength: '500', class: 'why' });
  const name = element('input', { type: 'text', maxlength: '100', value: proposal.proposedName || '' });
  const answer = verdict => post(`/group-proposals/${proposal.id}/${verdict}`, { reason: reason.value, groupName: name.value || null })
    .then(() => refresh()).catch(failure => showRefusals(refused, refusalsOf(failure)));
  const acts = mayJudge() ? element('div', { class: 'answer' },
    proposal.kind === 'NEW_GROUP' ? element('label', {}, words.groupName, name) : element('span', {}),
    element('label', {}, words.reason, reason),
    element('button', { type: 'button', class: 'strong accept', onclick: () => answer('acceptance') }, words.accept),
    ...(proposal.rejected ? [] : [element('button', { type: 'button', class: 'quiet reject', onclick: () => answer('rejection') }, words.reject)])) : '';
  return element('article', { class: `proposal${proposal.rejected ? ' no' : ''}`, 'data-proposal': proposal.kind },
    element('h3', {}, word('proposalKind', proposal.kind)),
    proposal.kind === 'NEW_GROUP' ? null : element('p', {}, element('strong', {}, proposal.proposedName)),
    element('p', {}, proposal.customers.map(nameOf).join(language === 'zh' ? '、' : ', ')),
    proposal.rejected ? element('p', { class: 'hint' }, `${words.rejected}: ${proposal.rejectReason}`) : null,
    element('ul', {}, ...proposal.links.slice(0, 20).map(link => element('li', {}, sentence(link)))), refused, acts);
}

async function listProposals() {
  const all = await call('/group-proposals');
  const few = all.slice(0, 50);
  await learn(few.flatMap(proposal => [...proposal.customers, ...proposal.links.slice(0, 20).flatMap(link => [link.one, link.other])]));
  by('proposals').replaceChildren(...(few.length ? few.map(proposalCard) : [element('p', { class: 'nothing' }, words.noProposals)]));
  by('proposals-of-all').hidden = false;
}

async function listCircles(known) {
  const report = known || await call('/relation-circles');
  const few = report.circles.slice(0, 50);
  await learn(few.flatMap(circle => circle.parties));
  by('circles').replaceChildren(...(few.length ? few.map(circle => element('p', { class: 'flag bad' }, element('strong', {}, word('circleKind', circle.kind)), circleText(circle)))
    : [element('p', { class: 'nothing' }, words.noCircles)]), ...(report.longer || !report.complete ? [element('p', { class: 'hint' }, words.circlesLonger)] : []));
  by('circles-of-all').hidden = false;
}

/* One party */

/** Relations by which the party is controlled, from its controllers down. */
function chain(picture) {
  const held = new Set();
  const below = new Set([picture.party.id]);
  const from = new Map(picture.relations.map(each => [each.id, each.from]));
  for (let grown = true; grown;) {
    grown = false;
    picture.links.filter(link => link.reason.endsWith('CONTROL') && below.has(link.other)).forEach(link => link.relations.forEach(id => {
      if (held.has(id)) return;
      held.add(id);
      if (from.has(id)) below.add(from.get(id));
      grown = true;
    }));
  }
  picture.controls.forEach(link => link.relations.forEach(id => held.add(id)));
  return held;
}

function label(group) {
  const [first] = group;
  if (first.kind === 'SHAREHOLDING') return percentText(first.percent);
  if (first.kind === 'VOTING_CONTROL') return `${word('relationKind', first.kind)} ${percentText(first.percent)}`;
  if (first.kind === 'GUARANTEE') return `${word('relationKind', first.kind)}${group.length > 1 ? ` ×${group.length}` : ''}`;
  if (first.kind === 'ECONOMIC_DEPENDENCE') return `${word('relationKind', first.kind)} ${percentText(first.percent)}`;
  return group.map(each => word('relationDetail', each.detail)).join('/');
}

function legend() {
  const line = kind => drawn('svg', { width: 34, height: 10, 'aria-hidden': 'true' }, drawn('path', { d: 'M0 5 H34', class: `edge ${kind}` }));
  by('legend').replaceChildren(...[['SHAREHOLDING chain', words.controlChain], ...['SHAREHOLDING', 'KEY_PERSON', 'RELATIVE', 'ECONOMIC_DEPENDENCE', 'GUARANTEE']
    .map(kind => [kind, word('relationKind', kind)])].map(([kind, text]) => element('span', {}, line(kind), text)));
}

function flags(picture) {
  const open = picture.proposals.some(proposal => !proposal.rejected && proposal.kind !== 'MEMBER_TO_LEAVE');
  const made = picture.circles.map(circle => element('p', { class: 'flag bad' }, element('strong', {}, word('circleKind', circle.kind)), words.circleFlag, circleText(circle)));
  if (open) made.unshift(element('p', { class: 'flag', 'data-flag': 'unconfirmed' }, words.unconfirmedFlag));
  if (!made.length && picture.party.customer) made.push(element('p', { class: 'flag good' }, words.calmFlag));
  by('flags').replaceChildren(...made);
}

function table(heads, rows) {
  return element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
    element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, head)))), element('tbody', {}, ...rows)));
}

function findings(picture, memberships) {
  const made = picture.proposals.map(proposalCard);
  if (picture.links.length) made.push(part(words.why, element('ul', { class: 'reasons' }, ...picture.links.slice(0, 40).map(link => element('li', {}, sentence(link)))),
    element('p', { class: 'hint' }, `${words.rules} ${picture.rules.version}`)));
  if (picture.controls.length) made.push(part(words.controls, element('ul', { class: 'reasons' }, ...picture.controls.slice(0, 40)
    .map(link => element('li', {}, `${nameOf(link.other)} ${percentText(link.percent)}`)))));
  if (!picture.ownersKnown) made.push(part(words.owners, element('p', { class: 'nothing' }, words.ownersUnknown)));
  else if (picture.owners.length) made.push(part(words.owners, element('ul', { class: 'reasons' }, ...picture.owners.slice(0, 20)
    .map(owner => element('li', {}, `${nameOf(owner.owner)} ${percentText(owner.percent)}${owner.ultimate ? ` · ${words.ultimate}` : ''}`)))));
  if (picture.guarantors.length) made.push(part(words.guarantors, element('ul', { class: 'reasons' }, ...picture.guarantors.slice(0, 40)
    .map(step => element('li', {}, `${words.level}${step.level}${words.levelEnd}: ${nameOf(step.guarantee.from)} → ${nameOf(step.guarantee.to)} · ${step.guarantee.currency} ${grouped(step.guarantee.amount)} · ${words.until} ${step.guarantee.validTo}`)))));
  if (memberships.length) made.push(part(words.memberships, element('ul', { class: 'reasons' }, ...memberships
    .map(each => element('li', {}, `${each.groupName} · ${words.since} ${each.validFrom} ${words.until} ${each.validTo || words.now}${each.joinReason ? ` · ${each.joinReason}` : ''}${each.leaveReason ? ` · ${each.leaveReason}` : ''}`)))));
  by('findings').replaceChildren(...made);
}

function figure(relation) {
  if (relation.amount) return `${relation.currency} ${grouped(relation.amount)}`;
  return relation.percent ? percentText(relation.percent) : '';
}

function endForm(relation, place) {
  const lastDay = element('input', { type: 'date', value: today });
  const reason = element('input', { type: 'text', maxlength: '500' });
  const mistaken = element('input', { type: 'checkbox' });
  const refused = element('div', { class: 'refused wide', role: 'alert' });
  mistaken.style.display = 'inline';
  mistaken.style.width = 'auto';
  place.replaceChildren(element('div', { class: 'entry' }, element('label', {}, words.validTo, lastDay), element('label', {}, words.reason, reason),
    element('label', {}, mistaken, ` ${words.mistaken}`), refused, element('div', { class: 'wide' }, element('button', { type: 'button', class: 'strong', onclick: () =>
      post(`/relations/${relation.id}/end`, { lastDay: mistaken.checked ? null : lastDay.value || null, reason: reason.value, mistaken: mistaken.checked })
        .then(refresh).catch(failure => showRefusals(refused, refusalsOf(failure))) }, words.endConfirm))));
}

function relationRows(relations, day) {
  const rows = relations.map(relation => {
    const past = relation.annulled || (relation.validTo && relation.validTo < day) || relation.validFrom > day;
    const act = element('td', { class: 'whole' });
    if (relation.annulled) act.textContent = words.annulled;
    else if (mayEnter() && !relation.endedBy) act.append(element('button', { type: 'button', class: 'quiet', onclick: () => endForm(relation, act) }, words.end));
    const detail = relation.kind === 'GUARANTEE' ? relation.detail : relation.detail ? word('relationDetail', relation.detail) + (relation.generations ? ` ${relation.generations}` : '') : '';
    return element('tr', past ? { class: 'past' } : {}, element('td', { class: 'whole' }, word('relationKind', relation.kind)),
      element('td', {}, `${nameOf(relation.from)} → ${nameOf(relation.to)}`), element('td', { class: 'num' }, figure(relation)), element('td', {}, detail),
      element('td', { class: 'whole' }, `${relation.validFrom} – ${relation.validTo || ''}`),
      element('td', {}, `${relation.source} · ${relation.evidence}${relation.endReason ? ` (${relation.endReason})` : ''}`), act);
  });
  by('relations').replaceChildren(rows.length ? table([words.kind, words.who, words.figure, words.detail, words.validFrom, words.source, ''], rows)
    : element('p', { class: 'nothing' }, words.noRelations));
}

async function show(id, day) {
  const asked = `${id} ${day}`;
  shown = { id, day, asked };
  const [picture, relations, memberships] = await Promise.all([call(`/parties/${encodeURIComponent(id)}/connections?asOf=${day}`),
    call(`/parties/${encodeURIComponent(id)}/relations`), call(`/customers/${encodeURIComponent(id)}/memberships`).catch(() => [])]);
  if (shown.asked !== asked) return;
  picture.parties.forEach(party => names.set(party.id, party));
  await learn(relations.slice(0, 60).flatMap(relation => [relation.from, relation.to]));
  const { party } = picture;
  window.history.replaceState(null, '', `?party=${encodeURIComponent(party.id)}${day === today ? '' : `&asOf=${day}`}`);
  by('party-name').textContent = party.name;
  by('party-facts').textContent = [party.id, party.customer ? words.customer : words.outside, party.identifierMasked,
    party.customer ? `${words.inGroup}: ${party.groupName || words.noGroup}` : null].filter(Boolean).join(' · ');
  by('as-of').value = day;
  by('as-of').max = today;
  by('graph').replaceChildren(picture.relations.length ? graph(picture, { focus: party.id, chain: chain(picture), label, title: words.graph,
    second: each => (each.customer ? each.groupName || each.id : `${words.outside} · ${each.kind === 'INDIVIDUAL' ? words.person : words.firm}`),
    open: other => show(other, day).catch(failed) }) : element('p', { class: 'nothing' }, words.noRelations),
    ...(picture.abridged ? [element('p', { class: 'hint' }, words.abridged)] : []));
  legend();
  flags(picture);
  findings(picture, memberships);
  relationRows(relations, day);
  by('add').hidden = !mayEnter();
  by('take').hidden = !mayEnter();
  by('entry').replaceChildren(entryForm(party, word, today, refresh));
  by('file-entry').replaceChildren(fileForm(word, refresh));
  by('party').hidden = false;
  const svg = by('graph').querySelector('.node.focus');
  if (svg) by('graph').scrollLeft = Math.max(0, svg.getBBox().x + svg.transform.baseVal[0].matrix.e - by('graph').clientWidth / 2 + 74);
}

function refresh() {
  const again = shown ? [show(shown.id, shown.day)] : [];
  return Promise.all([...again, listProposals(), listCircles()]).catch(failed);
}

async function find() {
  const text = by('search').value.trim();
  if (!text && shown) {
    by('parties').replaceChildren();
    return;
  }
  const found = await call(`/parties?limit=12&text=${encodeURIComponent(text)}`);
  if (text !== by('search').value.trim()) return;
  found.forEach(party => names.set(party.id, party));
  by('parties').replaceChildren(...(found.length ? found.map(party => element('button', { type: 'button', onclick: () => { by('search').value = ''; by('parties').replaceChildren(); show(party.id, today).catch(failed); } },
    party.name, element('small', {}, `${party.id}${party.customer ? '' : ` · ${words.outside}`}`))) : [element('p', { class: 'nothing' }, words.none)]));
}

furnish(words);
let waiting = null;
by('search').addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => find().catch(failed), 250); });
by('as-of').addEventListener('change', () => { if (shown && by('as-of').value) show(shown.id, by('as-of').value).catch(failed); });
by('today').addEventListener('click', () => { if (shown) show(shown.id, today).catch(failed); });

const asked = new URLSearchParams(window.location.search);
Promise.all([call(`/wording?language=${language}`), call('/me')]).then(async ([known, person]) => {
  labels = known;
  me = person;
  if (!person.roles.some(role => role !== 'APPLICANT')) {
    by('notice').replaceChildren(element('p', {}, words.notAllowed));
    return null;
  }
  by('find').hidden = false;
  const report = await call('/relation-circles');
  today = report.asOf;
  const start = asked.get('party') ? show(asked.get('party'), asked.get('asOf') || today) : Promise.resolve();
  return Promise.all([start, find(), listProposals(), listCircles(report)]);
}).catch(failed);
