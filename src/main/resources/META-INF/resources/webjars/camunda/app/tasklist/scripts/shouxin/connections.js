/** Group, detected connections and circles of the case's customer, in a form for officers: the panel connections.html. */
import './form-kit.js';

/** Into the scope: connections, with sentences ready to be read. */
export function connections(kit, $scope) {
  return kit.get(`/parties/${$scope.file.customer.id}/connections`).then((picture) => {
    const names = {};
    picture.parties.forEach((party) => { names[party.id] = party.name; });
    const name = (id) => names[id] || id;
    const link = (each) => `${name(each.one)} ${$scope.word('connectionReason', each.reason)} ${name(each.other)}${each.percent ? ` (${each.percent}%)` : ''}`;
    $scope.connections = {
      page: `${window.location.pathname.replace(/\/app\/.*/, '')}/app/groups/default/?party=${encodeURIComponent($scope.file.customer.id)}`,
      open: picture.proposals.filter((each) => !each.rejected && each.kind !== 'MEMBER_TO_LEAVE').map((each) => ({
        kind: each.kind, others: each.customers.filter((id) => id !== $scope.file.customer.id).map(name), why: each.links.slice(0, 8).map(link) })),
      confirmed: picture.links.slice(0, 8).map(link),
      circles: picture.circles.map((each) => ({ kind: each.kind, text: [...each.parties, each.parties[0]].map(name).join(' → ') })),
      known: picture.relations.length > 0
    };
    kit.refresh();
  });
}

window.shouxin = Object.assign(window.shouxin || {}, { connections });

export default [];
