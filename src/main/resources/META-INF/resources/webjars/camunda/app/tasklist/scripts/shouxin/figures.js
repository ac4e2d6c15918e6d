/**
 * Exact figures in the browser: amounts are whole fen in a BigInt, never binary fractions. Everything here is for the
 * eye; the server works it out again.
 */
import './form-kit.js';

const PLAIN = /^-?(?:\d{1,15})(?:\.(\d*))?$/;

/** Decimal text times 10^digits as a BigInt; null when blank, undefined when it is no such number. */
export function scaled(text, digits = 2) {
  const plain = window.shouxin.decimal(bookkeeping(text));
  if (plain === null) return null;
  const match = PLAIN.exec(plain);
  if (!match) return undefined;
  const fraction = (match[1] || '').replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  const negative = plain.startsWith('-');
  const whole = plain.replace('-', '').split('.')[0];
  const value = BigInt(whole + fraction.padEnd(digits, '0'));
  return negative ? -value : value;
}

/** A bookkeeper's "(1,234.50)" and "—" as plain text. */
function bookkeeping(text) {
  if (text === null || text === undefined) return null;
  const narrow = String(text).normalize('NFKC').trim();
  if (/^[-—–]+$/.test(narrow)) return '';
  const bracketed = /^\((.+)\)$/.exec(narrow);
  return (bracketed ? '-' + bracketed[1] : narrow).replace(/^−/, '-');
}

/** A BigInt times 10^-digits as decimal text without trailing zeros. */
export function decimalText(value, digits = 2) {
  const negative = value < 0n;
  const text = String(negative ? -value : value).padStart(digits + 1, '0');
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return (negative ? '-' : '') + text.slice(0, text.length - digits) + (fraction ? '.' + fraction : '');
}

/** Yuan as typed in units of 10^power yuan: 万元 is 4. */
export function inUnit(yuan, power) {
  const fen = scaled(yuan);
  return fen === null || fen === undefined ? '' : decimalText(fen, 2 + power);
}

/** Decimal text with thousands separators, all its decimals kept. */
export function grouped(text) {
  const [whole, fraction] = text.split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (fraction ? '.' + fraction : '');
}

/** What was typed as an amount, with separators; what is no amount stays as it was typed. */
export function amountText(typed) {
  const fen = scaled(typed);
  return typeof fen === 'bigint' ? grouped(decimalText(fen)) : typed;
}

/** What was typed in units of 10^power yuan, as yuan; null when blank, undefined when it is no amount to the fen. */
export function toYuan(typed, power) {
  const fen = scaled(typed, 2 + power);
  return fen === null || fen === undefined ? fen : decimalText(fen);
}

/** The sum of decimal texts; what is blank or no number counts as nothing. */
export function total(texts) {
  return decimalText(texts.map((text) => scaled(text)).reduce((sum, fen) => sum + (typeof fen === 'bigint' ? fen : 0n), 0n));
}

/** Yuan in 万元 with two digits and separators. */
export function tenThousands(yuan) {
  const fen = scaled(yuan);
  if (typeof fen !== 'bigint') return '—';
  const negative = fen < 0n;
  const hundredths = ((negative ? -fen : fen) + 5000n) / 10000n;
  return window.shouxin.money((negative && hundredths > 0n ? '-' : '') + decimalText(hundredths));
}

/** How an amount is read aloud: 1,250,000 is 125 万元. */
export function spoken(text, zh) {
  const fen = scaled(text);
  if (typeof fen !== 'bigint' || fen === 0n) return '';
  const yuan = fen < 0n ? -fen : fen;
  const sign = fen < 0n ? '-' : '';
  if (!zh) return 'CNY ' + window.shouxin.money(text);
  if (yuan >= 10000000000n) return sign + about(yuan, 10) + ' 亿元';
  if (yuan >= 1000000n) return sign + about(yuan, 6) + ' 万元';
  return sign + window.shouxin.money(decimalText(yuan)) + ' 元';
}

/** At most four digits behind the point, and 约 where that is not all. */
function about(value, digits) {
  const step = 10n ** BigInt(digits - 4);
  const rounded = (value + step / 2n) / step;
  return (rounded * step === value ? '' : '约 ') + decimalText(rounded, 4);
}

export function fileSize(bytes) {
  return bytes < 1024 ? bytes + ' B' : bytes < 1048576 ? (bytes / 1024).toFixed(0) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';
}

export function stateTone(state) {
  return { ACCEPTED: 'good', UPLOADED: 'warn', REJECTED: 'bad', MISSING: '' }[state];
}

Object.assign(window.shouxin, { amountText, total, tenThousands, spoken, fileSize, stateTone, inUnit, toYuan, scaled, decimalText });

export default [];
