/** Asking for a change of a limit or a temporary exception: choosing customer and account, and the rules checked while one types. */
import './form-kit.js';

const REASONS = ['FUNDING_NEED', 'BUSINESS_SCALE', 'RATING_CHANGED', 'MARKET_CHANGED', 'PAST_DUE', 'WARNING', 'HARDLY_USED', 'CLEARED', 'OTHER'];
const PAUSE_MILLISECONDS = 300;

/** Customers by name or number, for a form that starts with one. */
function findingCustomer($scope, kit) {
  $scope.search = { text: '', found: null };
  $scope.find = () => kit.get('/customers?limit=20&text=' + encodeURIComponent($scope.search.text || '')).then((found) => {
    $scope.search.found = found;
  }).catch(kit.refused);
}

/** How much of a level is taken, for the bar of the headroom map. */
function shareOf(part, level) {
  const whole = Math.max(Number(level.ceilingAfter || level.ceiling || 0), Number(level.committed) + Number(level.reserved));
  return whole > 0 ? Math.max(0, Math.min(100, (Number(part) / whole) * 100)) : 0;
}

/** What the panels of a limit case need, whoever looks at it. */
function showLimitCase($scope) {
  const { word } = $scope;
  const foreign = () => (($scope.preview && $scope.preview.levels) || []).some((level) => level.currency !== 'CNY');
  Object.assign($scope, {
    /** A sum in its currency; yuan bare, as everywhere, unless there is another currency beside it. */
    sumIn: (sum, currency) => {
      const code = currency || (sum || {}).currency || 'CNY';
      return (code !== 'CNY' ? `${code}\u00a0` : foreign() ? '¥ ' : '') + $scope.money(sum);
    },
    /** What a sum in a foreign currency is in yuan, and by which rate. */
    toldInYuan: (told, currency) => `≈ ¥ ${$scope.money(told.amount)} · 1 ${currency} = ¥ ${told.rate} · ${told.day}`,
    shareOf, deltaOf: Number,
    /** A suggestion after a rating carries its grades as codes, one after a policy exception the rule as the key of its name, one after a breach both languages. */
    saidBy: (change) => (/^[a-z][A-Za-z]*\.[A-Z][A-Z0-9_]*$/.test(change.reason || '') ? word(...change.reason.split('.')) : $scope.say(change.reason || '', change.reasonEn || change.reason || '')).replace(/\b(EXCELLENT|GOOD|FAIR|WATCH|POOR)\b/g, (grade) => word('grade', grade))
  });
}

function asking($scope, kit, path, previewed) {
  let turn = 0;
  let pause = null;
  showLimitCase($scope);
  Object.assign($scope, { preview: null, previewProblem: '', noAccount: '', papers: [], accountOf: (level) => `${level.account.level}:${level.account.number}` });
  const weigh = () => {
    const mine = ++turn;
    const body = previewed();
    if (!body.customerId || !body.account) return Promise.resolve();
    return kit.post(`${path}/preview`, body).then((preview) => {
      if (mine === turn) Object.assign($scope, { preview, previewProblem: '', noAccount: '' });
    }, (failure) => {
      if (mine !== turn) return;
      const refusals = (failure.data && failure.data.refusals) || [];
      const said = refusals.map((refusal) => refusal.message + ' ' + (refusal.help || '')).join(' ');
      if ($scope.preview) $scope.previewProblem = said;
      else $scope.noAccount = said;
    }).then(kit.refresh);
  };
  kit.takeFiles((file) => kit.upload(`/customers/${$scope.model.customerId}/documents`, file).then((paper) => {
    $scope.papers.push(paper);
    $scope.model.documentId = paper.documentId;
    kit.settled('file');
    kit.refresh();
  }).catch(kit.refused));
  $scope.$watch(() => JSON.stringify(previewed()), () => {
    clearTimeout(pause);
    pause = setTimeout(weigh, PAUSE_MILLISECONDS);
  });
  const papers = (customer) => kit.get(`/customers/${encodeURIComponent(customer)}/documents`).then((found) => { $scope.papers = found; });
  return {
    choose: (customer) => {
      Object.assign($scope, { preview: null, noAccount: '' });
      $scope.model.account = `CUSTOMER:${customer}`;
      return Promise.all([weigh(), papers(customer)]).catch(kit.refused);
    },
    /** Goes on with a case on file. */
    take: (customer) => Promise.all([weigh(), papers(customer)])
  };
}

const plain = ($scope, text) => (text === '' || text === null || text === undefined ? null : $scope.decimal(text));

function askingChange($scope, kit) {
  Object.assign($scope, { kinds: ['INCREASE', 'DECREASE', 'SUSPEND', 'RESUME'], changeReasons: REASONS, levelsOffered: ['GROUP', 'CUSTOMER', 'FACILITY'] });
  $scope.movesCeiling = () => $scope.model.kind === 'INCREASE' || $scope.model.kind === 'DECREASE';
  $scope.asked = () => {
    const model = $scope.model;
    return {
      customerId: model.customerId, account: model.account, kind: model.kind || null,
      newCeiling: $scope.movesCeiling() ? plain($scope, model.newCeiling) : null, by: null, atOnce: Boolean(model.atOnce), cause: model.cause || null,
      reasonCode: model.reasonCode || null, reason: model.reason || null, documentId: model.documentId || null
    };
  };
  $scope.movedBy = () => {
    const [before, after] = [$scope.preview && $scope.preview.ceilingBefore, $scope.preview && $scope.preview.ceilingAfter].map(Number);
    if (!before || !after || before === after) return '';
    return `${after > before ? '+' : '−'}${(Math.abs(after - before) / before * 100).toFixed(1)}%`;
  };
  const entry = asking($scope, kit, '/limit-changes', () => ({ ...$scope.asked(), reasonCode: null, reason: null, documentId: null }));
  return {
    choose: entry.choose,
    continue: (file) => {
      const before = file.limitChange;
      Object.assign($scope, { amending: true, suggested: before.status === 'SUGGESTED', inEffect: before.status === 'IN_EFFECT' });
      Object.assign($scope.model, {
        customerId: before.customer, account: `${before.account.level}:${before.account.number}`, kind: before.kind,
        newCeiling: before.ceilingAfter ? window.shouxin.amountText(before.ceilingAfter.amount) : '', atOnce: before.atOnce, cause: before.cause,
        reasonCode: before.reasonCode || (before.cause === 'RATING_CHANGE' ? 'RATING_CHANGED' : before.cause === 'MARKET_SIGNAL' ? 'MARKET_CHANGED' : null),
        reason: $scope.saidBy(before), documentId: before.document || null
      });
      return entry.take(before.customer);
    }
  };
}

function askingException($scope, kit) {
  $scope.levelsOffered = ['GROUP', 'CUSTOMER'];
  $scope.asked = () => {
    const model = $scope.model;
    return {
      customerId: model.customerId, account: model.account, extra: plain($scope, model.extra),
      until: /^\d{4}-\d{2}-\d{2}$/.test(model.until || '') ? model.until : null, reason: model.reason || null, conditions: model.conditions || null,
      documentId: model.documentId || null
    };
  };
  const entry = asking($scope, kit, '/temporary-exceptions', () => ({ ...$scope.asked(), reason: null, conditions: null, documentId: null }));
  return {
    choose: entry.choose,
    continue: (file) => {
      const before = file.exception;
      $scope.amending = true;
      Object.assign($scope.model, {
        customerId: before.customer, account: `${before.account.level}:${before.account.number}`, extra: window.shouxin.amountText(before.extra.amount),
        until: before.until, reason: before.reason, conditions: before.conditions, documentId: before.document || null
      });
      return entry.take(before.customer);
    }
  };
}

window.shouxin = Object.assign(window.shouxin || {}, { findingCustomer, showLimitCase, askingChange, askingException });

export default [];
