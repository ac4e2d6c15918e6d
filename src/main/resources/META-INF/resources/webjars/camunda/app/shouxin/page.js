/** What the bank's pages have in common: their texts and the switch of language. */
import { isChinese, language, speak } from './language.js';

/** Puts the texts in their places (`data-text`) and makes the switch work. */
export function furnish(words) {
  document.title = `${words.title} · ${words.bank}`;
  document.querySelectorAll('[data-text]').forEach(each => { each.textContent = words[each.dataset.text]; });
  const languageSwitch = document.getElementById('language');
  languageSwitch.textContent = words.otherLanguage;
  languageSwitch.lang = isChinese ? 'en' : 'zh-CN';
  languageSwitch.addEventListener('click', () => speak(language === 'zh' ? 'en' : 'zh'));
}
