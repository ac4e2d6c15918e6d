/** The texts that all pages of the bank share, in the person's language. */
import { say } from './language.js';

export const common = {
  bank: say('授信管理', 'Shouxin Credit'),
  overview: say('授信总览', 'Credit overview'),
  tasklist: say('任务列表', 'Tasklist'),
  messages: say('通知', 'Messages'),
  otherLanguage: say('English', '中文'),
  loading: say('正在加载…', 'Loading…'),
  notSignedIn: say('您尚未登录，或登录已过期。', 'You are not signed in, or your session has ended.'),
  signIn: say('前往登录', 'Sign in'),
  notLoaded: say('暂时无法加载，请稍后重试。', 'This could not be loaded just now. Please try again later.')
};
