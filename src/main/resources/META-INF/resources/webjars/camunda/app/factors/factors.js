/** The ranking of factors: for a chosen outcome, what was known beforehand and how the bad rate runs along it. */
import { drawn, element } from '../shouxin/elements.js';
import { furnish } from '../shouxin/page.js';
import { api, call, notSignedIn, refusalsOf, tasklist } from '../shouxin/service.js';
import { percent, summary, words } from './words.js';

const outcome = document.getElementById('outcome');
const population = document.getElementById('population');
const place = document.getElementById('factors');
const told = document.getElementById('summary');

const service = `${api}/factor-rankings`;

function named(bin) {
  if (bin.label === 'null') return words.missing;
  return bin.label === 'rare' ? words.rare : bin.label.replaceAll('"', '');
}

/** Bars of the bad rate, bin by bin; the table below says the same in figures. */
function bars(factor) {
  const width = 320;
  const height = 110;
  const highest = Math.max(...factor.bins.map(bin => bin.badRate), 0.0001);
  const slot = width / factor.bins.length;
  const svg = drawn('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${factor.label}: ${words.badRate}` });
  factor.bins.forEach((bin, place) => {
    const size = (bin.badRate / highest) * (height - 32);
    const bar = drawn('rect', { x: place * slot + slot * 0.15, y: height - 16 - size, width: slot * 0.7, height: size, class: bin.woe > 0 ? 'riskier' : 'safer' });
    bar.append(drawn('title', {}, `${named(bin)}: ${bin.bad}/${bin.cases}, WOE ${bin.woe}`));
    svg.append(bar, drawn('text', { x: (place + 0.5) * slot, y: height - 20 - size }, percent(bin.badRate)));
  });
  svg.append(drawn('path', { d: `M0 ${height - 16} H${width}` }));
  return svg;
}

function card(factor) {
  const rows = factor.bins.map(bin => element('tr', {},
    element('td', {}, named(bin)), element('td', {}, String(bin.cases)), element('td', {}, percent(bin.badRate)), element('td', {}, bin.woe.toFixed(2))));
  return element('article', { class: 'factor', 'data-factor': factor.factor },
    element('h2', {}, factor.label),
    element('p', {}, `IV ${factor.iv.toFixed(4)} · ${factor.strengthLabel}`),
    bars(factor),
    element('table', {},
      element('tr', {}, element('th', {}, ''), element('th', {}, words.cases), element('th', {}, words.badRate), element('th', {}, 'WOE')),
      ...rows));
}

/** Fractions travel as decimal text, as all numbers of the bank do. */
function inNumbers(factor) {
  return { ...factor, iv: Number(factor.iv), bins: factor.bins.map(bin => ({ ...bin, badRate: Number(bin.badRate), woe: Number(bin.woe) })) };
}

function options(select, choices) {
  select.replaceChildren(...choices.map(choice => element('option', { value: choice.code }, choice.label)));
}

function say(failure) {
  const notHis = failure.status === 403 || failure.status === 404;
  place.replaceChildren();
  document.getElementById('question').hidden = notHis;
  told.replaceChildren(notHis ? words.notAllowed : refusalsOf(failure)[0].message, ' ',
    ...(notSignedIn(failure) ? [element('a', { href: tasklist }, words.signIn)] : []));
}

/** Only the newest question is answered on the page: an older answer may arrive later. */
let question = 0;

async function rank() {
  const mine = ++question;
  told.textContent = words.loading;
  place.setAttribute('aria-busy', 'true');
  try {
    const chosen = population.value;
    const ranking = await call(`?outcome=${encodeURIComponent(outcome.value)}&population=${encodeURIComponent(chosen)}`, {}, service);
    if (mine !== question) return;
    if (ranking.obstacle) {
      place.replaceChildren();
      told.textContent = ranking.obstacle;
      return;
    }
    options(population, [{ code: '', label: words.everybody }, ...ranking.populations]);
    population.value = chosen;
    told.textContent = summary(ranking.cases, ranking.bad);
    place.replaceChildren(...ranking.factors.map(inNumbers).map(card));
  } catch (failure) {
    if (mine === question) say(failure);
  } finally {
    if (mine === question) place.removeAttribute('aria-busy');
  }
}

furnish(words);

options(population, [{ code: '', label: words.everybody }]);
outcome.addEventListener('change', () => { population.value = ''; rank(); });
population.addEventListener('change', rank);
call('/outcomes', {}, service).then(outcomes => { options(outcome, outcomes); return rank(); }).catch(say);
