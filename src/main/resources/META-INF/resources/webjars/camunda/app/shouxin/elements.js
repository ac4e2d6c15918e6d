/** Makes HTML elements; text stays text. */

/** An element with attributes and children; `onclick` takes a function, null children are left out. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

/** A description list of [term, value, class?]; what has no value is left out. */
export function definitions(pairs) {
  const list = element('dl', {});
  for (const [term, value, className] of pairs) {
    if (value === null || value === undefined || value === '') continue;
    list.append(element('div', className ? { class: className } : {},
      element('dt', {}, term),
      element('dd', {}, value)));
  }
  return list;
}

/** Refusals of {message, help?, code?}, a paragraph each, in place of what stands there. */
export function showRefusals(place, refusals) {
  place.replaceChildren(...refusals.map(each => element('p', {},
    element('strong', {}, each.message || each.code || ''),
    each.help ? element('span', {}, each.help) : null)));
}

/** An element of a drawing (SVG). */
export function drawn(name, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}
