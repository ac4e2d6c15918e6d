/** Amounts in 元, 万元 and 亿元: decimal text moved by its point, never a binary number. */
import { isChinese } from '../shouxin/language.js';

/** Power of ten and what the unit is called. */
export const UNITS = [
  { power: 0, zh: '元', en: 'CNY', suffix: isChinese ? ' 元' : '' },
  { power: 4, zh: '万元', en: 'CNY 10k', suffix: isChinese ? ' 万元' : ' ×10k' },
  { power: 8, zh: '亿元', en: 'CNY 100m', suffix: isChinese ? ' 亿元' : ' ×100m' }
];

function trimmed(whole, fraction) {
  const kept = fraction.replace(/0+$/, '');
  return (whole.replace(/^0+(?=\d)/, '') || '0') + (kept ? '.' + kept : '');
}

/** Decimal text divided by 10^power (multiplied, if it is negative). */
export function moved(text, power) {
  const negative = text.startsWith('-');
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const result = power >= 0
    ? trimmed(whole.padStart(power + 1, '0').slice(0, -power || undefined), (power ? whole.padStart(power + 1, '0').slice(-power) : '') + fraction)
    : trimmed(whole + fraction.padEnd(-power, '0').slice(0, -power), fraction.slice(-power));
  return (negative && /[1-9]/.test(result) ? '-' : '') + result;
}

export function grouped(text) {
  const [whole, fraction] = text.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? '.' + fraction : '');
}

/** An amount as read in a unit: `2,100 万元`, `USD 10 万`. */
export function shown(text, currency, unit) {
  if (text === undefined || text === null) return '–';
  const figure = grouped(moved(text, unit.power));
  return currency && currency !== 'CNY' ? `${currency} ${figure}${unit.suffix.replace('元', '').trimEnd()}` : figure + unit.suffix;
}

/** What was typed in a unit, as yuan; null when blank, undefined when it is no amount. */
export function typed(text, unit) {
  const plain = String(text).normalize('NFKC').replace(/[,\s¥¥]/g, '');
  if (plain === '') return null;
  if (!/^\d{1,15}(\.\d{1,10})?$/.test(plain)) return undefined;
  const yuan = moved(plain, -unit.power);
  const [whole, fraction = ''] = yuan.split('.');
  return whole.length > 15 || fraction.length > 2 ? undefined : yuan;
}
