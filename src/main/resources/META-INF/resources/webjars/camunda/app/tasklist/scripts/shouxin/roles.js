/**
 * Offers only what the person's roles allow: who may start nothing is shown no start button, an auditor none to claim with. This is
 * comfort only; the bank refuses both by itself. (The process administrator's engine right includes starting, but he does no business.)
 */
const root = document.querySelector('base').getAttribute('app-root');
const MAY_START = ['APPLICANT', 'RELATIONSHIP_MANAGER', 'ANALYST', 'POLICY_OFFICER', 'RISK_DIRECTOR'];
const MAKE_POLICY = ['POLICY_OFFICER', 'RISK_DIRECTOR'];

function shown(roles) {
  document.body.classList.toggle('shouxin-starts-nothing', Boolean(roles) && !roles.some(role => MAY_START.includes(role)));
  document.body.classList.toggle('shouxin-makes-policy', Boolean(roles) && roles.some(role => MAKE_POLICY.includes(role)));
  document.body.classList.toggle('shouxin-claims-nothing', Boolean(roles) && roles.includes('AUDITOR'));
}

async function ask() {
  const response = await fetch(`${root}/api/shouxin/v1/me`, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
    .catch(() => null);
  shown(response && response.ok ? (await response.json()).roles : null);
}

// The page stays while one person signs out and another in; the start button comes and goes with them.
let signedIn = false;
new MutationObserver(() => {
  const now = Boolean(document.querySelector('.start-process-action'));
  if (now === signedIn) return;
  signedIn = now;
  if (now) ask();
  else shown(null);
}).observe(document.body, { childList: true, subtree: true });

export default [];
