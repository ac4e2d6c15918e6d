/**
 * The map of headroom, drawn: a tree of bars, each as wide as its ceiling, and an amount tried on the line of the account chosen.
 * What fits is always the server's answer; widths alone are worked out here.
 */
import { element, showRefusals } from '../shouxin/elements.js';
import { languageTag, say } from '../shouxin/language.js';
import { call, refusalsOf } from '../shouxin/service.js';
import { moved, shown, typed, UNITS } from './amounts.js';
import { level as levelWord, texts } from './words.js';

const SIBLINGS = 30;
const PAUSE = 250;
/** Part of a row that a ceiling may fill; the rest is for what would go beyond. */
const WIDEST = 86;
const NARROWEST = 5;

let drawnMaps = 0;

const n = text => Number(text || 0);
const part = (amount, whole) => `${whole > 0 ? Math.max(0, amount / whole * 100) : 0}%`;
const isForUse = node => node.level === 'FACILITY' || node.level === 'SUB_FACILITY';

/** The temporary room that is still running. */
function temporary(node, today) {
  return node.temporaryTo && node.temporaryTo >= today ? n(node.temporary) : 0;
}

/** What a bar is made of, in the account's currency. */
function measures(node, today) {
  const inside = isForUse(node)
    ? { used: n(node.utilised), reserved: n(node.reserved), unused: 0, aside: 0, later: 0 }
    : { used: n(node.utilised), unused: Math.max(0, n(node.committed) - n(node.utilised)), reserved: n(node.reserved) - n(node.provisional),
        aside: n(node.setAside), later: n(node.provisional) };
  const held = inside.used + inside.unused + inside.reserved + inside.aside;
  const defined = node.ceiling !== undefined;
  const top = defined ? n(node.ceiling) + (node.level === 'FACILITY' ? 0 : temporary(node, today)) : held + n(node.freeForIt);
  return { ...inside, held, defined, top, free: Math.max(0, top - held), excess: Math.max(0, held - top), whole: Math.max(top, held) + inside.later };
}

function walk(node, visit, above = []) {
  visit(node, above);
  node.children.forEach(child => walk(child, visit, [...above, node]));
}

/** What a foreign amount is about worth in its parent's currency, for the width of its bar. */
function worth(node) {
  const own = n(node.committed) + n(node.reserved);
  return node.carriedCurrency && own > 0 ? (n(node.carriedCommitted) + n(node.carriedReserved)) / own : 1;
}

export class HeadroomMapView {
  /**
   * @param options.onChoose  told of the account chosen
   * @param options.labels    words by code, as the server tells them
   * @param options.purpose   NEW_CREDIT or UNDER_CEILING, what an amount typed on a customer is for
   * @param options.inPlaceOf number of the application whose reservation the amount replaces
   * @param options.line      true to show the line of the account asked for and what stands below it, the others on demand
   * @param options.after     what each account is after approval: {account: {ceiling, free}}
   */
  constructor(options) {
    this.options = options;
    this.id = `hm${++drawnMaps}`;
    this.unit = UNITS[1];
    this.opened = new Set();
    this.closed = new Set();
    this.all = new Set();
    this.asked = 0;
    this.element = element('div', { class: 'hm' });
  }

  word(prefix, code) {
    return (this.options.labels || {})[`${prefix}.${code}`] || texts.other;
  }

  money(amount, currency) {
    return shown(amount, currency, this.unit);
  }

  /** @param amount typed in already, in yuan */
  show(map, amount) {
    this.map = map;
    this.today = map.today;
    this.nodes = new Map();
    this.above = new Map();
    walk(map.root, (node, above) => { this.nodes.set(node.account, node); this.above.set(node.account, above); });
    this.chosen = map.asked;
    this.trial = null;
    this.amount = amount === undefined ? null : amount;
    this.result = element('div', { class: 'hm-result', role: 'status', 'aria-live': 'polite' });
    this.tree = element('ul', { class: 'hm-tree', role: 'tree', 'aria-label': texts.tree });
    this.tree.addEventListener('keydown', event => this.key(event));
    this.tree.addEventListener('click', event => this.click(event));
    this.element.replaceChildren(this.controls(), this.result, this.legend(), this.tree);
    if (map.truncated) this.element.append(element('p', { class: 'hm-note' }, texts.truncated));
    this.draw();
    if (this.amount !== null) this.ask();
  }

  controls() {
    const units = element('fieldset', { class: 'hm-units' }, element('legend', {}, texts.unit),
      ...UNITS.map(unit => {
        const input = element('input', { type: 'radio', name: `${this.id}-unit`, value: String(unit.power) });
        input.checked = unit === this.unit;
        input.addEventListener('change', () => this.inUnit(unit));
        return element('label', {}, input, say(unit.zh, unit.en));
      }));
    this.field = element('input', { id: `${this.id}-amount`, class: 'hm-amount', inputmode: 'decimal', autocomplete: 'off', maxlength: '24',
      'aria-describedby': `${this.id}-on` });
    this.field.value = this.amount === null ? '' : moved(this.amount, this.unit.power);
    this.field.addEventListener('input', () => this.typing());
    this.label = element('label', { for: `${this.id}-amount` });
    this.on = element('span', { id: `${this.id}-on`, class: 'hm-on' });
    return element('div', { class: 'hm-controls' },
      element('div', { class: 'hm-try' }, this.label, this.field, this.on), units);
  }

  legend() {
    return element('ul', { class: 'hm-legend', 'aria-label': texts.legend },
      ...['used', 'unused', 'reserved', 'later', 'aside', 'free', 'excess', 'tried'].map(kind =>
        element('li', {}, element('i', { class: `hm-${kind}`, 'aria-hidden': 'true' }), texts[kind])));
  }

  inUnit(unit) {
    const amount = this.amount;
    this.unit = unit;
    if (typeof amount === 'string') this.field.value = moved(amount, unit.power);
    this.draw();
    this.tell();
    if (this.options.onUnit) this.options.onUnit();
  }

  /* Typing an amount */

  typing() {
    this.amount = typed(this.field.value, this.unit);
    clearTimeout(this.pause);
    this.field.setAttribute('aria-invalid', this.amount === undefined ? 'true' : 'false');
    if (typeof this.amount !== 'string') {
      this.asked++;
      this.trial = null;
      this.draw();
      this.result.replaceChildren(...(this.amount === undefined ? [element('p', { class: 'hm-no' }, texts.noAmount)] : []));
      return;
    }
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  /** Only the newest question is answered on the page: an older answer may arrive later. */
  async ask() {
    if (typeof this.amount !== 'string') return;
    const mine = ++this.asked;
    const node = this.nodes.get(this.chosen);
    const asked = new URLSearchParams({ account: this.chosen, amount: this.amount, currency: node.currency,
      purpose: isForUse(node) ? 'UNDER_CEILING' : this.options.purpose || 'UNDER_CEILING' });
    if (this.options.inPlaceOf && this.chosen === this.map.asked) asked.set('inPlaceOf', this.options.inPlaceOf);
    try {
      const trial = await call(`/headroom-map/trial?${asked}`);
      if (mine !== this.asked) return;
      this.trial = trial;
      this.draw();
      this.tell();
    } catch (failure) {
      if (mine !== this.asked) return;
      this.trial = null;
      this.draw();
      showRefusals(this.result, refusalsOf(failure));
    }
  }

  nameOf(account) {
    const node = this.nodes.get(account);
    return node ? node.name || `${levelWord(node.level)} ${node.number}` : account;
  }

  tell() {
    const trial = this.trial;
    if (!trial) return;
    const currency = trial.currency;
    const most = trial.most === undefined ? texts.noCeilingAnywhere : texts.most(this.money(trial.most, currency));
    const lines = [];
    if (trial.stoppedBy) {
      lines.push(element('p', { class: 'hm-no' }, texts.stopped(this.nameOf(trial.stoppedBy))));
    } else if (trial.fits) {
      lines.push(element('p', { class: 'hm-yes' }, `✓ ${texts.fits(this.money(trial.amount, currency))} ${most}`));
    } else {
      const level = trial.levels.find(one => one.account === trial.breaksAt);
      lines.push(element('p', { class: 'hm-no' },
        `✗ ${texts.breaks(this.nameOf(trial.breaksAt), this.money(level.missing, level.currency))} ${most}`));
    }
    lines.push(element('p', { class: 'hm-note' }, texts.readOnly));
    this.result.replaceChildren(...lines);
  }

  /* The tree */

  draw() {
    const unit = say(this.unit.zh, this.unit.en);
    const node = this.nodes.get(this.chosen);
    this.label.textContent = texts.tryAmount(node.currency === 'CNY' ? unit : `${node.currency} ${say(this.unit.zh.replace('元', ''), this.unit.suffix.trim())}`.trim());
    this.on.textContent = texts.on(this.nameOf(this.chosen));
    const holdsFocus = this.tree.contains(document.activeElement);
    const root = measures(this.map.root, this.today);
    this.widest = Math.max(root.whole, ...this.map.root.children.map(child => measures(child, this.today).whole * worth(child)), 1);
    this.tree.replaceChildren(this.item(this.map.root, 1, 1));
    const current = this.tree.querySelector('[aria-selected=true]') || this.tree.querySelector('[role=treeitem]');
    if (current) current.tabIndex = 0;
    if (holdsFocus && current) current.focus({ preventScroll: true });
  }

  inLine(node) {
    return node.account === this.map.asked || (this.above.get(this.map.asked) || []).includes(node);
  }

  isOpen(node) {
    if (this.opened.has(node.account)) return true;
    if (this.closed.has(node.account)) return false;
    return node === this.map.root || this.inLine(node) || (!this.options.line && (this.nodes.size <= 40 || !['CUSTOMER', 'FACILITY'].includes(node.level)));
  }

  shownOf(node) {
    if (this.all.has(node.account)) return node.children;
    const passed = this.options.line && this.inLine(node) && node.account !== this.map.asked;
    return passed ? node.children.filter(child => this.inLine(child)) : node.children.slice(0, SIBLINGS);
  }

  item(node, depth, scale) {
    const item = element('li', { role: 'treeitem', 'aria-level': String(depth), 'data-account': node.account, tabindex: '-1',
      'aria-selected': node.account === this.chosen ? 'true' : 'false', 'aria-label': this.spoken(node) });
    item.append(this.row(node, depth, scale));
    if (node.children.length) {
      const open = this.isOpen(node);
      item.setAttribute('aria-expanded', open ? 'true' : 'false');
      if (open) {
        const shownNow = this.shownOf(node);
        const group = element('ul', { role: 'group' }, ...shownNow.map(child => this.item(child, depth + 1, scale * worth(child))));
        const hidden = node.children.length - shownNow.length;
        if (hidden) {
          group.append(element('li', { role: 'treeitem', class: 'hm-more', 'aria-level': String(depth + 1), tabindex: '-1', 'data-more': node.account },
            texts.others(hidden)));
        }
        if (node.leftOut) group.append(element('li', { role: 'none', class: 'hm-note' }, texts.leftOut(node.leftOut)));
        item.append(group);
      }
    }
    return item;
  }

  row(node, depth, scale) {
    const step = this.trial && this.trial.levels.find(one => one.account === node.account);
    const chosenNode = this.nodes.get(this.chosen);
    const binds = (this.trial ? this.trial.breaksAt || chosenNode.bindingAccount : chosenNode.bindingAccount) === node.account;
    const row = element('div', { class: `hm-row${step && !step.fits ? ' broken' : ''}` });
    const badge = (className, text) => element('span', { class: `hm-badge ${className}` }, text);
    row.append(element('div', { class: 'hm-head' },
      element('span', { class: 'hm-fold', 'aria-hidden': 'true' }, node.children.length ? (this.isOpen(node) ? '▾' : '▸') : '·'),
      element('span', { class: 'hm-level' }, levelWord(node.level)),
      element('strong', {}, node.name || this.productOf(node) || node.number),
      node.name || this.productOf(node) ? element('span', { class: 'hm-number' }, node.number) : null,
      binds ? badge('binding', `◆ ${texts.binding}`) : null,
      node.ringFenced ? badge('fenced', texts.ringFenced) : null,
      node.status !== 'ACTIVE' ? badge('stopped', this.word('limitStatus', node.status)) : null,
      n(node.excess) > 0 ? badge('stopped', texts.excessOf(this.money(node.excess, node.currency))) : null,
      node.rateMissing ? badge('stopped', texts.rateMissing) : null));
    row.append(this.bar(node, scale, step));
    row.append(this.figures(node));
    if (step && !step.fits) row.append(element('p', { class: 'hm-broken' }, texts.missing(this.money(step.missing, step.currency))));
    else if (step && step.left !== undefined && n(step.takes) > 0) row.append(element('p', { class: 'hm-left' }, texts.left(this.money(step.left, step.currency))));
    else if (step && n(step.takes) === 0) row.append(element('p', { class: 'hm-left' }, this.grows(node) ? texts.grows : texts.untouched));
    const after = this.options.after && this.options.after[node.account];
    if (after && after.ceiling !== undefined) {
      row.append(element('p', { class: 'hm-after' }, texts.after(this.money(after.ceiling, node.currency), this.money(after.free, node.currency)),
        after.binds ? badge('binding', `◆ ${texts.binding}`) : ''));
    }
    return row;
  }

  /** New credit raises the customer's own ceiling. */
  grows(node) {
    return node.level === 'CUSTOMER' && node.account === this.chosen && this.options.purpose === 'NEW_CREDIT';
  }

  productOf(node) {
    return node.product ? this.word('product', node.product) : null;
  }

  bar(node, scale, step) {
    const sizes = measures(node, this.today);
    const takes = step ? n(step.takes) : 0;
    const width = Math.max(NARROWEST, Math.min(WIDEST, sizes.whole * scale / this.widest * WIDEST));
    const bar = element('div', { class: `hm-bar${sizes.defined ? '' : ' shared'}`, 'aria-hidden': 'true' });
    bar.style.width = `${width}%`;
    const segment = (kind, amount) => {
      if (amount <= 0) return;
      const piece = element('i', { class: `hm-${kind}`, title: `${texts[kind]} ${Math.round(amount).toLocaleString('en-US')}` });
      piece.style.width = part(amount, sizes.whole);
      bar.append(piece);
    };
    segment('used', sizes.used);
    segment('unused', sizes.unused);
    segment('reserved', sizes.reserved);
    segment('aside', sizes.aside);
    segment('free', sizes.free);
    segment('later', sizes.later);
    const laid = (kind, from, amount) => {
      const piece = element('b', { class: `hm-${kind}` });
      piece.style.left = part(from, sizes.whole);
      piece.style.width = part(amount, sizes.whole);
      bar.append(piece);
    };
    if (sizes.defined && n(node.temporary) > 0 && sizes.top > n(node.ceiling)) laid('mark', n(node.ceiling), 0);
    if (sizes.excess > 0) laid('excess', sizes.top, sizes.excess);
    if (takes > 0) {
      const room = sizes.whole * (100 - width) / width * 0.9;
      laid(step.fits ? 'tried' : 'tried broken', n(step.held), Math.min(takes, sizes.whole - n(step.held) + room));
    }
    return element('div', { class: 'hm-track' }, bar);
  }

  figures(node) {
    const money = amount => this.money(amount, node.currency);
    const list = element('dl', { class: 'hm-figures' });
    const add = (name, value, className) => list.append(element('div', className ? { class: className } : {}, element('dt', {}, name), element('dd', {}, value)));
    if (node.level === 'FACILITY') add(texts.committed, money(node.committed));
    else add(texts.ceiling, node.ceiling !== undefined ? money(node.ceiling) : node.sharesWith ? texts.shares(this.nameOf(node.sharesWith)) : texts.noCeiling);
    if (n(node.temporary) > 0) add(texts.temporary, texts.until(money(node.temporary), node.temporaryTo));
    if (n(node.reserved) > 0) add(texts.reserved, money(node.reserved));
    if (!isForUse(node) && n(node.committed) > 0) add(texts.committed, money(node.committed));
    if (n(node.utilised) > 0) add(texts.used, money(node.utilised));
    if (n(node.setAside) > 0) add(texts.aside, money(node.setAside));
    if (node.free !== undefined) add(texts.freeOwn, money(node.free));
    add(texts.freeForIt, node.freeForIt !== undefined ? money(node.freeForIt) : node.rateMissing ? texts.rateMissing : texts.noCeiling, 'hm-main');
    if (node.carriedCurrency) add(texts.carried, shown(moved(sum(node.carriedCommitted, node.carriedReserved), 0), node.carriedCurrency, this.unit));
    return list;
  }

  spoken(node) {
    return [levelWord(node.level), node.name || node.number, `${texts.freeForIt} ${this.money(node.freeForIt, node.currency)}`].join(' ');
  }

  /* Choosing */

  choose(account) {
    this.chosen = account;
    this.trial = null;
    this.result.replaceChildren();
    this.draw();
    this.ask();
    if (this.options.onChoose) this.options.onChoose(this.nodes.get(account));
  }

  fold(account, open) {
    (open ? this.opened : this.closed).add(account);
    (open ? this.closed : this.opened).delete(account);
    this.draw();
  }

  click(event) {
    const item = event.target.closest('[role=treeitem]');
    if (!item) return;
    if (item.dataset.more) { this.all.add(item.dataset.more); this.draw(); return; }
    const account = item.dataset.account;
    if (event.target.closest('.hm-fold')) this.fold(account, item.getAttribute('aria-expanded') !== 'true');
    else this.choose(account);
    const again = [...this.tree.querySelectorAll('[data-account]')].find(each => each.dataset.account === account);
    if (again) again.focus({ preventScroll: true });
  }

  key(event) {
    const items = [...this.tree.querySelectorAll('[role=treeitem]')];
    const at = items.indexOf(document.activeElement);
    if (at < 0) return;
    const item = items[at];
    const go = to => { if (items[to]) { item.tabIndex = -1; items[to].tabIndex = 0; items[to].focus(); } };
    const expanded = item.getAttribute('aria-expanded');
    const acts = {
      ArrowDown: () => go(at + 1), ArrowUp: () => go(at - 1), Home: () => go(0), End: () => go(items.length - 1),
      ArrowRight: () => (expanded === 'false' ? this.refold(item, true) : go(at + 1)),
      ArrowLeft: () => (expanded === 'true' ? this.refold(item, false) : go(items.indexOf(item.parentElement.closest('[role=treeitem]')))),
      Enter: () => { if (item.dataset.more) item.click(); else { this.choose(item.dataset.account); this.focusOn(item.dataset.account); } }
    };
    acts[' '] = acts.Enter;
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  refold(item, open) {
    this.fold(item.dataset.account, open);
    this.focusOn(item.dataset.account);
  }

  focusOn(account) {
    const again = [...this.tree.querySelectorAll('[data-account]')].find(each => each.dataset.account === account);
    if (!again) return;
    this.tree.querySelectorAll('[tabindex="0"]').forEach(each => { each.tabIndex = -1; });
    again.tabIndex = 0;
    again.focus({ preventScroll: true });
  }
}

/** Of two decimal texts with two digits or fewer behind the point. */
function sum(one, other) {
  const fen = text => BigInt(moved(text || '0', -2).split('.')[0]);
  return moved(String(fen(one) + fen(other)), 2);
}

/** The words behind the codes, from the server. */
export function loadLabels() {
  return call(`/wording?language=${languageTag.slice(0, 2)}`);
}
