/**
 * The labels of a Camunda application, there before it is drawn. It loads them by itself too, but a list that is drawn
 * first asks once only, and would show the names of its labels until the next visit.
 */
import { language } from './language.js';

const base = document.querySelector('base');
const address = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/${language}.json`;
const file = await fetch(address, { credentials: 'same-origin' })
  .then(response => (response.ok ? response.json() : null))
  .catch(() => null);

if (file && window.angular) {
  window.angular.module('pascalprecht.translate')
    .config(['$translateProvider', labels => labels.translations(language, file.labels)])
    // The application's own loading, which labels that are there already would spare, also brings how dates read.
    .run(['$translate', labels => labels.refresh(language)]);
}

export default [];
