/** Entering relations: one by one, or from a file. */
import { element, showRefusals } from '../shouxin/elements.js';
import { api, call, refusalsOf } from '../shouxin/service.js';
import { words } from './words.js';

const DETAILS = {
  KEY_PERSON: ['LEGAL_REPRESENTATIVE', 'DIRECTOR', 'EXECUTIVE', 'ACTUAL_CONTROLLER'],
  RELATIVE: ['SPOUSE', 'DIRECT_LINE', 'COLLATERAL'],
  ECONOMIC_DEPENDENCE: ['SALES', 'PURCHASES', 'REPAYMENT']
};
const KINDS = ['SHAREHOLDING', 'VOTING_CONTROL', 'KEY_PERSON', 'RELATIVE', 'ECONOMIC_DEPENDENCE', 'GUARANTEE'];

export const post = (path, body) => call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

function field(label, input, wide) {
  return element('label', wide ? { class: 'wide' } : {}, label, input);
}

function options(select, codes, word) {
  select.replaceChildren(element('option', { value: '' }, words.choose), ...codes.map(code => element('option', { value: code }, word(code))));
}

/** A party to be searched by name; who isn't found can be named as an outside party. */
function picker(label, start) {
  const input = element('input', { type: 'text', autocomplete: 'off', placeholder: words.search });
  const found = element('div', { class: 'pick', 'aria-live': 'polite' });
  const chosen = { id: start ? start.id : '' };
  input.value = start ? start.name : '';
  const choose = party => { chosen.id = party.id; input.value = party.name; found.replaceChildren(); };
  const name = kind => post('/parties', { kind, name: input.value.trim() }).then(choose)
    .catch(failure => showRefusals(found, refusalsOf(failure)));
  let waiting = null;
  input.addEventListener('input', () => {
    chosen.id = '';
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = input.value.trim();
      if (!text) { found.replaceChildren(); return; }
      const parties = await call(`/parties?limit=5&text=${encodeURIComponent(text)}`).catch(() => []);
      if (chosen.id) return;
      found.replaceChildren(...parties.map(party => element('button', { type: 'button', onclick: () => choose(party) }, party.name, element('small', {}, party.id))),
        element('button', { type: 'button', onclick: () => name('ENTERPRISE') }, words.newParty, words.firm),
        element('button', { type: 'button', onclick: () => name('INDIVIDUAL') }, words.newParty, words.person));
    }, 250);
  });
  return { place: element('div', {}, field(label, input), found), chosen };
}

/** @param done called after a relation was entered */
export function entryForm(party, word, day, done) {
  const kind = element('select', { id: 'entry-kind' });
  options(kind, KINDS, code => word('relationKind', code));
  const from = picker(words.from, null);
  const to = picker(words.to, party);
  const percent = element('input', { type: 'text', inputmode: 'decimal', id: 'entry-percent' });
  const detail = element('select', {});
  const contract = element('input', { type: 'text', maxlength: '100' });
  const generations = element('input', { type: 'number', min: '1', max: '9' });
  const amount = element('input', { type: 'text', inputmode: 'decimal' });
  const currency = element('input', { type: 'text', maxlength: '3', value: 'CNY' });
  const validFrom = element('input', { type: 'date', value: day });
  const validTo = element('input', { type: 'date' });
  const source = element('input', { type: 'text', maxlength: '200', id: 'entry-source' });
  const evidence = element('textarea', { rows: '2', maxlength: '1000', id: 'entry-evidence' });
  const refused = element('div', { class: 'refused wide', role: 'alert' });
  const save = element('button', { type: 'submit', class: 'strong' }, words.save);
  const only = [[field(words.percent, percent), ['SHAREHOLDING', 'VOTING_CONTROL', 'ECONOMIC_DEPENDENCE']], [field(words.detail, detail), Object.keys(DETAILS)],
    [field(words.generations, generations), ['RELATIVE']], [field(words.contract, contract), ['GUARANTEE']], [field(words.amount, amount), ['GUARANTEE']],
    [field(words.currency, currency), ['GUARANTEE']]];
  const fit = () => {
    only.forEach(([place, kinds]) => { place.hidden = !kinds.includes(kind.value); });
    options(detail, DETAILS[kind.value] || [], code => word('relationDetail', code));
  };
  const form = element('form', { class: 'entry', novalidate: '' }, field(words.kind, kind), from.place, to.place, ...only.map(([place]) => place),
    field(words.validFrom, validFrom), field(words.validTo, validTo), field(words.source, source), field(words.evidence, evidence, true), refused,
    element('div', { class: 'wide' }, save));
  kind.addEventListener('change', fit);
  fit();
  form.addEventListener('submit', async event => {
    event.preventDefault();
    save.disabled = true;
    const told = (input, fits) => (only.find(([place]) => place.contains(input))[1].includes(kind.value) && fits !== false ? input.value.trim() || null : null);
    try {
      await post('/relations', {
        kind: kind.value || null, from: from.chosen.id, to: to.chosen.id, percent: told(percent),
        detail: kind.value === 'GUARANTEE' ? told(contract) : told(detail), generations: told(generations, detail.value !== 'SPOUSE'),
        amount: told(amount), currency: told(currency), validFrom: validFrom.value || null, validTo: validTo.value || null,
        source: source.value, evidence: evidence.value
      });
      done();
    } catch (failure) {
      showRefusals(refused, refusalsOf(failure));
    } finally {
      save.disabled = false;
    }
  });
  return form;
}

function judged(preview, word) {
  const row = each => element('tr', {}, element('td', { class: 'num' }, String(each.line)), element('td', {}, `${each.from || '—'} → ${each.to || '—'}`),
    element('td', {}, word('relationRow', each.standing)), element('td', {}, each.problems.map(problem => problem.message).join(' ')));
  return element('div', { class: 'sx-scroll', tabindex: '0' }, element('table', {},
    element('thead', {}, element('tr', {}, ...[words.line, words.who, words.standing, words.reason].map(head => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...preview.rows.map(row))));
}

/** @param done called after a file was brought in */
export function fileForm(word, done) {
  const file = element('input', { type: 'file', accept: '.csv,.xlsx' });
  const told = element('div', { class: 'wide', 'aria-live': 'polite' });
  const look = element('button', { type: 'button', class: 'quiet' }, words.preview);
  const take = element('button', { type: 'button', class: 'strong' }, words.bringIn);
  take.disabled = true;
  const send = path => {
    const body = new FormData();
    body.append('file', file.files[0]);
    return call(path, { method: 'POST', body });
  };
  const tell = failure => { showRefusals(told, refusalsOf(failure)); told.classList.add('refused'); };
  file.addEventListener('change', () => { take.disabled = true; told.replaceChildren(); });
  look.addEventListener('click', () => file.files.length && send('/relations/preview').then(preview => {
    told.classList.remove('refused');
    told.replaceChildren(...preview.problems.map(problem => element('p', {}, problem.message)), ...(preview.rows.length ? [judged(preview, word)] : []));
    take.disabled = !preview.importable;
  }).catch(tell));
  take.addEventListener('click', () => send('/relations/import').then(() => { told.replaceChildren(element('p', {}, words.broughtIn)); done(); }).catch(tell));
  return element('div', { class: 'entry' }, field(words.file, file), element('div', {}, look, ' ', take, ' ',
    element('a', { href: `${api}/relations/template.csv` }, words.template)), told);
}
