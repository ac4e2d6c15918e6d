/** Configuration of Cockpit; it replaces the shipped one. Cockpit is for process administrators and speaks English. */
import { named } from '../../shouxin/brand.js';

document.documentElement.lang = 'en';

export default {
  app: named('流程监控', 'Cockpit'),
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
