/** The long application in the credit room: the fields of the ordinary form, one column, kept as a draft between visits. */
import { say } from './words.js';

const LONGEST_WAIT = 20000;
const AMOUNTS = [
  ['expectedRevenue', say('预计本年销售收入（元）', 'Sales expected this year (CNY)'), say('不含税', 'without VAT')],
  ['ownFunds', say('可投入的自有资金（元）', 'Own funds available (CNY)'), say('可用于日常周转的部分', 'available as working capital')],
  ['existingWorkingCapitalLoans', say('现有流动资金贷款（元）', 'Working-capital loans outstanding (CNY)'), say('所有银行合计', 'of all banks together')],
  ['otherFunding', say('其他渠道的营运资金（元）', 'Working capital from other sources (CNY)'), say('如股东借款、应付票据', 'such as loans of shareholders')]
];

/** What was typed as the bank reads it: without thousands separators and of ordinary digits; empty is not told, never zero. */
const figure = text => {
  const plain = String(text === undefined || text === null ? '' : text).normalize('NFKC').replace(/[,，\s]/g, '');
  return plain === '' ? null : plain;
};
const words = text => (String(text || '').trim() === '' ? null : String(text).trim());
const READABLE = /^\d{1,15}(\.\d{1,2})?$/;

/** A percentage as a fraction, digit by digit. */
function fraction(percent) {
  const plain = figure(percent);
  const parts = plain === null ? null : /^(-?)(\d{1,4})(?:\.(\d{1,4}))?$/.exec(plain);
  if (!parts) return plain;
  const digits = parts[2].padStart(3, '0');
  return `${parts[1]}${digits.slice(0, -2)}.${digits.slice(-2)}${parts[3] || ''}`;
}

function percent(share) {
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(String(share === undefined || share === null ? '' : share));
  if (!parts) return '';
  const digits = (parts[3] || '').padEnd(2, '0');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${parts[1]}${(parts[2] + digits.slice(0, 2)).replace(/^0+(?=\d)/, '')}${rest ? `.${rest}` : ''}`;
}

let keeping = null;

/**
 * @param room what the page knows of the visit
 * @param kit  element, call, act and part of the page
 */
export async function applicationOf(room, kit) {
  const { element, call, act, part, post, refusedBox, refusalsOf } = kit;
  const begun = await call('api/application');
  const draft = begun.draft || {};
  const operating = draft.operating || {};
  const place = element('div', { role: 'alert' });
  const kept = element('span', { class: 'hint', role: 'status' }, say('填写内容自动保存为草稿', 'What you write is kept as a draft'));
  let numbers = 0;

  const field = (path, label, control, hint) => {
    control.id = `application-${++numbers}`;
    return element('div', { class: 'field', 'data-field': path }, element('label', { for: control.id }, label), control,
      hint ? element('small', {}, hint) : null, element('p', { class: 'wrong', role: 'alert' }));
  };
  const text = (value, longest, numeric) => {
    const control = element('input', { type: 'text', maxlength: `${longest}`, inputmode: numeric || null, autocomplete: 'off' });
    control.value = value === undefined || value === null ? '' : value;
    return control;
  };
  const area = (value, longest) => {
    const control = element('textarea', { rows: '3', maxlength: `${longest}` });
    control.value = value || '';
    return control;
  };
  const choice = (options, value) => {
    const control = element('select', {}, options.map(each => element('option', { value: each[0] }, each[1])));
    if (options.some(each => each[0] === value)) control.value = value;
    return control;
  };

  const facilities = [];
  const list = element('div', {});
  const place1 = () => facilities.forEach((one, index) => {
    one.title.textContent = say(`第 ${index + 1} 笔`, `Facility ${index + 1}`);
    one.remove.hidden = facilities.length < 2;
    one.box.querySelectorAll('[data-name]').forEach(each => { each.dataset.field = `facilities[${index}].${each.dataset.name}`; });
    one.securities.forEach((security, at) => security.box.querySelectorAll('[data-part]').forEach(each => {
      each.dataset.field = `facilities[${index}].security[${at}].${each.dataset.part}`;
    }));
  });
  const named = (name, made) => { made.dataset.name = name; return made; };

  function addSecurity(one, given) {
    const security = { type: choice(begun.securityTypes.map(each => [each.code, each.label]), given.type || 'MORTGAGE'), description: text(given.description, 500),
      value: text(given.value, 24, 'decimal') };
    const parted = (name, made) => { made.dataset.part = name; return made; };
    security.box = element('div', { class: 'security' }, parted('type', field('', say('担保方式', 'Kind'), security.type)),
      parted('description', field('', say('名称、权属与所在地', 'What it is, whose, and where'), security.description)),
      parted('value', field('', say('估值（元）', 'Value (CNY)'), security.value)),
      element('button', { type: 'button', class: 'quiet', onclick: () => {
        one.securities.splice(one.securities.indexOf(security), 1);
        security.box.remove();
        place1();
      } }, say('删除此项担保', 'Remove this security')));
    one.securities.push(security);
    one.security.append(security.box);
    place1();
  }

  function addFacility(given) {
    const offered = product => begun.products.find(each => each.product === product);
    const one = { securities: [], title: element('strong', {}), security: element('div', {}), tenorHint: null };
    one.product = choice(begun.products.map(each => [each.product, `${each.label} · ${each.kindLabel}`]), given.product);
    one.amount = text(given.amount, 24, 'decimal');
    one.tenor = text(given.tenorMonths, 4, 'numeric');
    one.purpose = area(given.purpose, 500);
    const tenor = named('tenorMonths', field('', say('期限（月）', 'Tenor (months)'), one.tenor, ' '));
    const hint = () => {
      const offer = offered(one.product.value);
      tenor.querySelector('small').textContent = offer ? `${offer.minTenorMonths}–${offer.maxTenorMonths} ${say('个月', 'months')}${offer.revolving ? say(' · 可循环使用', ' · revolving') : ''}` : '';
    };
    one.product.addEventListener('change', hint);
    one.remove = element('button', { type: 'button', class: 'quiet', onclick: () => {
      facilities.splice(facilities.indexOf(one), 1);
      one.box.remove();
      place1();
    } }, say('删除', 'Remove'));
    one.box = element('div', { class: 'item' }, element('div', { class: 'top' }, one.title, one.remove),
      named('product', field('', say('授信品种', 'Product'), one.product)), named('amount', field('', say('申请金额（元）', 'Amount (CNY)'), one.amount)),
      tenor, named('purpose', field('', say('资金用途', 'Use of the funds'), one.purpose)),
      named('security', element('div', { class: 'field' }, element('p', { class: 'wrong', role: 'alert' }))), one.security,
      element('button', { type: 'button', onclick: () => addSecurity(one, {}) }, say('添加担保（没有可不填）', 'Add security (if there is any)')));
    facilities.push(one);
    list.append(one.box);
    (given.security || []).forEach(each => addSecurity(one, each));
    hint();
    place1();
  }

  const business = area(operating.businessModel, 1000);
  const made = text(operating.mainProducts, 1000);
  const amounts = Object.fromEntries(AMOUNTS.map(([name]) => [name, text(operating[name], 24, 'decimal')]));
  const growth = text(percent(operating.expectedGrowth), 8, 'decimal');
  const group = text(draft.groupName === undefined ? begun.groupName : draft.groupName, 100);
  const authorised = element('input', { type: 'checkbox', id: 'report-authorised' });
  authorised.checked = Boolean(room.reportAuthorisedAt || draft.creditReportAuthorised);

  const written = () => ({
    facilities: facilities.map(one => ({ kind: (begun.products.find(each => each.product === one.product.value) || { kind: begun.kind }).kind,
      product: one.product.value || null, amount: figure(one.amount.value), currency: 'CNY', tenorMonths: figure(one.tenor.value), purpose: words(one.purpose.value),
      security: one.securities.map(each => ({ type: each.type.value, description: words(each.description.value), value: figure(each.value.value) })) })),
    groupName: words(group.value), policyAccepted: Boolean(room.policyAcceptedAt), creditReportAuthorised: authorised.checked,
    operating: { businessModel: words(business.value), mainProducts: words(made.value), expectedGrowth: fraction(growth.value),
      ...Object.fromEntries(AMOUNTS.map(([name]) => [name, figure(amounts[name].value)])) }
  });

  /** Figures no server could read; all else it judges itself. */
  const unreadable = form => {
    const wrong = [];
    const asked = (value, path) => { if (value !== null && !READABLE.test(value)) wrong.push({ field: path, message: say('请填数字金额，例如 1,000,000，最多两位小数。', 'A plain amount, please, such as 1,000,000, with at most two decimals.') }); };
    form.facilities.forEach((facility, i) => {
      asked(facility.amount, `facilities[${i}].amount`);
      if (facility.tenorMonths !== null && !/^\d{1,4}$/.test(facility.tenorMonths)) wrong.push({ field: `facilities[${i}].tenorMonths`, message: say('请填整月数。', 'Whole months, please.') });
      facility.security.forEach((security, j) => asked(security.value, `facilities[${i}].security[${j}].value`));
    });
    AMOUNTS.forEach(([name]) => asked(form.operating[name], `operating.${name}`));
    if (form.operating.expectedGrowth !== null && !/^-?\d+(\.\d+)?$/.test(form.operating.expectedGrowth)) wrong.push({ field: 'operating.expectedGrowth', message: say('请填百分数，例如 15。', 'A percentage, please, such as 15.') });
    return wrong;
  };

  let box = null;
  const tell = refusals => {
    box.querySelectorAll('.wrong').forEach(each => { each.textContent = ''; });
    const elsewhere = refusals.filter(refusal => {
      const at = refusal.field && [...box.querySelectorAll('[data-field]')].find(each => each.dataset.field === refusal.field);
      if (at) at.querySelector('.wrong').textContent = [refusal.message, refusal.help].filter(Boolean).join(' ');
      return !at;
    });
    place.replaceChildren(refusedBox(elsewhere.length ? elsewhere : [{ message: say('请更正标出的各项。', 'Please look at what is marked above.') }]));
    const first = [...box.querySelectorAll('.wrong')].find(each => each.textContent);
    if (first) first.parentElement.scrollIntoView({ block: 'center' });
  };

  let saved = '';
  const keep = async () => {
    const json = JSON.stringify(written());
    if (json === saved || !box || !box.isConnected) return;
    try {
      await call(`v1/applications/${room.applicationId}/draft`, { method: 'PUT', keepalive: json.length < 60000, headers: { 'Content-Type': 'application/json' }, body: json });
      saved = json;
      kept.textContent = say(`草稿已于 ${new Date().toTimeString().slice(0, 5)} 保存`, `Draft kept at ${new Date().toTimeString().slice(0, 5)}`);
    } catch (failure) {
      kept.textContent = say('草稿未能保存，内容仍在本页面，稍后会再试。', 'The draft could not be kept; everything is still on this page and will be tried again.');
    }
  };

  const handIn = async () => {
    const form = written();
    const wrong = unreadable(form);
    if (!authorised.checked) wrong.push({ field: 'creditReportAuthorised', message: say('请阅读并勾选。', 'Please read and tick it.') });
    if (wrong.length) { tell(wrong); return; }
    try {
      await post('api/report-authorisation', { accepted: true, policyHash: room.reportHash });
      await post('api/tasks/user_complete-application', form);
      saved = JSON.stringify(form);
      await kit.load();
    } catch (failure) {
      if (failure.status === 401) throw failure;
      tell(refusalsOf(failure));
    }
  };

  (draft.facilities && draft.facilities.length ? draft.facilities : [{ product: begun.product, amount: begun.amount }]).forEach(addFacility);
  box = part('application', say('填写授信申请', 'Your application'),
    element('h3', {}, say('一、授信需求', '1. Credit requested')), element('p', { class: 'hint' }, say('按重要程度排列，最多 10 笔。', 'Most important first, at most ten.')), list,
    element('button', { type: 'button', onclick: () => { if (facilities.length < 10) addFacility({ product: begun.product }); } }, say('再加一笔需求', 'Add another facility')),
    element('h3', {}, say('二、经营状况与资金需求', '2. Business and need for funds')),
    field('operating.businessModel', say('业务模式', 'How the business earns its money'), business, say('主要客户、供应商、结算方式与账期', 'Main customers and suppliers, how and when they pay')),
    field('operating.mainProducts', say('主要产品或服务', 'Main products or services'), made),
    AMOUNTS.map(([name, label, hint]) => field(`operating.${name}`, label, amounts[name], hint)),
    field('operating.expectedGrowth', say('预计销售增长率（%）', 'Expected growth of sales (%)'), growth, say('例如 15 表示增长 15%', '15 means 15 % more than last year')),
    element('p', { class: 'hint' }, say('没有请填 0，不知道请留空，留空不会当作 0。', 'Enter 0 for none; leave empty what you do not know, it is never read as zero.')),
    element('h3', {}, say('三、关联关系', '3. Connected parties')),
    field('groupName', say('所属集团名称', 'Name of the connected group'), group, say('与其他企业受同一实际控制人控制时填写。', 'If the firm is controlled together with others.')),
    element('h3', {}, say('四、征信查询授权', '4. Credit report')),
    element('div', { class: 'field', 'data-field': 'creditReportAuthorised' }, element('label', { class: 'choice' }, authorised, room.report), element('p', { class: 'wrong', role: 'alert' })),
    place, element('div', { class: 'row' }, element('button', { type: 'button', class: 'strong', onclick: act(place, handIn, true) }, say('提交申请', 'Hand the application in')),
      element('button', { type: 'button', onclick: keep }, say('保存草稿', 'Keep as a draft'))), kept);
  saved = JSON.stringify(written());
  clearInterval(keeping);
  keeping = setInterval(keep, LONGEST_WAIT);
  document.onvisibilitychange = () => { if (document.visibilityState === 'hidden') keep(); };
  return box;
}
