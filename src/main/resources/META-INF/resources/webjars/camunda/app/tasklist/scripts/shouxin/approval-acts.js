/**
 * What an officer may do with an approval case, and doing what needs no completion of the task: handing over, taking a signer off,
 * taking back, urging. Whatever is refused stands beside its field; nothing typed is lost.
 */
import './form-kit.js';

/** History lines of a case, decisions and other acts, in order. */
function historyOf(approval) {
  const decided = approval.decisions.map((decision) => ({
    no: decision.no, act: decision.verdict, tier: decision.tier, actor: decision.officer, principal: decision.principal,
    target: decision.reasonCode, reason: decision.comment, conditions: decision.conditions, standing: decision.standing, at: decision.decidedAt
  }));
  const other = approval.acts.map((act) => ({ ...act, act: act.verb, standing: true, conditions: [] }));
  return decided.concat(other).sort((one, another) => one.no - another.no);
}

/** Whom or what a line concerns, in words. */
function targetText($scope, line) {
  const { say, word, nameOf } = $scope;
  if (!line.target) return '';
  switch (line.act) {
    case 'DECLINE': return word('reason', line.target);
    case 'DECLARE_CONFLICT': return word('conflictKind', line.target);
    case 'RETURN_TO_TIER': case 'ESCALATE': case 'PASS_UP': return '→ ' + word('tier', line.target);
    case 'SIGN': return word('opinion', line.target);
    case 'ADD_SIGNERS': {
      const [place, rule, names] = line.target.split(' ');
      return [word('signingPlace', place), word('signingRule', rule), names.split(',').map((name) => $scope.signerName(name)).join(say('、', ', '))].join(' · ');
    }
    case 'ASK_FOR_DOCUMENTS': {
      const [, until, kinds] = line.target.split(' ');
      return say('客户，截止 ', 'the customer, until ') + until + say('：', ': ') + kinds.split(',').map((kind) => word('documentKind', kind)).join(say('、', ', '));
    }
    case 'REMOVE_SIGNER': return $scope.signerName(line.target);
    default: return '→ ' + nameOf(line.target);
  }
}

function reasonText($scope, line) {
  return ['ESCALATE', 'PASS_UP', 'LAPSE', 'SIGNERS_GONE', 'STALLED', 'VOID', 'STAND_IN'].includes(line.act) ? $scope.word('actReason', line.reason) : line.reason;
}

const ROLES = ['analyst', 'relationship-manager', 'credit-manager', 'senior-credit-manager', 'risk-director', 'committee-member', 'legal', 'policy-officer'];
const ROLE_CODE = (group) => group.toUpperCase().replace(/-/g, '_');

/** Words for the history; every form that shows decisions needs them. */
function approvalHistory($scope) {
  $scope.signerName = (name) => (ROLES.includes(name) ? $scope.word('role', ROLE_CODE(name)) : $scope.nameOf(name));
  $scope.historyOf = (approval) => {
    approval.lines = approval.lines || historyOf(approval);
    return approval.lines;
  };
  $scope.targetText = (line) => targetText($scope, line);
  $scope.hash = () => {
    const { file, draft, picture } = $scope;
    if (file.policyDraft) return draft && draft.proposalHash;
    const shown = file.override || file.limitChange || file.exception || file.writeOff || file.renewal || file.review || picture.proposal;
    return shown && shown.sha256;
  };
  $scope.actReasonText = (line) => reasonText($scope, line);
  $scope.atTier = (line) => !['SIGN', 'BRING_DOCUMENTS', 'URGE', 'RECALL', 'REASSIGN', 'STAND_IN', 'VOID', 'DECLARE_CONFLICT', 'LAPSE'].includes(line.act);
  $scope.actTone = (line) => ({
    good: line.act === 'APPROVE' || line.act === 'CONDITIONAL', bad: line.act === 'DECLINE' || line.target === 'OBJECT',
    warn: ['RETURN', 'RETURN_TO_TIER', 'TAKE_BACK', 'RECALL', 'ESCALATE', 'PASS_UP', 'LAPSE', 'SIGNERS_GONE', 'STALLED', 'DECLARE_CONFLICT'].includes(line.act)
  });
}

/** Puts choices and side acts of the case into the scope: may(act), whyNot(act), colleagues, signable, sideActs. */
function approvalActs(kit, $scope) {
  const path = () => '/approval-cases/' + $scope.task.approvalCaseId + '/acts';
  $scope.side = { open: null, done: null, reason: '', colleague: null, signer: '', errors: {} };
  $scope.may = (act) => Boolean($scope.choice && $scope.choice.acts.find((one) => one.act === act && one.allowed));
  $scope.whyNot = (act) => ($scope.choice && $scope.choice.acts.find((one) => one.act === act && !one.allowed)) || {};
  $scope.openSide = (act) => { Object.assign($scope.side, { open: $scope.side.open === act ? null : act, done: null, reason: '', errors: {} }); };
  $scope.sendSide = () => {
    const side = $scope.side;
    side.errors = {};
    kit.post(path(), { act: side.open, reason: side.reason || null, colleague: side.colleague || null, signer: side.signer || null }).then(() => {
      side.done = side.open;
      side.open = null;
      return load();
    }, (failure) => {
      const refusals = failure.data && failure.data.refusals;
      if (!refusals) { kit.refused(failure); return; }
      refusals.forEach((refusal) => { side.errors[refusal.field || 'other'] = refusal.message; });
    }).then(kit.refresh);
  };
  $scope.conflictKinds = ['RELATIVE', 'SHAREHOLDER', 'INTEREST_IN_DEAL', 'EARLIER_REVIEWER', 'OTHER'];
  $scope.aside = { open: false, done: false, kind: '', remark: '', errors: {} };
  $scope.standAside = () => {
    const { aside } = $scope;
    aside.errors = {};
    kit.post('/tasks/' + kit.taskId + '/conflict', { kind: aside.kind || null, remark: aside.remark || null }).then(() => {
      aside.open = false;
      aside.done = true;
    }, (failure) => {
      const refusals = failure.data && failure.data.refusals;
      if (!refusals) { kit.refused(failure); return; }
      refusals.forEach((refusal) => { aside.errors[refusal.field || 'other'] = refusal.message; });
    }).then(kit.refresh);
  };
  const load = () => kit.get(path()).then((choice) => { $scope.choice = choice; }, () => { $scope.choice = null; });
  return load();
}

window.shouxin = Object.assign(window.shouxin || {}, { approvalHistory, approvalActs, signerRoles: ROLES.map(ROLE_CODE) });
