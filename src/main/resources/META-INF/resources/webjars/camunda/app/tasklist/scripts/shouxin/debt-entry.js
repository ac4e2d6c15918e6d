/**
 * Existing debt at all lenders, brought in as a file or typed. A form calls `debtEntry(kit, $scope)` after the case is loaded and
 * includes the panel enter-debts.html, which works on `debts`. The desk judges the rows; nothing is decided here.
 */
import { amountText, scaled } from './figures.js';

const TEXTS = ['lender', 'contractNumber', 'product', 'currency', 'startsOn', 'maturesOn', 'securedBy', 'status', 'classification'];
const AMOUNTS = ['contractAmount', 'balance', 'margin'];
const PAUSE = 500;

export function debtEntry(kit, $scope, changed = () => {}) {
  const path = `/customers/${$scope.file.customer.id}/debt-schedules`;
  const debts = { asOf: '', source: '', documentId: '', lines: [], judged: null, preview: null, errors: {}, message: '', note: '', dirty: false, rate: null };
  $scope.debts = debts;
  let waiting = null;
  let asked = 0;

  const shown = (line) => {
    const row = Object.fromEntries(TEXTS.map((name) => [name, line[name] || '']));
    AMOUNTS.forEach((name) => { row[name] = line[name] === null || line[name] === undefined ? '' : amountText(line[name]); });
    return row;
  };
  const told = (row) => {
    const line = Object.fromEntries(TEXTS.map((name) => [name, row[name] ? row[name].trim() : null]));
    AMOUNTS.forEach((name) => { line[name] = window.shouxin.decimal(row[name]); });
    return line;
  };
  const today = () => window.shouxin.dateText(new Date()).slice(0, 10);
  const isDay = (text) => !text || /^\d{4}-\d{2}-\d{2}$/.test(text.trim());

  debts.empty = () => ({ lender: '', contractNumber: '', product: '', currency: 'CNY', contractAmount: '', balance: '', startsOn: '', maturesOn: '', margin: '',
    securedBy: '', status: '', classification: '' });
  debts.add = () => { debts.lines.push(debts.empty()); debts.touched(); };
  debts.remove = (row) => { debts.lines = debts.lines.filter((other) => other !== row); debts.touched(); };
  debts.error = (index, name) => debts.errors[`lines[${index}].${name}`];
  debts.result = (index) => (debts.judged && !debts.dirtySinceJudged && debts.judged.debts[index]) || null;
  /** Why, without the word that the badge beside it says already. */
  debts.reason = (result) => result.standingText.split(/[:：]\s*/).slice(1).join(' ');
  debts.tone = (result) => (result.toVerify ? 'bad' : result.standing === 'OVERDUE' ? 'warn' : result.counted ? 'good' : '');

  /** What the browser alone can tell: a cell that is no amount, or no day. */
  function unreadable() {
    const wrong = {};
    debts.lines.forEach((row, index) => {
      AMOUNTS.forEach((name) => { if (scaled(row[name]) === undefined) wrong[`lines[${index}].${name}`] = $scope.say('不是金额', 'not an amount'); });
      ['startsOn', 'maturesOn'].forEach((name) => { if (!isDay(row[name])) wrong[`lines[${index}].${name}`] = $scope.say('日期请写成 2026-06-30', 'a date like 2026-06-30'); });
    });
    if (!debts.asOf || !isDay(debts.asOf)) wrong.asOf = $scope.say('请填写截止日，例如 2026-06-30', 'The cut-off date, please, like 2026-06-30');
    return wrong;
  }

  function refused(failure) {
    const refusals = failure.data && failure.data.refusals;
    if (!refusals) { kit.refused(failure); return; }
    refusals.forEach((refusal) => { if (refusal.field) debts.errors[refusal.field] = refusal.message; });
    debts.message = [...new Set(refusals.map((refusal) => refusal.message + (refusal.help || '')))].slice(0, 5).join(' ');
  }

  const schedule = () => ({ asOf: debts.asOf.trim() || null, source: debts.source, documentId: debts.documentId, lines: debts.lines.map(told) });

  debts.judge = () => {
    debts.errors = unreadable();
    debts.message = '';
    if (Object.keys(debts.errors).length) { debts.judged = null; kit.refresh(); return; }
    const mine = ++asked;
    kit.post(path + '/judgement', schedule()).then((judged) => {
      if (mine === asked) { debts.judged = judged; debts.dirtySinceJudged = false; }
    }, (failure) => { if (mine === asked) { debts.judged = null; refused(failure); } }).then(kit.refresh);
  };
  debts.touched = () => {
    debts.dirty = true;
    debts.note = '';
    debts.dirtySinceJudged = true;
    clearTimeout(waiting);
    waiting = setTimeout(debts.judge, PAUSE);
  };

  /** Another date alone is nothing to record. */
  debts.dated = () => { if (debts.lines.length || debts.judged) debts.touched(); };

  debts.choose = (file) => {
    Object.assign(debts, { preview: null, fileName: file.name, message: '', note: '', errors: {} });
    if (!debts.asOf || !isDay(debts.asOf)) {
      debts.errors.asOf = $scope.say('请先填写截止日，再选择文件。', 'The cut-off date first, then the file.');
      kit.refresh();
      return;
    }
    kit.upload(`${path}/preview?asOf=${debts.asOf.trim()}`, file).then((preview) => { debts.preview = preview; }, refused).then(kit.refresh);
  };
  /** The rows of the file go to the sheet below, where they are looked over before they are recorded. */
  debts.load = () => {
    debts.lines = debts.preview.schedule.debts.map((debt) => shown(debt.line));
    debts.source = debts.source || $scope.say('企业提供', 'the customer');
    debts.preview = null;
    debts.touched();
  };
  debts.record = () => {
    debts.errors = unreadable();
    debts.message = '';
    if (Object.keys(debts.errors).length) { debts.message = debts.errors.asOf || $scope.say('有单元格无法识别，已标红。', 'Some cells cannot be read; they are marked.'); return; }
    debts.saving = true;
    kit.post(path, schedule()).then((kept) => {
      Object.assign(debts, { judged: kept, dirtySinceJudged: false, dirty: false, note: $scope.say('存量债务明细已入库。', 'The schedule is on file.') });
      changed();
    }, refused).then(() => { debts.saving = false; kit.refresh(); });
  };

  debts.missingCurrency = () => {
    const found = debts.judged && debts.judged.debts.find((debt) => debt.standing === 'RATE_MISSING');
    return found ? found.line.currency : null;
  };
  debts.openRate = () => { debts.rate = { currency: debts.missingCurrency() || '', day: debts.asOf, yuan: '', source: $scope.say('人民币汇率中间价', 'central parity'), errors: {} }; };
  debts.keepRate = () => {
    const { currency, day, yuan, source } = debts.rate;
    debts.rate.errors = {};
    if (!/^\d{1,5}(\.\d{1,8})?$/.test(window.shouxin.decimal(yuan) || '')) {
      debts.rate.errors.yuan = $scope.say('请填写汇率，例如 7.1884', 'The rate, please, like 7.1884');
      return;
    }
    kit.post('/exchange-rates', { currency: currency.trim().toUpperCase(), day: isDay(day) ? day || null : null, yuan: window.shouxin.decimal(yuan), source }).then(() => {
      debts.rate = null;
      debts.judge();
    }, (failure) => {
      const refusals = failure.data && failure.data.refusals;
      if (!refusals) { kit.refused(failure); return; }
      refusals.forEach((refusal) => { debts.rate.errors[refusal.field || 'yuan'] = refusal.message; });
    }).then(kit.refresh);
  };

  debts.listen = (root) => {
    root.addEventListener('change', (event) => {
      if (event.target.dataset.take === 'debts' && event.target.files.length) {
        debts.choose(event.target.files[0]);
        event.target.value = '';
      }
    });
    root.addEventListener('dragover', (event) => { if (event.target.closest('[data-drop=debts]')) event.preventDefault(); });
    root.addEventListener('drop', (event) => {
      if (!event.target.closest('[data-drop=debts]')) return;
      event.preventDefault();
      if (event.dataTransfer.files.length) debts.choose(event.dataTransfer.files[0]);
    });
  };

  const kept = $scope.file.debtSchedule;
  Object.assign(debts, kept ? { asOf: kept.asOf, source: kept.source, documentId: kept.documentId || '', lines: kept.debts.map((debt) => shown(debt.line)) }
    : { asOf: today() });
  if (kept) {
    return kit.get(path).then((all) => { debts.judged = all[0]; kit.refresh(); });
  }
  return Promise.resolve();
}

Object.assign(window.shouxin, { debtEntry });

export default [];
