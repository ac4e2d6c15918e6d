/** The bank's pages, by what one goes there for, and whom each serves. */
import { element } from './elements.js';
import { say } from './language.js';
import { root } from './service.js';

const everyone = () => true;
const officers = roles => roles.some(role => role !== 'APPLICANT');
const those = (...served) => roles => roles.some(role => served.includes(role));
const upperTiers = ['SENIOR_CREDIT_MANAGER', 'RISK_DIRECTOR'];

const groups = [
  [say('客户与额度', 'Customers and limits'), [
    ['central', say('客户授信总览', 'Customers across entities'), officers],
    ['groups', say('集团与关联关系', 'Connected groups'), officers],
    ['headroom', say('额度地图', 'Headroom map'), everyone],
    ['check', say('用信查询', 'May I sell?'), everyone],
    ['limits', say('额度调整', 'Changes of limits'), officers]
  ]],
  [say('评级与政策', 'Ratings and policies'), [
    ['rating', say('评级说明', 'Ratings explained'), officers],
    ['factors', say('因素排序', 'Ranking of factors'), those('ANALYST', 'CREDIT_MANAGER', ...upperTiers, 'AUDITOR')],
    ['exceptions', say('政策例外', 'Policy exceptions'), officers],
    ['policies', say('政策回溯试算', 'Policy replay'), those('POLICY_OFFICER', 'RISK_DIRECTOR', 'AUDITOR')],
    ['lender', say('资本数据', 'Lender figures'), those('POLICY_OFFICER', ...upperTiers, 'ANALYST', 'AUDITOR')]
  ]],
  [say('合同与贷后', 'Contracts and after'), [
    ['rooms', say('协商室', 'Credit rooms'), officers],
    ['signatures', say('合同验签', 'Verify a contract'), everyone],
    ['covenants', say('约定事项', 'Covenants'), everyone],
    ['write-offs', say('核销', 'Write-offs'), officers]
  ]],
  [say('办理', 'Work'), [
    ['workload', say('工作量与办理时限', 'Workload and deadlines'), officers],
    ['absences', say('缺勤日历', 'Absences'), those('CREDIT_MANAGER', ...upperTiers, 'COMMITTEE_MEMBER', 'AUDITOR')]
  ]]
];

/** Fills the place with links to what serves a person of these roles, group by group. */
export function showPlaces(place, roles) {
  const served = groups.map(([name, pages]) => [name, pages.filter(([, , serves]) => serves(roles))]).filter(([, pages]) => pages.length);
  place.replaceChildren(...served.map(([name, pages]) => element('div', {},
    element('span', {}, name),
    element('p', {}, ...pages.map(([page, label]) => element('a', { href: `${root}/app/${page}/default/` }, label))))));
  place.hidden = false;
}
