/** Lets a form show a policy draft's replay: `window.shouxin.showReplay(place, replay, word, loadLines)`. */
import { replayView } from '../../../policies/replay-view.js';

window.shouxin = Object.assign(window.shouxin || {}, {
  showReplay: (place, replay, word, loadLines) => place.replaceChildren(replayView(replay, word, loadLines))
});

export default [];
