/** The policy replay: drafts, their replay over past and present, and the way to their submission. */
import { language } from '../shouxin/language.js';
import { definitions, element, showRefusals } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { day, moment } from '../shouxin/words.js';
import { replayView } from './replay-view.js';
import { words } from './words.js';

const POLICIES = ['scorecard-statements', 'scorecard-property', 'scorecard-trade', 'scorecard-invoices', 'scorecard-individual', 'knock-out', 'grade-scale', 'grade-terms', 'approval-authority', 'loss-given-default'];
const by = id => document.getElementById(id);

let labels = {};
let me = null;

const word = (prefix, code) => labels[`${prefix}.${code}`] || code;

const failed = failure => showRefusals(by('notice'), refusalsOf(failure));
const mayDraft = () => me && ['POLICY_OFFICER', 'RISK_DIRECTOR'].some(role => me.roles.includes(role));

function status(draft) {
  return element('span', { class: 'status', 'data-status': draft.status === 'PUBLISHED' ? 'ACTIVE' : draft.status === 'REFUSED' ? 'DECLINED' : draft.status }, draft.statusLabel);
}

async function loadDrafts(chosen) {
  const drafts = await call('/policy-drafts');
  if (!drafts.length) {
    by('drafts').replaceChildren(element('p', { class: 'nothing' }, words.noDrafts));
    return;
  }
  const row = draft => element('tr', draft.draftId === chosen ? { class: 'on' } : {},
    element('td', {}, element('button', { type: 'button', onclick: () => open(draft.draftId) }, draft.draftId)),
    element('td', {}, draft.policyLabel), element('td', {}, draft.version), element('td', {}, draft.title),
    element('td', {}, draft.authorName), element('td', {}, moment(draft.uploadedAt)), element('td', {}, status(draft)));
  by('drafts').replaceChildren(element('div', { class: 'scroll', tabindex: '0' }, element('table', {},
    element('thead', {}, element('tr', {}, ...['', words.policy, words.version, words.change, words.author, words.uploadedAt, words.status].map(head => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...drafts.map(row)))));
}

async function send(path, file, method) {
  const data = new FormData();
  data.append('file', file);
  return call(path, { method, body: data });
}

/** A file is handed over as soon as it is chosen. */
function chooser(label, act) {
  const input = element('input', { type: 'file' });
  input.addEventListener('change', async () => {
    by('notice').replaceChildren();
    try {
      await act(input.files[0]);
    } catch (failure) {
      failed(failure);
    }
    input.value = '';
  });
  return element('label', { class: 'button quiet' }, label, input);
}

function acts(draft, replays) {
  const here = `/policy-drafts/${encodeURIComponent(draft.draftId)}`;
  const row = element('div', { class: 'acts' });
  const own = me && draft.author === me.id && ['DRAFT', 'RETURNED'].includes(draft.status);
  if (mayDraft()) {
    const run = element('button', { type: 'button', class: 'button strong' }, words.run);
    run.addEventListener('click', async () => {
      run.disabled = true;
      run.textContent = words.running;
      by('notice').replaceChildren();
      try {
        await call(`${here}/replays`, { method: 'POST' });
        await open(draft.draftId);
      } catch (failure) {
        failed(failure);
        run.disabled = false;
        run.textContent = words.run;
      }
    });
    row.append(run);
  }
  if (own) {
    if (draft.status === 'DRAFT' && replays.length && replays[0].sha256 === draft.sha256) {
      row.append(element('a', { class: 'button strong', href: `${tasklist}#/?processStart=policy-publication` }, words.submit));
    }
    row.append(
      chooser(words.revise, async file => { await send(`${here}/file`, file, 'PUT'); await open(draft.draftId); }),
      chooser(words.attach, async file => { await send(`${here}/attachments`, file, 'POST'); await open(draft.draftId); }));
  }
  row.append(element('a', { class: 'button quiet', href: `${api}${here}/file`, download: '' }, words.download));
  return row;
}

async function open(draftId) {
  by('notice').replaceChildren();
  try {
    const here = `/policy-drafts/${encodeURIComponent(draftId)}`;
    const [draft, replays, path] = await Promise.all([call(here), call(`${here}/replays`), call(`${here}/path-forecast`), loadDrafts(draftId)]);
    window.history.replaceState(null, '', `#${draftId}`);
    const files = draft.attachments.map(file => element('a', { href: `${api}${here}/attachments/${file.number}`, download: '' }, file.fileName));
    by('draft').replaceChildren(element('article', { class: 'card' },
      element('div', { class: 'head' }, element('h3', {}, `${draft.policyLabel} ${draft.version} · ${draft.title}`), status(draft)),
      definitions([[words.source, draft.source], [words.author, draft.authorName], [words.uploadedAt, moment(draft.uploadedAt)],
        [words.effectiveFrom, draft.effectiveFrom ? day(draft.effectiveFrom) : null], [words.decidedBy, draft.decidedByName], [words.remark, draft.remark],
        [words.path, draft.decidedBy ? null : path.steps.map(step => step.tier === 'COMMITTEE' ? words.committee : `${words.director} (${step.may.map(login => path.people[login]).join(', ') || '—'})`).join(' → ')],
        [words.fingerprint, element('span', { class: 'hash' }, draft.sha256)],
        [words.attachments, files.length ? element('span', {}, ...files.flatMap((file, at) => (at ? [', ', file] : [file]))) : null]]),
      acts(draft, replays)));
    by('draft').hidden = false;
    const current = replays.find(replay => replay.sha256 === draft.sha256);
    by('replay').hidden = false;
    by('replay').replaceChildren(...(current ? [
      element('h2', {}, `${words.replays} ${current.replayId}`),
      element('p', { class: 'lead' }, `${words.runAt} ${moment(current.runAt)} ${words.by} ${current.runBy === draft.author ? draft.authorName : current.runBy}`),
      replayView(current, word, shown => call(`${here}/replays/${current.replayId}/lines?after=${shown}&size=50`))]
      : [element('p', { class: 'nothing' }, words.notReplayedYet)]));
  } catch (failure) {
    failed(failure);
  }
}

/* Uploading */

const dialog = by('upload');

async function upload(event) {
  event.preventDefault();
  by('send').disabled = true;
  const data = new FormData();
  ['policy', 'title', 'source'].forEach(name => data.append(name, by(name).value));
  data.append('file', by('file').files[0] || new Blob([]));
  try {
    const draft = await call('/policy-drafts', { method: 'POST', body: data });
    dialog.close();
    await open(draft.draftId);
  } catch (failure) {
    showRefusals(by('upload-refused'), refusalsOf(failure));
  } finally {
    by('send').disabled = false;
  }
}

/* The page */

furnish(words);
by('new').addEventListener('click', () => {
  by('upload-refused').replaceChildren();
  dialog.showModal();
});
by('cancel').addEventListener('click', () => dialog.close());
dialog.querySelector('form').addEventListener('submit', upload);

async function start() {
  try {
    [me, labels] = await Promise.all([call('/me'), call(`/wording?language=${language}`)]);
    by('policy').replaceChildren(...POLICIES.map(policy => element('option', { value: policy }, word('policy', policy))));
    by('new').hidden = !mayDraft();
    const named = window.location.hash.slice(1);
    await loadDrafts(named);
    if (named) await open(named);
  } catch (failure) {
    if (notSignedIn(failure)) {
      by('drafts').replaceChildren(element('p', { class: 'nothing' }, words.notSignedIn, ' ', element('a', { href: tasklist }, words.signIn)));
    } else if (failure.status === 404) {
      by('drafts').replaceChildren(element('p', { class: 'nothing' }, words.notForYou));
    } else {
      failed(failure);
    }
  }
}

start();
