/** Rules in the way of the case and the policy exceptions asked for them, in a form for officers: the panel policy-exceptions.html. */
import './form-kit.js';

const UNITS = { YUAN: ['元', 'CNY'], MONTHS: ['个月', 'months'], BASIS_POINTS: ['个基点', 'basis points'], SHARE: ['（小数，0.5 即 50%）', '(a fraction: 0.5 is 50%)'] };
const nothing = () => ({ reasonCode: null, reason: '', compensation: 'NONE', compensationWords: '', permitted: '', until: '' });

/** Into the scope: exceptions, with what the panel's buttons do. @param may whether the reader may ask here @param policy of one policy only */
export function policyExceptions(kit, $scope, may, policy) {
  const path = `/applications/${$scope.file.application.applicationId}/policy-exceptions`;
  const shown = (each) => !policy || each.policy === policy;
  const state = { may, rules: [], asked: [], target: null, model: nothing(), errors: {}, reasons: ['KEY_CUSTOMER', 'PASSING_CAUSE', 'PAPER_UNDER_WAY', 'RISK_COVERED', 'STATE_POLICY', 'OTHER'],
    compensations: ['NONE', 'ADDITIONAL_SECURITY', 'SHORTER_TERM', 'LOWER_LIMIT', 'CLOSER_REVIEW', 'COVENANT'] };
  $scope.exceptions = state;
  const load = () => kit.get(path).then((found) => {
    state.rules = found.rules.filter(shown);
    state.asked = found.exceptions.filter(shown);
    kit.refresh();
  });
  const failed = (failure) => {
    const refusals = (failure.data && failure.data.refusals) || [{ field: '', message: $scope.say('未能保存，请重试。', 'Not saved; please try again.') }];
    state.errors = {};
    refusals.forEach((one) => { state.errors[one.field || 'other'] = [state.errors[one.field || 'other'], one.message].filter(Boolean).join(' '); });
    kit.refresh();
  };
  const done = () => { state.target = null; state.errors = {}; return load().then(() => { if ($scope.exceptionsChanged) { $scope.exceptionsChanged(); } }); };
  Object.assign(state, {
    unit: (each) => (UNITS[each.unit] ? $scope.say(UNITS[each.unit][0], UNITS[each.unit][1]) : ''),
    value: (each, number) => (number === null || number === undefined || number === '' ? '—' : each.unit === 'YUAN' ? `¥ ${$scope.money(number)}` : each.unit === 'SHARE' ? $scope.percent(number, 2) : `${number}${each.unit === 'NONE' ? '' : ` ${$scope.say(UNITS[each.unit][0], UNITS[each.unit][1])}`}`),
    open: (each) => { state.target = each; state.model = nothing(); state.errors = {}; state.model.until = each.last || ''; },
    change: (each) => {
      state.target = each;
      state.errors = {};
      state.model = { reasonCode: each.reasonCode, reason: each.reason, compensation: each.compensation, compensationWords: each.compensationWords, permitted: each.permitted || '', until: each.untilAsked || each.until };
    },
    close: () => { state.target = null; },
    error: (field) => state.errors[field],
    send: () => {
      const each = state.target, model = state.model;
      const body = { policy: each.policy, rule: each.rule, facility: each.facility, permitted: each.unit === 'NONE' || !String(model.permitted).trim() ? null : window.shouxin.decimal(String(model.permitted)),
        reasonCode: model.reasonCode, reason: model.reason, compensation: model.compensation, compensationWords: model.compensation === 'NONE' ? '' : model.compensationWords, until: model.until || null };
      (each.number ? kit.put(`/policy-exceptions/${each.number}`, body) : kit.post(path, body)).then(done, failed);
    },
    takeBack: (each) => {
      kit.post(`/policy-exceptions/${each.number}/withdrawal`, { reason: $scope.say('分析师撤回', 'taken back by the analyst') }).then(done, failed);
    }
  });
  return load();
}

window.shouxin = Object.assign(window.shouxin || {}, { policyExceptions });

export default [];
