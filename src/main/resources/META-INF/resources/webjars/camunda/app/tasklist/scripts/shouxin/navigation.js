/** Links in Tasklist's header: to the credit overview, to the policy replay for those who make policy, and to the other language. */
import { isChinese, say, speak } from '../../../shouxin/language.js';

const root = document.querySelector('base').getAttribute('app-root');

export default [
  {
    id: 'shouxin-overview',
    pluginPoint: 'tasklist.navbar.action',
    priority: 250,
    render: node => {
      const link = document.createElement('a');
      link.href = `${root}/app/shouxin/default/`;
      link.textContent = say('授信总览', 'Credit overview');
      node.append(link);
    }
  },
  {
    id: 'shouxin-policies',
    pluginPoint: 'tasklist.navbar.action',
    priority: 240,
    render: node => {
      const link = document.createElement('a');
      link.className = 'shouxin-policies';
      link.href = `${root}/app/policies/default/`;
      link.textContent = say('政策回溯试算', 'Policy replay');
      node.append(link);
    }
  },
  {
    id: 'shouxin-language',
    pluginPoint: 'tasklist.navbar.action',
    priority: 50,
    render: node => {
      const link = document.createElement('a');
      link.href = '#';
      link.lang = isChinese ? 'en' : 'zh-CN';
      link.textContent = isChinese ? 'English' : '中文';
      link.addEventListener('click', event => {
        event.preventDefault();
        speak(isChinese ? 'en' : 'zh');
      });
      node.append(link);
    }
  }
];
