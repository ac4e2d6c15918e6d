/** Draws parties and their relations top down: holders above what they hold. */
import { drawn } from '../shouxin/elements.js';

const [WIDE, HIGH, GAP, STEP] = [148, 46, 34, 118];
const DOWN = ['SHAREHOLDING', 'VOTING_CONTROL', 'KEY_PERSON'];

/** Each party's level: one below the lowest of its holders, at most as deep as there are parties; circles end the descent. */
function levels(parties, relations) {
  const level = new Map(parties.map(party => [party.id, 0]));
  const down = relations.filter(each => DOWN.includes(each.kind));
  for (let round = 0; round < Math.min(parties.length, 8); round++) {
    down.forEach(each => {
      if (level.get(each.to) <= level.get(each.from) && level.get(each.from) < 7) level.set(each.to, level.get(each.from) + 1);
    });
  }
  const placed = new Set(down.flatMap(each => [each.from, each.to]));
  relations.filter(each => !DOWN.includes(each.kind)).forEach(each => {
    if (!placed.has(each.from) && placed.has(each.to)) level.set(each.from, level.get(each.to));
    if (!placed.has(each.to) && placed.has(each.from)) level.set(each.to, level.get(each.from));
  });
  const used = [...new Set(level.values())].sort((a, b) => a - b);
  level.forEach((value, id) => level.set(id, used.indexOf(value)));
  return level;
}

/** Rows with the parties of each level; a party stands below the middle of those above it. */
function rows(parties, relations, level) {
  const made = [];
  parties.forEach(party => { (made[level.get(party.id)] = made[level.get(party.id)] || []).push(party); });
  const order = new Map();
  made.forEach((row, at) => {
    const middle = party => {
      const above = relations.filter(each => (each.to === party.id && level.get(each.from) < at) || (each.from === party.id && level.get(each.to) < at))
        .map(each => order.get(each.to === party.id ? each.from : each.to)).filter(each => each !== undefined);
      return above.length ? above.reduce((a, b) => a + b, 0) / above.length : row.indexOf(party) / row.length;
    };
    const weight = new Map(row.map(party => [party.id, middle(party)]));
    row.sort((a, b) => weight.get(a.id) - weight.get(b.id));
    row.forEach((party, place) => order.set(party.id, (place + 0.5) / row.length));
  });
  return made;
}

function node(party, place, options) {
  const short = [...party.name].length > 10 ? `${[...party.name].slice(0, 9).join('')}…` : party.name;
  const look = ['node', party.customer ? 'customer' : '', party.kind === 'INDIVIDUAL' ? 'person' : '', party.id === options.focus ? 'focus' : ''].filter(Boolean).join(' ');
  const made = drawn('g', { class: look, transform: `translate(${place.x - WIDE / 2} ${place.y})`, tabindex: '0', role: 'link', 'data-party': party.id, 'aria-label': party.name },
    drawn('title', {}, `${party.name} ${party.id}`), drawn('rect', { width: WIDE, height: HIGH, rx: 6 }),
    drawn('text', { x: WIDE / 2, y: 20 }, short), drawn('text', { x: WIDE / 2, y: 36, class: 'second' }, options.second(party)));
  made.addEventListener('click', () => options.open(party.id));
  made.addEventListener('keydown', event => { if (event.key === 'Enter') options.open(party.id); });
  return made;
}

/** Where a line meets a party's box. */
function within(x, place) {
  return Math.max(place.x - WIDE / 2 + 10, Math.min(place.x + WIDE / 2 - 10, x));
}

function path(a, b, shift, middle) {
  if (a.y === b.y && Math.abs(a.x - b.x) <= WIDE + GAP && shift === 0) {
    const turn = a.x < b.x ? 1 : -1;
    const y = a.y + HIGH / 2;
    return { line: `M${a.x + turn * WIDE / 2} ${y} L${b.x - turn * WIDE / 2} ${y}`, x: (a.x + b.x) / 2, y: y - 14 };
  }
  if (a.y === b.y) {
    const lift = 26 + Math.abs(shift) / 2 + Math.abs(b.x - a.x) / 22;
    const y = a.y + HIGH;
    const [start, end] = [a.x + shift, b.x + shift].map((x, at) => within(x, at ? b : a));
    return { line: `M${start} ${y} C${start} ${y + lift} ${end} ${y + lift} ${end} ${y}`, x: (a.x + b.x) / 2, y: y + lift * 0.75 };
  }
  const down = a.y < b.y;
  const [y1, y2] = down ? [a.y + HIGH, b.y] : [a.y, b.y + HIGH];
  const bend = (y2 - y1) / 2;
  // Past the parties of the levels between.
  const far = Math.abs(y2 - y1) > STEP ? WIDE * (a.x + b.x >= middle * 2 ? 1 : -1) : 0;
  const [start, end] = [within(a.x + shift + far * 0.3, a), within(b.x + shift + far * 0.3, b)];
  return { line: `M${start} ${y1} C${start + far} ${y1 + bend} ${end + far} ${y2 - bend} ${end} ${y2}`, x: (start + end) / 2 + far * 0.75, y: (y1 + y2) / 2 };
}

/** One line for all relations of a kind between the same two. */
function lines(relations) {
  const grouped = new Map();
  relations.forEach(each => {
    const key = `${each.from} ${each.to} ${each.kind}`;
    grouped.set(key, [...(grouped.get(key) || []), each]);
  });
  return [...grouped.values()];
}

/**
 * @param picture {parties, relations}
 * @param options {focus, chain: Set of relation ids, label(relations), second(party), open(id), title}
 */
export function graph(picture, options) {
  const { relations } = picture;
  const inside = new Set([options.focus, ...relations.flatMap(each => [each.from, each.to])]);
  const parties = picture.parties.filter(party => inside.has(party.id));
  const level = levels(parties, relations);
  const made = rows(parties, relations, level);
  const width = Math.max(2, ...made.map(row => row.length)) * (WIDE + GAP) + GAP + (made.length > 2 ? WIDE : 0);
  const last = relations.some(each => level.get(each.from) === made.length - 1 && level.get(each.to) === made.length - 1);
  const height = made.length * STEP - (STEP - HIGH) + (last ? 92 : 26);
  const places = new Map();
  made.forEach((row, at) => row.forEach((party, place) => places.set(party.id, {
    x: width / 2 + (place - (row.length - 1) / 2) * (WIDE + GAP), y: 12 + at * STEP
  })));
  const svg = drawn('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': options.title });
  const arrow = drawn('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' },
    drawn('path', { d: 'M0 0 L8 4 L0 8 z', fill: '#6d7f86' }));
  svg.append(drawn('defs', {}, arrow));
  const tags = [];
  const beside = new Map();
  lines(relations).forEach(group => {
    const [first] = group;
    const pair = [first.from, first.to].sort().join(' ');
    const before = beside.get(pair) || 0;
    beside.set(pair, before + 1);
    const shift = before === 0 ? 0 : (before % 2 ? 1 : -1) * Math.ceil(before / 2) * 46;
    const drawnPath = path(places.get(first.from), places.get(first.to), shift, width / 2);
    const chained = group.some(each => options.chain.has(each.id));
    svg.append(drawn('path', { d: drawnPath.line, class: `edge ${first.kind}${chained ? ' chain' : ''}`,
      ...(first.kind === 'RELATIVE' ? {} : { 'marker-end': 'url(#arrow)' }) }));
    const lower = before === 0 ? 0 : (before % 2 ? 16 : -16);
    const text = options.label(group);
    if (text) {
      const wide = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 11 : 6.4), 6);
      tags.push(drawn('rect', { x: drawnPath.x - wide / 2, y: drawnPath.y - 8 + lower, width: wide, height: 15, rx: 3, class: 'tag-ground' }),
        drawn('text', { x: drawnPath.x, y: drawnPath.y + 4 + lower, class: 'tag' }, text));
    }
  });
  svg.append(...parties.map(party => node(party, places.get(party.id), options)), ...tags);
  return svg;
}
