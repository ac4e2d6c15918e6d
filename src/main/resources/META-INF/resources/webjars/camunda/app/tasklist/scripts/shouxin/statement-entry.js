/**
 * The sheet on which statements are typed, pasted or brought in as a file. A form calls `statementEntry(kit, $scope)`
 * after the case is loaded and includes the panel enter-statements.html, which works on `sheet`.
 */
import { decimalText, grouped, inUnit, scaled, toYuan } from './figures.js';
import { differences, isRare, isTotal, pasted, plainLabel, totals, useRelations } from './statements.js';

const YEARS_OFFERED = 3;

export function statementEntry(kit, $scope, changed = () => {}) {
  const customer = $scope.file.customer.id;
  const path = `/customers/${customer}/statements`;
  let items = [];
  const sheet = { unit: 0, columns: [], groups: [], preview: null, note: '', importBasis: 'SELF_REPORTED', unitConfirmed: false, allLines: false };
  $scope.sheet = sheet;

  function newColumn(periodEnd, months, basis) {
    return { periodEnd, months: String(months), basis, cells: {}, stored: null, dirty: false, errors: {}, message: '', checks: [], sums: {}, typed: 0, explanation: '' };
  }

  function columnOf(statement) {
    const column = newColumn(statement.periodEnd, statement.months, statement.basis);
    Object.entries(statement.amounts).forEach(([item, yuan]) => { column.cells[item] = grouped(inUnit(yuan, sheet.unit)); });
    column.stored = statement;
    column.fixed = true;
    return column;
  }

  /** Amounts in yuan as typed; a cell that is no amount is left out and counted. */
  function amountsOf(column) {
    const amounts = {};
    column.wrong = [];
    items.forEach(({ code }) => {
      const yuan = toYuan(column.cells[code], sheet.unit);
      if (yuan === undefined) column.wrong.push(code);
      else if (yuan !== null) amounts[code] = yuan;
    });
    return amounts;
  }

  function check(column) {
    const amounts = amountsOf(column);
    column.typed = Object.keys(amounts).length;
    column.checks = differences(amounts);
    column.off = Object.fromEntries(column.checks.map((found) => [found.item, true]));
    column.sums = totals(amounts);
    return amounts;
  }

  sheet.touched = (column) => {
    column.dirty = true;
    column.message = '';
    column.errors = {};
    check(column);
  };
  /** Rare lines are shown when asked for, and where one of the periods tells them. */
  sheet.shown = (item) => sheet.allLines || !isRare(item.code) || sheet.columns.some((column) => column.cells[item.code]);
  sheet.hidden = () => items.filter((item) => !sheet.shown(item)).length;
  sheet.mayRecord = (column) => column.dirty || Boolean(column.stored && column.stored.status === 'DRAFT');
  sheet.isTotal = isTotal;
  sheet.suggestion = (column, item) => (column.sums[item] !== undefined ? grouped(inUnit(column.sums[item], sheet.unit)) : '');
  sheet.cellError = (column, item) => column.errors['amounts.' + item] || (column.wrong && column.wrong.includes(item)
    ? $scope.say('不是金额', 'not an amount') : '');
  /** Where a typed total differs from the lines above it: worth a look, though a sheet need not list every line. */
  sheet.gap = (column, item) => {
    if (!isTotal(item) || column.off && column.off[item]) return '';
    const typed = scaled(toYuan(column.cells[item], sheet.unit));
    const sum = scaled(column.sums[item]);
    if (typeof typed !== 'bigint' || typeof sum !== 'bigint' || typed === sum) return '';
    return $scope.say('与明细合计相差 ', 'differs from its lines by ') + window.shouxin.money(decimalText(typed - sum));
  };
  sheet.inUnitName = () => ({ 0: $scope.say('元', 'CNY'), 3: $scope.say('千元', 'CNY 1,000'), 4: $scope.say('万元', 'CNY 10,000'), 6: $scope.say('百万元', 'CNY million') })[sheet.unit];
  sheet.setUnit = (unit) => {
    sheet.columns.forEach((column) => Object.keys(column.cells).forEach((item) => {
      const yuan = toYuan(column.cells[item], sheet.unit);
      if (yuan) column.cells[item] = grouped(inUnit(yuan, unit));
    }));
    sheet.unit = unit;
    sheet.columns.forEach(check);
  };
  sheet.fillTotals = (column) => {
    Object.keys(column.sums).forEach((item) => { if (!column.cells[item]) column.cells[item] = sheet.suggestion(column, item); });
    sheet.touched(column);
  };
  sheet.addColumn = () => sheet.columns.unshift(newColumn('', 12, 'SELF_REPORTED'));
  sheet.removeColumn = (column) => { sheet.columns = sheet.columns.filter((other) => other !== column); };

  sheet.store = (column, draft) => {
    const amounts = check(column);
    column.errors = {};
    column.message = '';
    if (column.wrong.length) {
      column.message = $scope.say(`有 ${column.wrong.length} 个单元格不是金额，已标红`, `${column.wrong.length} cell(s) hold no amount; they are marked`);
      return;
    }
    column.saving = true;
    kit.put(path, { periodEnd: column.periodEnd || null, months: Number(column.months) || 0, basis: column.basis, currency: 'CNY', amounts, draft,
      unitConfirmed: Boolean(column.unitConfirmed) })
      .then((statement) => {
        Object.assign(column, { stored: statement, dirty: false, fixed: true, periodEnd: statement.periodEnd, unitDoubted: false, unitConfirmed: false });
        changed();
      }, (failure) => {
        const refusals = failure.data && failure.data.refusals;
        if (!refusals) { kit.refused(failure); return; }
        refusals.forEach((refusal) => { if (refusal.field) column.errors[refusal.field] = refusal.message; });
        const off = refusals.filter((refusal) => refusal.code === 'STATEMENT_UNBALANCED');
        column.unitDoubted = refusals.some((refusal) => refusal.code === 'STATEMENT_UNIT_DOUBTFUL');
        column.message = refusals.filter((refusal) => !off.includes(refusal)).map((refusal) => refusal.message + (refusal.help || '')).concat(off.length
          ? $scope.say('勾稽不符，未入库。请按上表更正，或存为草稿后说明原因。', 'Not recorded: it does not articulate. Correct it, or keep it as a draft and explain.') : []).filter((text, at, all) => all.indexOf(text) === at).join(' ');
      }).then(() => { column.saving = false; kit.refresh(); });
  };

  sheet.explain = (column) => {
    column.message = '';
    kit.post(path + '/explanation', { periodEnd: column.periodEnd, months: Number(column.months), basis: column.basis, explanation: column.explanation })
      .then((statement) => { column.stored = statement; changed(); }, (failure) => {
        const refusals = failure.data && failure.data.refusals;
        column.message = refusals ? refusals.map((refusal) => refusal.message).join(' ') : '';
        if (!refusals) kit.refused(failure);
      }).then(kit.refresh);
  };

  sheet.choose = (file) => {
    sheet.fileError = '';
    sheet.note = '';
    sheet.preview = null;
    sheet.unitConfirmed = false;
    sheet.file = file;
    kit.upload(path + '/preview?basis=' + sheet.importBasis, file).then((preview) => { sheet.preview = preview; }, (failure) => {
      const refusals = failure.data && failure.data.refusals;
      sheet.fileError = refusals ? refusals.map((refusal) => refusal.message + (refusal.help || '')).join(' ') : $scope.say('无法读取此文件。', 'This file cannot be read.');
    }).then(kit.refresh);
  };
  sheet.understood = () => sheet.preview.rows.filter((row) => row.item).length;
  sheet.unknown = () => sheet.preview.rows.filter((row) => row.reading === 'UNKNOWN').length;
  sheet.mayTake = () => sheet.preview.importable && (!sheet.preview.doubts.length || sheet.unitConfirmed);
  sheet.tone = (row) => ({ NAME: 'good', SYNONYM: 'good', UNKNOWN: 'warn' })[row.reading] || '';
  sheet.take = () => {
    kit.upload(`${path}/import?basis=${sheet.importBasis}&unitConfirmed=${sheet.unitConfirmed}`, sheet.file).then((statements) => {
      sheet.note = $scope.say(`已导入 ${statements.length} 期报表，请在下表核对。`, `${statements.length} statement(s) imported; please look them over below.`);
      sheet.preview = null;
      changed();
      return sheet.load();
    }, (failure) => {
      const refusals = failure.data && failure.data.refusals;
      sheet.fileError = refusals ? refusals.map((refusal) => refusal.message + (refusal.help || '')).join(' ') : $scope.say('导入失败。', 'The import failed.');
    }).then(kit.refresh);
  };

  function codes() {
    return sheet.groups.flatMap((group) => group.items.filter(sheet.shown).map((item) => item.code));
  }

  /** Spreads pasted cells from the one they were pasted into; rows that name an item go to that item. */
  sheet.paste = (text, item, at) => {
    const { labels, rows } = pasted(text);
    const named = new Map(items.slice().reverse().flatMap((known) => known.synonyms.map((name) => [plainLabel(name), known.code])
      .concat([[plainLabel(known.zh), known.code], [plainLabel(known.en).toLowerCase(), known.code]])));
    const order = codes();
    const lost = [];
    const touched = new Set();
    rows.forEach((row, down) => {
      const label = labels && labels[down];
      const code = label ? named.get(plainLabel(label)) || named.get(plainLabel(label).toLowerCase()) : order[order.indexOf(item) + down];
      if (!code) { if (label) lost.push(label); return; }
      row.forEach((cell, right) => {
        const column = sheet.columns[at + right];
        if (column && cell !== '') { column.cells[code] = cell; touched.add(column); }
      });
    });
    touched.forEach(sheet.touched);
    sheet.note = $scope.say(`已粘贴 ${rows.length - lost.length} 行。`, `${rows.length - lost.length} row(s) pasted.`)
      + (lost.length ? $scope.say(`未识别：${lost.join('、')}`, ` Not recognised: ${lost.join(', ')}`) : '');
    kit.refresh();
  };

  /** Enter and the arrow keys move as in a spreadsheet; the paste of a block spreads over cells. */
  sheet.listen = (root) => {
    root.addEventListener('paste', (event) => {
      const text = event.clipboardData && event.clipboardData.getData('text/plain');
      if (!event.target.dataset.item || !text || !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      sheet.paste(text, event.target.dataset.item, Number(event.target.dataset.column));
    });
    root.addEventListener('keydown', (event) => {
      const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!event.target.dataset.item || !step) return;
      event.preventDefault();
      const order = codes();
      const next = order[order.indexOf(event.target.dataset.item) + step];
      const cell = next && root.querySelector(`[data-item="${next}"][data-column="${event.target.dataset.column}"]`);
      if (cell) { cell.focus(); cell.select(); }
    });
    root.addEventListener('change', (event) => {
      if (event.target.dataset.take === 'statements' && event.target.files.length) {
        sheet.choose(event.target.files[0]);
        event.target.value = '';
      }
    });
    root.addEventListener('dragover', (event) => { if (event.target.closest('[data-drop=statements]')) event.preventDefault(); });
    root.addEventListener('drop', (event) => {
      if (!event.target.closest('[data-drop=statements]')) return;
      event.preventDefault();
      if (event.dataTransfer.files.length) sheet.choose(event.dataTransfer.files[0]);
    });
  };

  sheet.load = () => Promise.all([kit.get('/statement-items'), kit.get(path), kit.get('/statement-relations')]).then(([known, statements, relations]) => {
    items = known;
    useRelations(relations);
    const names = { BALANCE_SHEET: ['资产负债表', 'Balance sheet'], INCOME: ['利润表', 'Income statement'], CASH_FLOW: ['现金流量表', 'Cash flow statement'], NOTES: ['附注', 'Notes'] };
    sheet.groups = Object.entries(names).map(([section, [zh, en]]) => ({ section, zh, en, items: known.filter((item) => item.section === section) }));
    const kept = sheet.columns.filter((column) => column.dirty);
    const same = (column, statement) => column.periodEnd === statement.periodEnd && column.months === String(statement.months) && column.basis === statement.basis;
    const columns = statements.map((statement) => kept.find((column) => same(column, statement)) || columnOf(statement));
    kept.filter((column) => !columns.includes(column)).forEach((column) => columns.push(column));
    const lastYear = new Date().getFullYear() - 1;
    for (let year = lastYear; year > lastYear - YEARS_OFFERED; year--) {
      if (!columns.some((column) => column.periodEnd === `${year}-12-31`)) columns.push(newColumn(`${year}-12-31`, 12, 'SELF_REPORTED'));
    }
    sheet.columns = columns.sort((a, b) => (a.periodEnd < b.periodEnd ? 1 : -1));
    sheet.columns.forEach(check);
    kit.refresh();
  });
  return sheet.load();
}

Object.assign(window.shouxin, { statementEntry });

export default [];
