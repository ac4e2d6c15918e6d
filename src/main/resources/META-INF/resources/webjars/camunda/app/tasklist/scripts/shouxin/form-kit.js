/**
 * What every embedded form shares: the case behind the task, words in two languages, money and dates as people write
 * them, refusals beside their fields, and the one variable a form submits. Forms reach it as `window.shouxin`.
 */
import { keepUnsent } from './unsent.js';

const API = '/camunda/api/shouxin/v1';
/** Its name goes without saying. */
const HEAD_OFFICE = 'HQ';

let words = {};
let wordsLanguage = null;

function language() {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
}

function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Decimal text with thousands separators and two digits, without ever becoming a binary number. */
function money(value) {
  if (value === null || value === undefined || value === '') return '—';
  const text = String(typeof value === 'object' ? value.amount : value);
  const negative = text.startsWith('-');
  const [whole, fraction = ''] = (negative ? text.slice(1) : text).split('.');
  return (negative ? '-' : '') + grouped(whole) + '.' + (fraction + '00').slice(0, 2);
}

/** A fraction as a percentage: 0.0525 is 5.25 %. */
function percent(value, digits = 2) {
  if (value === null || value === undefined || value === '') return '—';
  return (Number(value) * 100).toFixed(digits) + '%';
}

/** What a person typed as an amount, as plain decimal text; full-width digits and separators are fine. */
function decimal(text) {
  if (text === null || text === undefined) return null;
  const plain = String(text).normalize('NFKC').replace(/[,\s¥¥]/g, '');
  return plain === '' ? null : plain;
}

function dateText(value) {
  if (!value) return '—';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const date = new Date(value);
  const pad = (n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** What a field is called on the page; in which item, where there are several. */
function labelOf(field) {
  const place = field && document.querySelector(`.sx-form [data-field="${CSS.escape(field)}"]`);
  const label = place && place.querySelector('.sx-label, legend, h3, .sx-doc-line strong');
  if (!label) return '';
  const item = place.closest('.sx-item');
  const several = item && item.parentElement.querySelectorAll('.sx-item').length > 1;
  return (several ? item.querySelector('strong').textContent.trim() + ' ' : '') + label.firstChild.textContent.trim();
}

/** Tasklist repeats a refusal in a corner and leaves it there; once it is settled, it must not outlive the form. */
function dropNotifications(formElement) {
  const injector = formElement.injector && formElement.injector();
  if (injector && injector.has('Notifications')) injector.get('Notifications').clearAll();
}

/** An amount typed gets its separators when one leaves the field; a complaint goes as soon as one changes what it is about. */
function helpTyping(root, settled) {
  let grouping = false;
  root.addEventListener('focusout', ({ target }) => {
    if (!target.matches('input.num[inputmode=decimal]')) return;
    const text = window.shouxin.amountText(target.value);
    if (text === target.value) return;
    grouping = true;
    target.value = text;
    target.dispatchEvent(new Event('input', { bubbles: true }));
    grouping = false;
  });
  const changed = ({ target }) => {
    const place = !grouping && target.closest('[data-field]');
    if (place) settled(place.dataset.field);
  };
  root.addEventListener('input', changed);
  root.addEventListener('change', changed);
}

/** Number of the change of a limit or review a task is about: breach cases may stand behind it. */
const behind = (file) => (file.limitChange && file.limitChange.cause === 'BREACH' ? file.limitChange.id : file.review ? file.review.reviewId : null);

/**
 * @param parts   {camForm, $scope, $http} as the form script gets them
 * @param options {load(form): promise, submission(form): object}
 */
function form(parts, options) {
  const { camForm, $scope, $http } = parts;
  const submitVariable = { name: 'submission', type: 'String', value: '{}', isDirty: true };
  let unread = { refusals: [], leftOut: null };
  const kit = {
    taskId: camForm.taskId,
    get: (path) => $http.get(API + path).then((answer) => answer.data),
    post: (path, body) => $http.post(API + path, body).then((answer) => answer.data),
    put: (path, body) => $http.put(API + path, body).then((answer) => answer.data),
    upload: (path, file, fields = {}) => {
      const data = new FormData();
      data.append('file', file);
      Object.entries(fields).forEach(([name, value]) => data.append(name, value));
      return $http.post(API + path, data, {
        transformRequest: (body) => body,
        headers: { 'Content-Type': undefined }
      }).then((answer) => answer.data);
    },
    /** The case behind the task, with the name of a granting entity that is not the head office, into the scope: file, reader, obstacles and the customer with the name of his industry. */
    forecasts: () => Object.assign($scope, {
      forecastNames: (logins) => logins.map((login) => $scope.forecast.people[login] || login).join($scope.say('、', ', ')) || '—',
      askForecast: () => kit.get(`/applications/${$scope.file.application.applicationId}/path-forecast`)
        .then((forecast) => { Object.assign($scope, { forecast, forecastRefused: '' }); },
          (failure) => { $scope.forecastRefused = ((failure.data && failure.data.refusals) || [{}])[0].message || $scope.say('暂时无法试算。', 'Not possible now.'); })
        .then(kit.refresh)
    }),
    loadCase: () => kit.get(`/tasks/${camForm.taskId}/case-file`).then((task) => {
      Object.assign($scope, { task, file: task.file, reader: task.reader, obstacles: task.obstacles, customer: task.file.customer });
      const entity = task.file.application && task.file.application.entity;
      const rounds = (task.file.approvals || []).filter((one) => one.subjectType === 'credit-application');
      return Promise.all([
        task.approvalCaseId && rounds.length > 1 && kit.get(`/approval-cases/${task.approvalCaseId}/changes`).then((since) => { $scope.since = since; }),
        task.file.customer && kit.get(`/customers/${task.file.customer.id}`).then((customer) => { $scope.customer = customer; }),
        behind(task.file) && kit.get(`/breach-cases?reference=${encodeURIComponent(behind(task.file))}`).then((found) => { $scope.breachCases = found.items; }),
        task.file.review && kit.get(`/customers/${task.file.customer.id}/policy-exceptions`).then((found) => {
          $scope.exceptedRules = found.exceptions.filter((one) => one.status === 'APPROVED' && one.policy === 'knock-out');
        }),
        task.file.renewal && window.shouxin.showRenewed($scope, kit, task.file.renewal.exception),
        task.file.policyDraft && window.shouxin.showDraft(kit, $scope, task.file.policyDraft.draftId),
        entity && entity !== HEAD_OFFICE && kit.get('/granting-entities').then((all) => {
          const found = all.find((one) => one.code === entity);
          $scope.entityName = found ? $scope.say(found.nameZh, found.nameEn) : entity;
        })
      ]);
    }),
    /** Hands each file chosen in an input with data-take over, with that attribute's value, and empties the input. */
    takeFiles: (take) => camForm.formElement[0].addEventListener('change', (event) => {
      const name = event.target.dataset && event.target.dataset.take;
      if (!name || !event.target.files.length) return;
      const files = [...event.target.files];
      event.target.value = '';
      files.forEach((file) => take(file, name));
    }),
    /** A file chosen in the panel condition-evidence is kept with the application and becomes model.evidence. */
    takeConditionEvidence: () => kit.takeFiles((file) => {
      kit.clear();
      kit.upload(`/applications/${$scope.file.application.applicationId}/documents?kind=CONDITION_EVIDENCE`, file).then((stored) => {
        $scope.model.evidence = stored.documentId;
        $scope.model.evidenceName = stored.fileName;
      }).catch(kit.refused).then(kit.refresh);
    }),
    content: (documentId) => `${API}/documents/${documentId}/content`,
    show: (field) => {
      const place = document.querySelector(`.sx-form [data-field="${field}"]`);
      if (!place) return;
      for (let closed = place.closest('details:not([open])'); closed; closed = place.closest('details:not([open])')) closed.open = true;
      place.scrollIntoView({ block: 'center', behavior: 'smooth' });
      const input = place.querySelector('input, select, textarea, button');
      if (input) input.focus({ preventScroll: true });
    },
    refresh: () => $scope.$evalAsync(),
    /** What stood against a field is settled; an upload calls it, typing and choosing do by themselves. */
    settled: (field) => {
      if (!$scope.errors[field]) return;
      delete $scope.errors[field];
      $scope.refusals = $scope.refusals.filter((refusal) => refusal.field !== field);
    },
    /** What the browser alone can tell, with the field left out so that the answer must be a refusal; shown together with it. */
    unreadable: (refusals, leftOut) => { unread = { refusals, leftOut }; },
    refused,
    clear
  };

  Object.assign($scope, { kit, shouxin: window.shouxin, money, percent, dateText, decimal, ready: false, busy: false, errors: {}, refusals: [], notice: '' });
  $scope.lang = language();
  $scope.zh = $scope.lang === 'zh';
  $scope.say = (zh, en) => ($scope.zh ? zh : en);
  $scope.word = (prefix, code) => (code ? words[`${prefix}.${code}`] || code : '—');
  /* A covenant in words: what is asked with its later targets, and when it is tested. */
  const covenantFigure = (value, unit) => (unit === 'FRACTION' ? percent(value) : unit === 'TIMES' ? `${value}${$scope.say(' 倍', '×')}`
    : unit === 'DAYS' ? `${value}${$scope.say(' 天', ' days')}` : `¥${money(value)}`);
  $scope.covenantAsked = (covenant) => $scope.word('covenant', covenant.code) + (covenant.target === undefined || covenant.target === null ? ''
    : `${$scope.say('', ' ')}${$scope.word('covenantBound', covenant.bound)} ${covenantFigure(covenant.target, covenant.unit)}` + (covenant.steps || []).map((step) =>
      $scope.say(`；满 ${step.afterMonths} 个月起${$scope.word('covenantBound', covenant.bound)} `, `; from month ${step.afterMonths} on ${$scope.word('covenantBound', covenant.bound)} `)
      + covenantFigure(step.target, covenant.unit)).join(''));
  $scope.covenantTested = (covenant) => `${$scope.word('covenantFrequency', covenant.frequency)}${$scope.say(`，期末后 ${covenant.dueDays} 日，提前 ${covenant.noticeDays} 日通知，宽限 ${covenant.graceDays} 日`,
    `, ${covenant.dueDays} days after the period, notice ${covenant.noticeDays}, grace ${covenant.graceDays} days`)}`;
  /* What the causes of a breach propose, from mild to grave. */
  const weight = (proposal) => ['WAIVE', 'REVIEW', 'SECURITY', 'DECREASE', 'SUSPEND'].indexOf(proposal);
  $scope.breachHeavier = () => ($scope.breachCases || []).some((each) => each.open && weight(each.proposal) > weight($scope.file.limitChange
    ? $scope.file.limitChange.kind : 'SECURITY'));
  $scope.nameOf = (login) => ($scope.file && $scope.file.people && $scope.file.people[login]) || login;
  $scope.error = (field) => $scope.errors[field];
  $scope.withField = (refusal) => Boolean(refusal.field);
  $scope.withoutField = (refusal) => !refusal.field;
  $scope.refusalText = (refusal) => {
    const label = labelOf(refusal.field);
    return label && !refusal.message.includes(label) ? label + $scope.say('：', ': ') + refusal.message : refusal.message;
  };

  function loadWords() {
    if (wordsLanguage === $scope.lang) return Promise.resolve();
    return $http.get(`${API}/wording?language=${$scope.lang}`).then((answer) => {
      words = answer.data;
      wordsLanguage = $scope.lang;
    });
  }

  function clear() {
    $scope.errors = {};
    $scope.refusals = [];
    if (document.body.classList.contains('sx-refused')) dropNotifications(camForm.formElement);
    document.body.classList.remove('sx-refused');
  }

  /** Shows what was refused: beside the field where there is one, at the top where there is none. */
  function refused(failure) {
    const problem = failure && failure.data ? failure.data : failure;
    const list = problem && problem.refusals ? problem.refusals : null;
    clear();
    if (list) {
      list.forEach((refusal) => {
        if (refusal.field) $scope.errors[refusal.field] = refusal.message;
        $scope.refusals.push(refusal);
      });
      document.body.classList.add('sx-refused');
    } else {
      const status = failure && failure.status;
      $scope.refusals.push({
        message: status === 401 ? $scope.say('登录已失效，请重新登录。', 'Your session has ended; please sign in again.')
          : $scope.say('操作未能完成，您填写的内容没有丢失。', 'This could not be done; nothing you entered is lost.'),
        help: status === 401 ? '' : $scope.say('请稍后重试；如仍失败，请联系流程管理员。', 'Try again in a moment, or tell the process administrator.')
      });
    }
    kit.refresh();
    setTimeout(() => {
      const first = document.querySelector('.sx-form .sx-alert, .sx-form .sx-error:not(:empty)');
      if (first) first.scrollIntoView({ block: 'center', behavior: 'smooth' });
    }, 50);
  }

  camForm.on('form-loaded', () => {
    camForm.variableManager.createVariable(submitVariable);
    helpTyping(camForm.formElement[0], (field) => { kit.settled(field); kit.refresh(); });
  });
  let unsent = null;
  const run = () => loadWords()
    .then(() => (options.load ? options.load(kit) : undefined))
    .then(() => { $scope.ready = true; unsent = keepUnsent($scope, camForm.taskId); kit.refresh(); })
    .catch((failure) => { $scope.ready = true; refused(failure); });
  camForm.on('form-loaded', () => { run(); });

  let heldBack = false;
  const withUnreadable = (problem) => {
    if (!unread.refusals.length || !problem || !problem.refusals) return problem;
    const own = unread.refusals.map((refusal) => refusal.field).concat(unread.leftOut);
    return { ...problem, refusals: unread.refusals.concat(problem.refusals.filter((refusal) => !own.includes(refusal.field))) };
  };
  camForm.on('submit', (event) => {
    clear();
    const submission = options.submission ? options.submission(kit) : {};
    heldBack = submission === false;
    if (heldBack) {
      event.submitPrevented = true;
      document.body.classList.add('sx-refused');
      return;
    }
    camForm.variableManager.variableValue('submission', JSON.stringify(submission));
  });
  camForm.on('submit-failed', (event, failures) => {
    if (heldBack) return;
    const failure = Array.isArray(failures) ? failures[0] : failures;
    refused(withUnreadable(failure && failure.response && failure.response.body ? failure.response.body : failure));
  });
  camForm.on('submit-success', () => {
    clear();
    if (unsent) unsent.sent();
  });
  return kit;
}

window.shouxin = Object.assign(window.shouxin || {}, { form, money, percent, decimal, dateText, api: API });

export default [];
