/** The texts of the absence calendar in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('缺勤日历', 'Absence calendar'),
  explained: say(
    '审批人缺勤期间，由指定的代理人办理其审批任务，记录中同时写明代理人和被代理人。代理人须具备同等或更高权限，且在此期间在岗；缺席委员由候补委员代理。',
    'While an approver is away, a delegate deals with his approval tasks; the record names both. A delegate holds the same authority or a higher one and is there himself; a committee member is replaced by an alternate.'),
  enter: say('登记缺勤', 'Enter an absence'),
  person: say('缺勤人', 'Who is away'),
  delegate: say('代理人', 'Delegate'),
  from: say('起（含）', 'First day'),
  to: say('止（含）', 'Last day'),
  reason: say('理由', 'Reason'),
  hand: say('登记', 'Enter'),
  end: say('结束', 'End it'),
  choose: say('请选择', 'Choose'),
  none: say('目前没有登记的缺勤。', 'No absences are entered.'),
  handed: say('已登记；其待办的审批任务已转给代理人。', 'Entered; approval tasks that were waiting went to the delegate.'),
  ended: say('已结束，自今天起不再代理。', 'Ended; from today on nobody acts for him.'),
  notAllowed: say('此页供本行人员查看。', 'This page is for the bank’s own people.')
};
