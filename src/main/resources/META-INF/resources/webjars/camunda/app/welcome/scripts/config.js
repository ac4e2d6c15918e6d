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
      description: say('我的申请、额度与通知', 'My applications, facilities and messages')
    },
    {
      label: say('评级说明', 'Ratings explained'),
      href: '../../rating/default/',
      description: say('评级构成、行业位置、风险点与等级调整', 'Score, peers, risk points and overrides')
    },
    {
      label: say('额度调整', 'Changes of limits'),
      href: '../../limits/default/',
      description: say('额度调整、临时额度与市场信号', 'Changes of limits, temporary exceptions and market signals')
    },
    {
      label: say('政策回溯试算', 'Policy replay'),
      href: '../../policies/default/',
      description: say('政策草案、试算与发布', 'Drafts of policies, their replay and publication')
    }
  ]
};
