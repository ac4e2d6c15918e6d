/**
 * What was typed into a task's form and not handed in: kept in this browser tab while one looks at another task or signs in
 * again after the session has ended, and put back when the same person opens the same task.
 */
const ENTERED = ['model', 'assessment', 'personal', 'verdicts'];

function entered($scope) {
  return window.angular.toJson(ENTERED.filter((name) => $scope[name]).map((name) => [name, $scope[name]]));
}

function store(action) {
  try {
    return action(window.sessionStorage);
  } catch (storageIsClosed) {
    return null;
  }
}

/** Watches over a form that has been loaded; once `sent` is called there is nothing to keep. */
export function keepUnsent($scope, taskId) {
  if (!taskId || !$scope.reader) return { sent: () => {} };
  const place = `shouxin.unsent.${$scope.reader.id}.${taskId}`;
  const first = entered($scope);
  let done = false;

  const put = (json) => JSON.parse(json).forEach(([name, value]) => { $scope[name] = value; });
  const keep = () => store((storage) => {
    if (done || entered($scope) === first) storage.removeItem(place);
    else storage.setItem(place, entered($scope));
  });

  const kept = store((storage) => storage.getItem(place));
  if (kept && kept !== first) {
    put(kept);
    $scope.restored = true;
  }
  $scope.startAfresh = () => {
    put(first);
    $scope.restored = false;
    store((storage) => storage.removeItem(place));
  };
  $scope.$on('$destroy', () => {
    keep();
    window.removeEventListener('pagehide', keep);
  });
  window.addEventListener('pagehide', keep);
  return { sent: () => { done = true; keep(); } };
}

export default [];
