/** Proposing a write-off: the customer's drawn facilities, his papers, and what is filled in. */
import './form-kit.js';

const REASONS = ['BANKRUPTCY', 'ENFORCEMENT_ENDED', 'DEATH_OR_MISSING', 'FRAUD', 'COLLECTION_EXHAUSTED', 'OTHER'];

function proposingWriteOff($scope, kit) {
  $scope.model = { customerId: null, facilityId: null, amount: '', reasonCode: null, reason: '', measures: '', papers: {}, withdrawn: false };
  Object.assign($scope, { candidates: null, papers: [], writeOffReasons: REASONS });
  $scope.chosen = () => ($scope.candidates || []).find((one) => one.facility === $scope.model.facilityId) || {};
  $scope.misfitText = () => $scope.word('writeOffMisfit', $scope.file.writeOff.misfit);
  $scope.asked = () => {
    const { model } = $scope;
    const empty = model.amount === '' || model.amount === null || model.amount === undefined;
    return {
      facilityId: model.facilityId, amount: empty ? null : $scope.decimal(model.amount), reasonCode: model.reasonCode || null,
      reason: model.reason || null, measures: model.measures || null, papers: Object.keys(model.papers).filter((paper) => model.papers[paper])
    };
  };
  kit.takeFiles((file) => kit.upload(`/customers/${$scope.model.customerId}/documents`, file).then((paper) => {
    $scope.papers.push(paper);
    $scope.model.papers[paper.documentId] = true;
    kit.settled('papers');
    kit.settled('file');
    kit.refresh();
  }).catch(kit.refused));
  const load = (customer) => Promise.all([
    kit.get(`/write-offs/candidates?customer=${encodeURIComponent(customer)}`).then((found) => { $scope.candidates = found; }),
    kit.get(`/customers/${encodeURIComponent(customer)}/documents`).then((found) => { $scope.papers = found; })
  ]).then(kit.refresh);
  return {
    choose: (customer) => {
      Object.assign($scope.model, { facilityId: null, papers: {} });
      return load(customer).then(() => {
        if ($scope.candidates.length === 1) $scope.model.facilityId = $scope.candidates[0].facility;
      }).then(kit.refresh).catch(kit.refused);
    },
    /** Goes on with a write-off that came back. */
    continue: (before) => {
      $scope.amending = true;
      Object.assign($scope.model, {
        customerId: before.customer, facilityId: before.facility, amount: window.shouxin.amountText(before.amount.amount), reasonCode: before.reasonCode,
        reason: before.reason, measures: before.measures, papers: Object.fromEntries(before.papers.map((paper) => [paper, true]))
      });
      return load(before.customer);
    }
  };
}

window.shouxin = Object.assign(window.shouxin || {}, { proposingWriteOff });

export default [];
