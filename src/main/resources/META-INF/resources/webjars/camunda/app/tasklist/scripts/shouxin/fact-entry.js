/** Invoices and credit reports entered in a form: the panels enter-invoices.html and enter-credit-report.html. */
import { spoken } from './figures.js';

const messages = (failure) => {
  const refusals = failure.data && failure.data.refusals;
  return refusals ? refusals.map((refusal) => refusal.message + (refusal.help || '')).join(' ') : null;
};

export function invoiceEntry(kit, $scope, changed = () => {}) {
  const path = `/customers/${$scope.file.customer.id}`;
  const invoices = { direction: 'ISSUED', report: null, profile: null, error: '', busy: false };
  $scope.invoices = invoices;

  invoices.choose = (file) => {
    Object.assign(invoices, { error: '', report: null, busy: true, fileName: file.name });
    kit.upload(`${path}/invoices?direction=${invoices.direction}`, file).then((report) => {
      invoices.report = report;
      changed();
      return invoices.load();
    }, (failure) => { invoices.error = messages(failure) || $scope.say('导入失败，请检查文件。', 'The import failed; please check the file.'); })
      .then(() => { invoices.busy = false; kit.refresh(); });
  };
  invoices.load = () => kit.get(`${path}/invoice-profile`).then((profile) => {
    invoices.profile = profile;
    const most = Math.max(1, ...(profile.months || []).map((month) => Number(month.sales)));
    invoices.bars = (profile.months || []).slice(-24).map((month) => ({
      month: month.month, height: Math.max(2, Math.round(100 * Math.max(0, Number(month.sales)) / most)), gap: Number(month.sales) <= 0, sales: month.sales
    }));
    kit.refresh();
  });
  invoices.listen = (root) => root.addEventListener('change', (event) => {
    if (event.target.dataset.take === 'invoices' && event.target.files.length) {
      invoices.choose(event.target.files[0]);
      event.target.value = '';
    }
  });
  return invoices.load();
}

export function creditReportEntry(kit, $scope, changed = () => {}) {
  const whole = ['overdueCount24m', 'maxDaysPastDue24m', 'currentOverdueDays', 'queries6m'];
  const amounts = ['outstandingDebt', 'guaranteesGiven'];
  const entry = { errors: {}, saved: false, wish: {} };
  $scope.creditEntry = entry;
  const items = $scope.file.checklist ? $scope.file.checklist.items : [];
  const consent = items.find((item) => item.kind === 'CREDIT_REPORT_AUTHORISATION');

  entry.reset = () => {
    entry.wish = {
      asOf: '', overdueCount24m: '', maxDaysPastDue24m: '', currentOverdueDays: '', outstandingDebt: '', guaranteesGiven: '', queries6m: '', defaulted: '',
      dishonestDebtor: '', authorisationReference: (consent && consent.documentId) || '', source: $scope.say('中国人民银行征信中心', 'Credit Reference Center, PBC')
    };
  };
  entry.spoken = (text) => spoken(text, $scope.zh);
  entry.store = () => {
    const wish = entry.wish;
    const plain = (text) => window.shouxin.decimal(text);
    entry.errors = {};
    entry.saved = false;
    const required = $scope.say('此项必填，没有请填 0。', 'Required; enter 0 for none.');
    whole.forEach((name) => { if (!/^\d{1,5}$/.test(plain(wish[name]) || '')) entry.errors[name] = plain(wish[name]) ? $scope.say('请填整数。', 'A whole number, please.') : required; });
    amounts.forEach((name) => { if (plain(wish[name]) === null) entry.errors[name] = required; else if (window.shouxin.scaled(wish[name]) === undefined) entry.errors[name] = $scope.say('不是金额。', 'Not an amount.'); });
    ['defaulted', 'dishonestDebtor'].forEach((name) => { if (wish[name] === '') entry.errors[name] = $scope.say('请选择。', 'Please choose.'); });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(wish.asOf)) entry.errors.asOf = $scope.say('请填写报告日期。', 'The date of the report, please.');
    if (Object.keys(entry.errors).length) return;
    const report = Object.assign({}, wish, { defaulted: wish.defaulted === 'YES', dishonestDebtor: wish.dishonestDebtor === 'YES' });
    whole.forEach((name) => { report[name] = Number(plain(wish[name])); });
    amounts.forEach((name) => { report[name] = plain(wish[name]); });
    kit.post(`/customers/${$scope.file.customer.id}/credit-reports`, report).then(() => {
      entry.saved = true;
      entry.open = false;
      entry.reset();
      changed();
    }, (failure) => {
      const refusals = failure.data && failure.data.refusals;
      if (!refusals) { kit.refused(failure); return; }
      refusals.forEach((refusal) => { entry.errors[refusal.field || 'asOf'] = refusal.message; });
    }).then(kit.refresh);
  };
  entry.reset();
}

Object.assign(window.shouxin, { invoiceEntry, creditReportEntry });

export default [];
