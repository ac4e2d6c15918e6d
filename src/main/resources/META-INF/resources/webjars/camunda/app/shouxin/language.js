/**
 * The language of the web applications: 'zh' or 'en'.
 *
 * What a person chose by the switch counts; otherwise the first language of the browser decides,
 * and any language other than Chinese reads English.
 */
const CHOICE = 'shouxin.language';

function remembered() {
  try {
    const choice = window.localStorage.getItem(CHOICE);
    return choice === 'zh' || choice === 'en' ? choice : null;
  } catch (storageIsClosed) {
    return null;
  }
}

function ofTheBrowser() {
  const first = (navigator.languages && navigator.languages[0]) || navigator.language || 'en';
  return first.toLowerCase().split('-')[0] === 'zh' ? 'zh' : 'en';
}

export const language = remembered() || ofTheBrowser();

export const isChinese = language === 'zh';

/** The language as HTML and HTTP name it. */
export const languageTag = isChinese ? 'zh-CN' : 'en';

/** The text for the person's language. */
export function say(chinese, english) {
  return isChinese ? chinese : english;
}

/** Remembers the language and shows the page again in it. */
export function speak(other) {
  try {
    window.localStorage.setItem(CHOICE, other);
  } catch (storageIsClosed) {
    return;
  }
  window.location.reload();
}

/**
 * The `locales` entry of a Camunda application's configuration: the person's language alone. A fallback language
 * would be loaded beside it, and whichever of the two arrives last would decide how dates read.
 */
export const locales = { availableLocales: [language], fallbackLocale: language };

// The server answers in the language of the request; the page's language may be another than the browser's.
const open = window.XMLHttpRequest.prototype.open;
window.XMLHttpRequest.prototype.open = function openInLanguage(...request) {
  open.apply(this, request);
  this.setRequestHeader('Accept-Language', languageTag);
};

document.documentElement.lang = languageTag;
