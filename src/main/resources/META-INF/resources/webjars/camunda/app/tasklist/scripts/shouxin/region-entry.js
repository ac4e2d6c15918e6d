/** Entering where a customer stands; the panel enter-region.html works on `region` and `customer`. */
import './form-kit.js';

export function regionEntry(kit, $scope) {
  const region = { text: $scope.customer.region || '', message: '', entered: false };
  $scope.region = region;
  region.keep = () => kit.post(`/customers/${$scope.file.customer.id}/region`, { region: region.text }).then((customer) => {
    $scope.customer = customer;
    Object.assign(region, { message: '', entered: true });
  }, (failure) => {
    const refusals = failure.data && failure.data.refusals;
    if (!refusals) kit.refused(failure);
    else region.message = refusals.map((refusal) => refusal.message).join(' ');
  }).then(kit.refresh);
}

Object.assign(window.shouxin, { regionEntry });

export default [];
