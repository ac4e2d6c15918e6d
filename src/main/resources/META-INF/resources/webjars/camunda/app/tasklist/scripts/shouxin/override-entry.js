/** Asking for a rating override: the rating in force, the grades one may ask for, the reasons, and the paper that proves it. */
import './form-kit.js';

const GRADES = ['EXCELLENT', 'GOOD', 'FAIR', 'WATCH', 'POOR'];

function askingOverride($scope, kit) {
  $scope.override = { rating: null, asked: false, grades: GRADES, reasons: [], papers: [] };
  $scope.notches = (grade) => {
    const from = $scope.override.rating && GRADES.indexOf($scope.override.rating.modelGrade.code);
    return from === null ? 0 : from - GRADES.indexOf(grade);
  };
  $scope.notchText = (grade) => {
    const by = $scope.notches(grade);
    if (by === 0) return $scope.say('模型等级', 'the model');
    return by > 0 ? $scope.say(`上调 ${by} 级`, `up ${by}`) : $scope.say(`下调 ${-by} 级`, `down ${-by}`);
  };
  $scope.asked = () => {
    const model = $scope.model;
    return {
      customerId: model.customerId, ratingId: model.ratingId, grade: model.grade || null, reasonCode: model.reasonCode || null,
      evidence: model.evidence || null, evidenceSource: model.evidenceSource || null,
      evidenceDate: /^\d{4}-\d{2}-\d{2}$/.test(model.evidenceDate || '') ? model.evidenceDate : null, documentId: model.documentId || null
    };
  };
  kit.takeFiles((file) => kit.upload(`/customers/${$scope.model.customerId}/documents`, file).then((paper) => {
    $scope.override.papers.push(paper);
    $scope.model.documentId = paper.documentId;
    kit.settled('file');
    kit.refresh();
  }).catch(kit.refused));
  return {
    ready: () => kit.get('/rating-overrides/reasons').then((reasons) => { $scope.override.reasons = reasons; }),
    choose: (customer) => Promise.all([kit.get(`/ratings?customer=${encodeURIComponent(customer)}`), kit.get(`/customers/${encodeURIComponent(customer)}/documents`)])
      .then(([ratings, papers]) => {
        const rating = ratings[0] && !ratings[0].knockedOut ? ratings[0] : null;
        Object.assign($scope.override, { rating, asked: true, papers });
        $scope.model.ratingId = rating && rating.id;
        kit.refresh();
      }).catch(kit.refused)
  };
}

window.shouxin = Object.assign(window.shouxin || {}, { askingOverride });

export default [];
