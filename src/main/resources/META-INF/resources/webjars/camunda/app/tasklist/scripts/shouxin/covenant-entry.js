/** The covenants the library suggests, and what the analyst wants otherwise: the panel amend-covenants.html. */
import './form-kit.js';

const FREQUENCIES = ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'];
const MONTHS = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 };
/* A share is typed as per cent, anything else as it is. */
const typed = (value, unit) => (value === null || value === undefined ? '' : String(unit === 'FRACTION' ? Number((Number(value) * 100).toFixed(4)) : Number(value)));
const told = (text, unit) => (text === null ? null : unit === 'FRACTION' ? String(Number((Number(text) / 100).toFixed(6))) : text);

/** Into the scope: covenantEntry, with what the panel's buttons do. */
export function covenantEntry(kit, $scope) {
  const row = (choice, asked) => ({ ...choice, code: choice.covenant.code, act: asked ? asked.act : null, reason: asked ? asked.reason : '',
    target: typed(asked && asked.target !== null && asked.target !== undefined ? asked.target : choice.covenant.target, choice.covenant.unit),
    frequency: (asked && asked.frequency) || choice.covenant.frequency,
    graceDays: String(asked && asked.graceDays !== null && asked.graceDays !== undefined ? asked.graceDays : choice.covenant.graceDays) });
  const state = { rows: [], grade: null, frequencies: (one) => FREQUENCIES.filter((each) => MONTHS[each] <= Math.max(MONTHS[one.rarest], MONTHS[one.covenant.frequency])) };
  $scope.covenantEntry = state;
  const amended = () => state.rows.filter((one) => one.act);
  Object.assign(state, {
    others: () => state.rows.filter((one) => !one.suggested && !one.act),
    shown: () => state.rows.filter((one) => one.suggested || one.act),
    place: (one) => `covenants[${amended().indexOf(one)}]`,
    error: (one, name) => (one.act ? $scope.error(state.place(one) + (name ? `.${name}` : '')) : ''),
    unit: (one) => ({ FRACTION: '%', TIMES: $scope.say('倍', 'times'), DAYS: $scope.say('天', 'days'), YUAN: $scope.say('元', 'CNY') })[one.covenant.unit],
    easiest: (one) => (one.easiest === null || one.easiest === undefined ? '' : typed(one.easiest, one.covenant.unit)),
    start: (one, act) => { one.act = act; },
    add: () => {
      const one = state.rows.find((each) => each.code === state.adding);
      if (one) one.act = 'ADD';
      state.adding = null;
    },
    undo: (one) => { Object.assign(one, row(one, null)); },
    /** For the submission; only what differs from what is suggested. */
    told: () => amended().map((one) => {
      const covenant = one.covenant, drop = one.act === 'DROP', decimal = window.shouxin.decimal, figure = covenant.target !== null && covenant.target !== undefined;
      const target = figure ? told(decimal(String(one.target)), covenant.unit) : null, days = decimal(String(one.graceDays));
      return { code: one.code, act: one.act, reason: one.reason.trim(),
        target: drop || !figure || Number(target) === Number(covenant.target) ? null : target,
        frequency: drop || one.frequency === covenant.frequency ? null : one.frequency,
        graceDays: drop || Number(days) === covenant.graceDays ? null : Number(days) };
    }),
    /** What cannot be read as a number, told before anything is sent. */
    unreadable: () => amended().filter((one) => one.act !== 'DROP').flatMap((one) => {
      const decimal = window.shouxin.decimal, wrong = [], figure = one.covenant.target !== null && one.covenant.target !== undefined;
      if (figure && !/^-?\d{1,12}(\.\d{1,6})?$/.test(decimal(String(one.target)) || '')) wrong.push({ field: `${state.place(one)}.target`, message: $scope.say('请填写数字。', 'Please give a number.') });
      if (!/^\d{1,3}$/.test(decimal(String(one.graceDays)) || '')) wrong.push({ field: `${state.place(one)}.graceDays`, message: $scope.say('请填写整数天数。', 'Please give whole days.') });
      return wrong;
    })
  });
  return kit.get(`/applications/${$scope.file.application.applicationId}/suggested-covenants`).then((found) => {
    state.grade = found.grade;
    state.rows = found.choices.map((choice) => row(choice, found.amendments.find((asked) => asked.code === choice.covenant.code)));
    kit.refresh();
  });
}

window.shouxin = Object.assign(window.shouxin || {}, { covenantEntry });

export default [];
