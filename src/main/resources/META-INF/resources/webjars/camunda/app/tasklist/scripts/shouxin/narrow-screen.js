/**
 * On a phone Tasklist stacks filters, list and task, and nothing seems to happen when a task is tapped.
 * The opened task is brought into view, and a button leads back to the list.
 */
import { say } from '../../../shouxin/language.js';

const phone = window.matchMedia('(max-width: 767px)');

function bringIntoView(selector) {
  const column = document.querySelector(selector);
  if (column) column.scrollIntoView({ behavior: 'smooth', block: 'start' });
}

const back = document.createElement('button');
back.type = 'button';
back.className = 'shouxin-back-to-list';
back.textContent = say('↑ 任务列表', '↑ Task list');
back.addEventListener('click', () => bringIntoView('.column.tasks-list'));
document.body.append(back);

// Offered only while the task, not the list, fills the screen.
document.addEventListener('scroll', () => {
  const task = document.querySelector('.column.task-details');
  back.classList.toggle('shown', phone.matches && !!task && task.getBoundingClientRect().top < window.innerHeight / 3);
}, { capture: true, passive: true });

document.addEventListener('click', event => {
  if (!phone.matches || !event.target.closest) return;
  if (event.target.closest('.tasks-list li.task')) setTimeout(() => bringIntoView('.column.task-details'), 300);
  if (event.target.closest('.task-filters .item')) setTimeout(() => bringIntoView('.column.tasks-list'), 300);
});

export default [];
