/**
 * The labels of a Camunda application, there before it is drawn. It loads them by itself too, but what is drawn before they
 * arrive asks once only: a list would show the names of its labels, and dates would read English, until the next visit.
 */
import { language } from './language.js';

const base = document.querySelector('base');
const address = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/${language}.json`;
const file = await fetch(address, { credentials: 'same-origin' })
  .then(response => (response.ok ? response.json() : null))
  .catch(() => null);

if (file && window.angular) {
  window.angular.module('pascalprecht.translate')
    .config(['$translateProvider', '$provide', (labels, parts) => {
      labels.translations(language, file.labels);
      parts.decorator('$httpBackend', ['$delegate', send => (method, url, body, done, ...more) => (
        url.includes(`/locales/${language}.json`) ? done(200, JSON.stringify(file), 'content-type: application/json', 'OK', 'complete')
          : send(method, url, body, done, ...more))]);
    }])
    // The application's own loading, which labels that are there already would spare, also brings how dates read.
    .run(['$translate', labels => labels.refresh(language)]);
}

export default [];
