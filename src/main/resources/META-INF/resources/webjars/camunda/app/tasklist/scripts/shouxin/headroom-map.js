/** Lets a form draw the map of headroom with the amount of its case: `shouxin.showHeadroomMap(scope)`, called by the panel. */
import './form-kit.js';
import { HeadroomMapView, loadLabels } from '../../../headroom/map-view.js';
import { call, refusalsOf } from '../../../shouxin/service.js';

/** What is to be tried: the proposal's limit, else what is applied for; with reviews the change is told per level instead. */
function wish(file) {
  if (file.review) return { review: true };
  const proposal = (file.proposals || []).find((one) => one.current) || (file.proposals || [])[0];
  const application = file.application;
  const held = Boolean(proposal && Number(proposal.amount.amount) > 0);
  const wanted = (application && application.form && application.form.facilities) || [];
  const total = wanted.length ? window.shouxin.total(wanted.map((one) => one.amount)) : application && application.requested && application.requested.amount;
  return { held, amount: held ? proposal.amount.amount : total, number: application && application.applicationId };
}

/** Ceiling and room once what is decided on is confirmed, where the ledger tells it to be otherwise than now. */
function after(file) {
  const levels = (file.headroom && file.headroom.levels) || [];
  return Object.fromEntries(levels
    .filter((level) => ['ceiling', 'free'].some((what) => (level[what] || {}).amount !== (level[what + 'After'] || {}).amount))
    .map((level) => [`${level.account.level}:${level.account.number}`, {
      ceiling: (level.ceilingAfter || {}).amount, free: (level.freeAfter || {}).amount, binds: level.bindsAfter
    }]));
}

async function showHeadroomMap(scope) {
  const { file } = scope;
  const known = wish(file);
  const state = Object.assign(scope.headroomMap = {}, known);
  try {
    const [map, labels] = await Promise.all([call(`/headroom-map?customerId=${encodeURIComponent(file.customer.id)}`), loadLabels()]);
    state.withheld = map.withheld;
    state.none = !map.root && !map.withheld;
    state.notOpened = Boolean(map.root) && !map.opened;
    if (map.root) {
      const view = new HeadroomMapView({ labels, line: true, purpose: file.review ? 'UNDER_CEILING' : 'NEW_CREDIT', inPlaceOf: known.held ? known.number : null, after: after(file) });
      view.show(map, known.amount || undefined);
      document.querySelectorAll('.sx-form .sx-headroom-map').forEach((place) => place.replaceChildren(view.element));
    }
  } catch (failure) {
    state.failure = refusalsOf(failure)[0].message;
  }
  scope.$evalAsync();
}

Object.assign(window.shouxin, { showHeadroomMap: (scope) => { showHeadroomMap(scope); } });

export default [];
