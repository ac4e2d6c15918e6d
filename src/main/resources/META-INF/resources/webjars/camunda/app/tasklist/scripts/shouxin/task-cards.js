/**
 * Shows on each task card what it is about: customer, number, product and amount.
 *
 * Tasklist draws every card anew at each refresh; the answers are kept, and the cards drawn in one go ask together.
 * Where the question is not answered the card simply stays as it is.
 */
import { languageTag } from '../../../shouxin/language.js';

const root = document.querySelector('base').getAttribute('app-root');
const KEPT_MILLISECONDS = 60000;

const known = new Map();
let waiting = new Map();
let unanswerable = false;

async function ask() {
  const asked = waiting;
  waiting = new Map();
  const ids = [...asked.keys()];
  let cards = [];
  try {
    const response = await fetch(`${root}/api/shouxin/v1/tasks/cards?ids=${ids.map(encodeURIComponent).join(',')}`, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Accept-Language': languageTag }
    });
    unanswerable = response.status === 404;
    if (response.ok) cards = await response.json();
  } catch (notReachable) {
    cards = [];
  }
  const byTask = new Map(cards.map(card => [card.taskId, card]));
  const until = Date.now() + KEPT_MILLISECONDS;
  for (const id of ids) {
    const card = byTask.get(id) || null;
    if (card) known.set(id, { card, until });
    asked.get(id).forEach(show => show(card));
  }
}

function cardOf(taskId, show) {
  const kept = known.get(taskId);
  if (kept && kept.until > Date.now()) {
    show(kept.card);
    return;
  }
  if (kept) show(kept.card);
  if (unanswerable) return;
  if (waiting.size === 0) setTimeout(ask, 20);
  waiting.set(taskId, [...(waiting.get(taskId) || []), show]);
}

function line(className, text) {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** As in the forms: separators, and two digits only where there are any but zeros. */
function money(amount, currency) {
  const [whole, fraction = ''] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return (currency === 'CNY' ? '¥ ' : currency + ' ') + grouped + (/[1-9]/.test(fraction) ? '.' + fraction : '');
}

/** Whoever may not read the list of users sees a login there; the card is not yet in the page when it is drawn. */
function nameAssignee(node, name) {
  const task = node.closest('li.task');
  const claimed = task && task.querySelector('h5.assignee');
  if (claimed) claimed.textContent = name;
}

export default [
  {
    id: 'shouxin-task-card',
    pluginPoint: 'tasklist.card',
    priority: 1000,
    render: (node, { taskId }) =>
      cardOf(taskId, card => {
        if (!card) return;
        if (card.assignee) setTimeout(() => nameAssignee(node, card.assignee), 0);
        node.className = 'shouxin-card';
        node.replaceChildren(
          ...(card.customerName ? [line('customer', card.customerName)] : []),
          ...(card.applicationNumber ? [line('number', card.applicationNumber)] : []),
          ...(card.amount ? [line('amount', money(card.amount, card.currency))] : []),
          ...(card.product ? [line('product', card.product)] : [])
        );
      })
  }
];
