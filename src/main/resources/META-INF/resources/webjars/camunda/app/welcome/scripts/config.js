/** Configuration of Welcome; it replaces the shipped one. */
import { locales, say } from '../../shouxin/language.js';
import { named } from '../../shouxin/brand.js';

export default {
  app: named('欢迎页', 'Welcome'),
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../shouxin/first-labels', '../shouxin/chinese-dates'],
  links: [
    {
      label: say('授信总览', 'Credit overview'),
      href: '../../shouxin/default/',
      description: say('申请、额度、通知与各功能页面', 'Applications, facilities, messages, and the way to every page')
    }
  ]
};
