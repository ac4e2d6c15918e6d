/**
 * Names that the engine keeps: of task lists, in both languages at once; of tasks and processes, in Chinese. Here each is
 * shown in the person's language, and every task list with the number of tasks waiting in it, not only the one looked at.
 * Of the granting entity a task belongs to, the engine knows the code; people read its name.
 */
import { isChinese } from '../../../shouxin/language.js';

const root = document.querySelector('base').getAttribute('app-root');
const EVERY_MILLISECONDS = 60000;
const NAMED = 'li.task h4.task a, li.task .process-definition, [cam-tasklist-task] h2.task, [cam-tasklist-task] h4.process-definition, '
  + '.modal-dialog .processes a';
const STARTING = '.modal-dialog .modal-title';

const counts = new Map();
let english = new Map();
let entities = new Map();

function answer(path) {
  return fetch(root + path, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
    .then(response => (response.ok ? response.json() : null), () => null);
}

/** The text of an element before its children; children keep theirs. */
function ownText(element) {
  return [...element.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
}

function showFilters() {
  for (const link of document.querySelectorAll('.task-filters .item .name a')) {
    const text = ownText(link);
    if (!text) continue;
    const [chinese, other] = text.data.trim().split(' · ');
    if (other) {
      link.dataset.filter = text.data.trim();
      text.data = (isChinese ? chinese : other) + ' ';
    }
    const waiting = counts.get(link.dataset.filter);
    const badge = link.querySelector('.shouxin-count');
    if (!waiting) {
      if (badge) badge.remove();
      continue;
    }
    const shown = badge || link.appendChild(Object.assign(document.createElement('span'), { className: 'shouxin-count' }));
    if (shown.textContent !== String(waiting)) shown.textContent = waiting;
  }
}

function showNames() {
  for (const element of document.querySelectorAll(NAMED)) {
    const text = ownText(element);
    const name = text && english.get(text.data.trim());
    if (name) text.data = name + ' ';
  }
  for (const title of document.querySelectorAll(STARTING)) {
    const text = ownText(title);
    const [, before, started] = (text && text.data.match(/^(.*: )(.*\S)/s)) || [];
    if (english.has(started)) text.data = before + english.get(started);
  }
}

function showEntity() {
  for (const place of document.querySelectorAll('[cam-tasklist-task] .tenant-id')) {
    const text = ownText(place);
    const name = text && entities.get(text.data.trim());
    if (name) text.data = name;
  }
}

function show() {
  showFilters();
  showEntity();
  if (!isChinese) showNames();
}

async function count() {
  if (document.hidden || !document.querySelector('.task-filters .item')) return;
  const filters = (await answer('/api/engine/engine/default/filter?resourceType=Task&itemCount=true')) || [];
  filters.forEach(filter => counts.set(filter.name, filter.itemCount));
  showFilters();
}

async function learnEntities() {
  const known = (await answer('/api/shouxin/v1/granting-entities')) || [];
  entities = new Map(known.map(each => [each.code, isChinese ? each.nameZh : each.nameEn]));
  show();
}

async function learnEnglish() {
  const [chinese, other] = await Promise.all(['zh', 'en'].map(language => answer(`/api/shouxin/v1/wording?language=${language}`)));
  if (!chinese || !other) return;
  english = new Map(Object.keys(other).filter(key => /^(task|process)\./.test(key)).map(key => [chinese[key], other[key]]));
  show();
}

let listed = false;
new MutationObserver(() => {
  show();
  const lists = Boolean(document.querySelector('.task-filters .item'));
  if (lists && !listed) {
    count();
    learnEntities();
    if (!isChinese) learnEnglish();
  }
  listed = lists;
}).observe(document.body, { childList: true, subtree: true, characterData: true });
setInterval(count, EVERY_MILLISECONDS);
document.addEventListener('click', ({ target }) => {
  if (target.closest && target.closest("[ng-click='claim()'], [ng-click='unclaim()'], [ng-click='complete()'], .task-filters .item")) setTimeout(count, 1500);
}, true);

export default [];
