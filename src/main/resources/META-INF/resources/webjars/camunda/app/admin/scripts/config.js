/** Configuration of Admin; it replaces the shipped one. */
import { locales } from '../../shouxin/language.js';
import { named } from '../../shouxin/brand.js';

export default {
  app: named('系统管理', 'Admin'),
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../shouxin/first-labels', '../shouxin/chinese-dates']
};
