/**
 * Date pickers, dates and numbers of AngularJS in Chinese.
 *
 * AngularJS takes its only locale from the module `ngLocale` at start. Without this module the date pickers
 * stay English whatever the labels say. Names and patterns are those of CLDR for zh-CN.
 */
import { isChinese } from './language.js';

const months = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

const decimals = { gSize: 3, lgSize: 3, maxFrac: 3, minFrac: 0, minInt: 1, negPre: '-', negSuf: '', posPre: '', posSuf: '' };
const amounts = { ...decimals, maxFrac: 2, minFrac: 2, negPre: '-\u00a4', posPre: '\u00a4' };

const chinese = {
  id: 'zh-cn',
  localeID: 'zh_CN',
  pluralCat: () => 'other',
  NUMBER_FORMATS: { CURRENCY_SYM: '¥', DECIMAL_SEP: '.', GROUP_SEP: ',', PATTERNS: [decimals, amounts] },
  DATETIME_FORMATS: {
    AMPMS: ['上午', '下午'],
    DAY: weekdays.map(day => '星期' + day),
    SHORTDAY: weekdays.map(day => '周' + day),
    MONTH: months,
    STANDALONEMONTH: months,
    SHORTMONTH: months.map((_, index) => index + 1 + '月'),
    ERANAMES: ['公元前', '公元'],
    ERAS: ['公元前', '公元'],
    FIRSTDAYOFWEEK: 0,
    WEEKENDRANGE: [5, 6],
    fullDate: 'y年M月d日EEEE',
    longDate: 'y年M月d日',
    medium: 'y年M月d日 HH:mm:ss',
    mediumDate: 'y年M月d日',
    mediumTime: 'HH:mm:ss',
    short: 'y-MM-dd HH:mm',
    shortDate: 'y-MM-dd',
    shortTime: 'HH:mm'
  }
};

if (isChinese && window.angular) {
  window.angular.module('ngLocale', [], ['$provide', $provide => $provide.value('$locale', chinese)]);
  // The pickers' own buttons and captions are constants of another module.
  window.angular.module('ui.bootstrap.datepickerPopup').config(['uibDatepickerPopupConfig', buttons => {
    Object.assign(buttons, { currentText: '今天', clearText: '清除', closeText: '确定' });
  }]);
  window.angular.module('ui.bootstrap.datepicker').config(['uibDatepickerConfig', captions => {
    Object.assign(captions, { formatDayTitle: 'y年MMMM', formatYear: 'y', showWeeks: false });
  }]);
}

export default [];
