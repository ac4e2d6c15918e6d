/** Names the bank's applications in the person's language: icon, window title and the menu of applications. */
import { isChinese, say } from './language.js';

/** The `app` entry of a Camunda application's configuration: what stands in the header, the title and at login. */
export function named(chinese, english) {
  return isChinese ? { vendor: '授信管理', name: chinese } : { vendor: 'Shouxin Credit', name: english };
}

export const names = {
  tasklist: say('任务列表', 'Tasklist'),
  cockpit: say('流程监控', 'Cockpit'),
  admin: say('系统管理', 'Admin'),
  welcome: say('欢迎页', 'Welcome')
};

const root = document.querySelector('base').getAttribute('app-root');
const icon = document.querySelector('link[rel="icon"]');
if (icon) {
  icon.type = 'image/svg+xml';
  icon.href = `${root}/app/shouxin/mark.svg`;
}

// The menu of applications has fixed English labels in its template.
if (isChinese) {
  const translateMenu = () => {
    for (const [application, label] of Object.entries(names)) {
      const link = document.querySelector(`.app-switch .dropdown-menu li.${application} a`);
      if (link && link.textContent.trim() !== label) link.textContent = label;
    }
  };
  new MutationObserver(translateMenu).observe(document.body, { childList: true, subtree: true });
}

export default [];
