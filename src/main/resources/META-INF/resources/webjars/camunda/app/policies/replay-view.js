/** A replay for people: tiles, migration matrices, charts with their tables, and who is treated otherwise. Used by page and task. */
import { element } from '../shouxin/elements.js';
import { isChinese } from '../shouxin/language.js';
import { pairs } from './charts.js';
import { replayWords as words } from './words.js';

const region = isChinese ? 'zh-CN' : 'en-GB';
const legend = [words.before, words.after];

function count(number) {
  return new Intl.NumberFormat(region).format(number);
}

/** Decimal text in yuan with separators, never through a binary number. */
function yuan(text) {
  if (text === null || text === undefined) return '—';
  const [whole, fraction = ''] = String(text).split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + '.' + (fraction + '00').slice(0, 2);
}

function short(number) {
  return new Intl.NumberFormat(region, { notation: 'compact', maximumFractionDigits: 2 }).format(number);
}

function percent(part, whole) {
  return whole > 0 ? new Intl.NumberFormat(region, { style: 'percent', minimumFractionDigits: 2 }).format(part / whole) : '—';
}

function signed(before, after) {
  const moved = Number(after) - Number(before);
  if (!moved) return '±0';
  const size = Math.abs(moved);
  return `${moved > 0 ? '+' : '−'}${size < 100000 ? new Intl.NumberFormat(region, { maximumFractionDigits: 2 }).format(size) : short(size)}`;
}

function tile(label, value, below, tone = '') {
  return element('div', { class: 'rp-tile' }, element('span', { class: 'k' }, label),
    element('strong', { class: tone }, value), element('span', { class: 'k' }, below || ''));
}

function table(head, rows, className = '') {
  return element('div', { class: 'rp-scroll sx-scroll', tabindex: '0' }, element('table', { class: `rp-table ${className}` },
    element('thead', {}, element('tr', {}, ...head.map((cell, at) => element('th', { scope: 'col', class: at ? 'num' : '' }, cell)))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map((cell, at) => element(at ? 'td' : 'th', at ? { class: 'num' } : { scope: 'row' }, cell)))))));
}

function matrix(group, grades, word) {
  const most = Math.max(1, ...group.migration.flat());
  const cell = (number, from, to) => {
    const tone = from === to ? 'same' : to < from ? 'better' : 'worse';
    const made = element('td', { class: `num ${number ? tone : 'empty'}` }, number ? count(number) : '·');
    if (number) made.style.setProperty('--heat', (0.18 + 0.5 * number / most).toFixed(2));
    return made;
  };
  return element('div', { class: 'rp-scroll sx-scroll', tabindex: '0' }, element('table', { class: 'rp-table rp-matrix' },
    element('caption', {}, words.migrationHint),
    element('thead', {}, element('tr', {}, element('th', { class: 'corner' }, `${words.before} ↓ / ${words.after} →`), ...grades.map(grade => element('th', { scope: 'col', class: 'num' }, word('grade', grade))))),
    element('tbody', {}, ...group.migration.map((row, from) => element('tr', {}, element('th', { scope: 'row' }, word('grade', grades[from])),
      ...row.map((number, to) => cell(number, from, to)))))));
}

function distribution(group, grades, word) {
  const before = group.migration.map(row => row.reduce((sum, number) => sum + number, 0));
  const after = grades.map((grade, to) => group.migration.reduce((sum, row) => sum + row[to], 0));
  return pairs(words.grades, grades.map(grade => word('grade', grade)), before, after, count, legend);
}

function left(group, word) {
  const reasons = Object.entries(group.notReplayed);
  return reasons.length ? element('p', { class: 'rp-left' }, `${words.notReplayed}: `,
    reasons.map(([reason, number]) => `${word('notReplayed', reason)} ${count(number)}`).join(isChinese ? '；' : '; ')) : null;
}

function loss(group) {
  return table(['', words.before, words.after, words.difference], [
    [words.exposure, yuan(group.exposureBefore), yuan(group.exposureAfter), signed(group.exposureBefore, group.exposureAfter)],
    [words.expectedLoss, yuan(group.expectedLossBefore), yuan(group.expectedLossAfter), signed(group.expectedLossBefore, group.expectedLossAfter)],
    [words.share, percent(group.expectedLossBefore, group.exposureBefore), percent(group.expectedLossAfter, group.exposureAfter), '']
  ]);
}

function part(title, hint, ...children) {
  return element('section', { class: 'rp-part' }, element('h3', {}, title), hint ? element('p', { class: 'rp-hint' }, hint) : null, ...children);
}

function beside(...children) {
  return element('div', { class: 'rp-beside' }, ...children);
}

function change(before, after, told) {
  if (before === after) return told(before);
  return `${told(before)} → ${told(after)}`;
}

/** The list goes on on demand. */
function list(replay, word, loadLines) {
  if (!replay.treatedOtherwise) return element('p', { class: 'rp-hint' }, words.nobody);
  const body = element('tbody', {});
  const more = element('button', { type: 'button', class: 'rp-more' }, words.more);
  const next = async () => {
    more.disabled = true;
    const lines = await loadLines(body.childElementCount);
    body.append(...lines.map(line => element('tr', {},
      element('th', { scope: 'row' }, line.subject),
      element('td', {}, change(line.gradeBefore, line.gradeAfter, code => word('grade', code))),
      element('td', { class: 'num' }, line.limitBefore ? change(line.limitBefore, line.limitAfter, yuan) : '—'),
      element('td', {}, line.tierBefore || line.tierAfter ? change(line.tierBefore, line.tierAfter, code => (code ? word('tier', code) : words.none)) : '—'))));
    more.disabled = false;
    more.hidden = !lines.length || body.childElementCount >= replay.treatedOtherwise;
  };
  more.addEventListener('click', next);
  next();
  return element('div', {}, element('div', { class: 'rp-scroll sx-scroll', tabindex: '0' }, element('table', { class: 'rp-table' },
    element('thead', {}, element('tr', {}, element('th', {}, words.subject), element('th', {}, words.grade),
      element('th', { class: 'num' }, words.limit), element('th', {}, words.tier))), body)), more);
}

/**
 * @param replay    as the API tells it
 * @param word      (prefix, code) to words
 * @param loadLines number of lines shown to a promise of the next ones
 */
export function replayView(replay, word, loadLines) {
  const { applications, customers, gradeOrder: grades, tierOrder: tiers } = replay;
  const { limits } = applications;
  const tier = tiersOf => tiers.map(code => tiersOf[code] || 0);
  return element('div', { class: 'rp' },
    element('div', { class: 'rp-tiles' },
      tile(words.replayed, count(applications.replayed), `${words.of} ${count(applications.found)}`),
      tile(words.customersReplayed, count(customers.replayed), `${words.of} ${count(customers.found)}`),
      tile(words.moved, count(applications.better + applications.worse), `${words.better} ${count(applications.better)} · ${words.worse} ${count(applications.worse)}`),
      tile(words.limits, signed(limits.before, limits.after), `${yuan(limits.before)} → ${yuan(limits.after)}`),
      tile(words.loss, signed(applications.expectedLossBefore, applications.expectedLossAfter), `${yuan(applications.expectedLossBefore)} → ${yuan(applications.expectedLossAfter)}`)),
    part(`${words.applications} · ${words.migration}`, null, beside(matrix(applications, grades, word), distribution(applications, grades, word)), left(applications, word)),
    part(words.limitMoves, null, beside(
      table(['', words.cases, words.byAmount], [
        [words.raised, count(limits.raised), yuan(limits.raisedBy)],
        [words.gained, count(limits.gained), ''],
        [words.lowered, count(limits.lowered), yuan(limits.loweredBy)],
        [words.lost, count(limits.lost), ''],
        [words.counted, count(limits.counted), `${yuan(limits.before)} → ${yuan(limits.after)}`],
        [words.notRecounted, count(limits.notRecounted), '']]),
      pairs(words.limits, [words.limits], [Number(limits.before)], [Number(limits.after)], short, legend))),
    part(words.load, words.loadHint, beside(
      table(['', words.before, words.after, words.difference], tiers.map(code => [word('tier', code), count(applications.tiersBefore[code] || 0),
        count(applications.tiersAfter[code] || 0), signed(applications.tiersBefore[code] || 0, applications.tiersAfter[code] || 0)])),
      pairs(words.load, tiers.map(code => word('tier', code)), tier(applications.tiersBefore), tier(applications.tiersAfter), count, legend))),
    part(words.expectedLoss, words.lossHint, beside(
      element('div', {}, element('h4', {}, words.applications), loss(applications), element('h4', {}, words.customers), loss(customers)),
      pairs(words.expectedLoss, [words.applications, words.customers],
        [Number(applications.expectedLossBefore), Number(customers.expectedLossBefore)],
        [Number(applications.expectedLossAfter), Number(customers.expectedLossAfter)], short, legend))),
    part(`${words.customers} · ${words.migration}`, null, beside(matrix(customers, grades, word), distribution(customers, grades, word)), left(customers, word)),
    part(`${words.who} (${count(replay.treatedOtherwise)})`, null, list(replay, word, loadLines)));
}
