/** Configuration of Tasklist; it replaces the shipped one, so the keyboard shortcuts are repeated here. */
import { locales, say } from '../../shouxin/language.js';
import { named } from '../../shouxin/brand.js';

export default {
  app: named('任务列表', 'Tasklist'),
  locales,
  disableWelcomeMessage: true,
  customScripts: [
    '../shouxin/first-labels',
    '../shouxin/chinese-dates',
    'scripts/shouxin/form-kit',
    'scripts/shouxin/figures',
    'scripts/shouxin/statements',
    'scripts/shouxin/statement-entry',
    'scripts/shouxin/debt-entry',
    'scripts/shouxin/fact-entry',
    'scripts/shouxin/other-facts',
    'scripts/shouxin/connections',
    'scripts/shouxin/exception-entry',
    'scripts/shouxin/covenant-entry',
    'scripts/shouxin/case-picture',
    'scripts/shouxin/approval-acts',
    'scripts/shouxin/headroom-map',
    'scripts/shouxin/security-entry',
    'scripts/shouxin/region-entry',
    'scripts/shouxin/judgements',
    'scripts/shouxin/limit-entry',
    'scripts/shouxin/write-off-entry',
    'scripts/shouxin/renewal-entry',
    'scripts/shouxin/override-entry',
    'scripts/shouxin/names',
    'scripts/shouxin/roles',
    'scripts/shouxin/replay',
    'scripts/shouxin/task-cards',
    'scripts/shouxin/narrow-screen',
    'scripts/shouxin/navigation'
  ],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: say('认领当前任务', 'claims the currently selected task')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: say('定位到第一个筛选器', 'sets the focus to the first filter in the list')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: say('定位到列表中的第一个任务', 'sets the focus to the first task in the list')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: say('定位到任务表单的第一个输入框', 'sets the focus to the first input field in a task form')
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: say('打开“发起流程”对话框', 'opens the start process modal dialog')
    }
  }
};
