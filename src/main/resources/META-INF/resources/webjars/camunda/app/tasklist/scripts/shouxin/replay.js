/** Lets a form show a policy draft: what it says otherwise than the version in force, and what its replay found. */
import { replayView } from '../../../policies/replay-view.js';

function showReplay(place, replay, word, loadLines) {
  place.replaceChildren(replayView(replay, word, loadLines));
}

/** Puts the draft, its difference to the version in force and its replay into the scope; the panel calls replayHere when it stands. */
function showDraft(kit, $scope, draftId) {
  const here = `/policy-drafts/${encodeURIComponent(draftId)}`;
  return Promise.all([kit.get(here), kit.get(`${here}/difference`)]).then(([draft, difference]) => {
    Object.assign($scope, { draft, difference });
    return draft.replayId ? kit.get(`${here}/replays/${draft.replayId}`) : null;
  }).then((replay) => {
    $scope.replayHere = () => setTimeout(() => {
      const place = document.getElementById('sx-replay');
      if (place && replay) showReplay(place, replay, $scope.word, (shown) => kit.get(`${here}/replays/${replay.replayId}/lines?size=50&after=${shown}`));
    });
  });
}

window.shouxin = Object.assign(window.shouxin || {}, { showReplay, showDraft });

export default [];
