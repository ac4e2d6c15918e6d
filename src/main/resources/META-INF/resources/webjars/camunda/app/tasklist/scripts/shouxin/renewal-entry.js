/** Renewals of policy exceptions by vote: the exception as the panel exception-renewal.html draws it, and what is filled in. */
import './form-kit.js';

const UNITS = { MONTHS: ['个月', 'months'], BASIS_POINTS: ['个基点', 'basis points'] };

/** Into the scope: renewed, the policy exception of that number. */
function showRenewed($scope, kit, number) {
  $scope.renewedValue = (text) => {
    const { unit } = $scope.renewed;
    return unit === 'YUAN' ? `¥ ${$scope.money(text)}` : unit === 'SHARE' ? $scope.percent(text, 2) : UNITS[unit] ? `${text} ${$scope.say(...UNITS[unit])}` : text;
  };
  return kit.get(`/policy-exceptions/${encodeURIComponent(number)}`).then((found) => {
    $scope.renewed = found;
    kit.refresh();
  });
}

function askingRenewal($scope, kit) {
  $scope.model = { exceptionId: new URLSearchParams(window.location.search).get('exception') || '', until: '', reason: '', withdrawn: false };
  $scope.asked = () => ({ exceptionId: ($scope.model.exceptionId || '').trim(), until: ($scope.model.until || '').trim() || null, reason: $scope.model.reason || '' });
  $scope.lookUp = () => {
    const { exceptionId } = $scope.asked();
    $scope.renewed = null;
    return exceptionId ? showRenewed($scope, kit, exceptionId).catch(kit.refused) : Promise.resolve();
  };
  return {
    begin: () => $scope.lookUp(),
    /** Goes on with a renewal that came back. */
    continue: (before) => Object.assign($scope.model, { exceptionId: before.exception, until: before.until, reason: before.reason })
  };
}

window.shouxin = Object.assign(window.shouxin || {}, { askingRenewal, showRenewed });

export default [];
