/** Small charts as SVG, without a library: a pair of bars for each category. */
import { drawn } from '../shouxin/elements.js';

function text(x, y, content, attributes = {}) {
  return drawn('text', { x, y, ...attributes }, content);
}

/**
 * @param title      what the chart shows, for who cannot see it
 * @param categories labels, one for each pair
 * @param before     numbers, one for each category
 * @param after      the same with the draft
 * @param told       number to text
 * @param legend     [before, after] in words
 */
export function pairs(title, categories, before, after, told, legend) {
  const row = 46;
  const left = 158;
  const width = 590;
  const right = 96;
  const top = 26;
  const most = Math.max(1e-9, ...before, ...after);
  const bar = value => (width - left - right) * (value / most);
  const chart = drawn('svg', { viewBox: `0 0 ${width} ${top + categories.length * row}`, class: 'rp-chart', role: 'img', 'aria-label': title });
  chart.append(
    drawn('rect', { x: left, y: 4, width: 10, height: 10, class: 'rp-before' }), text(left + 15, 13, legend[0]),
    drawn('rect', { x: left + 150, y: 4, width: 10, height: 10, class: 'rp-after' }), text(left + 165, 13, legend[1]));
  categories.forEach((category, at) => {
    const y = top + at * row;
    chart.append(text(left - 8, y + 24, category, { 'text-anchor': 'end' }));
    [[before[at], 'rp-before', y + 4], [after[at], 'rp-after', y + 21]].forEach(([value, look, place]) => chart.append(
      drawn('rect', { x: left, y: place, width: Math.max(value > 0 ? 2 : 0, bar(value)), height: 14, rx: 2, class: look }),
      text(left + bar(value) + 6, place + 11, told(value), { class: 'rp-number' })));
  });
  return chart;
}
