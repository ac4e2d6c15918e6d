/** How the bank's pages ask the server, and what a refusal tells them. */
import { common } from './common-words.js';
import { languageTag } from './language.js';

export const root = document.querySelector('base').getAttribute('app-root');
export const api = `${root}/api/shouxin/v1`;
export const engine = `${root}/api/engine/engine/default`;
export const tasklist = `${root}/app/tasklist/default/`;

/** The server's no: its status, and refusals of {message, help?, code?} of which there is at least one. */
export class Refused extends Error {
  constructor(status, refusals) {
    super('refused');
    this.status = status;
    this.refusals = refusals;
  }
}

/** What to show of a failure, also of one that never reached the server. */
export function refusalsOf(failure) {
  return failure instanceof Refused ? failure.refusals : [{ message: common.notLoaded }];
}

export function notSignedIn(failure) {
  return failure instanceof Refused && failure.status === 401;
}

function csrfToken() {
  const cookie = document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** The answer in JSON, null where there is none; throws {@link Refused}. */
export async function call(path, options = {}, service = api) {
  const response = await fetch(service + path, {
    credentials: 'same-origin',
    ...options,
    headers: {
      Accept: 'application/json, application/problem+json', 'Accept-Language': languageTag,
      ...(options.method ? { 'X-XSRF-TOKEN': csrfToken() } : {}), ...options.headers
    }
  });
  if (response.ok) return response.status === 204 ? null : response.json().catch(() => null);
  if (response.status === 401) throw new Refused(401, [{ message: common.notSignedIn }]);
  const problem = await response.json().catch(() => ({}));
  throw new Refused(response.status, problem.refusals && problem.refusals.length
    ? problem.refusals
    : [{ message: problem.detail || problem.title || common.notLoaded }]);
}
