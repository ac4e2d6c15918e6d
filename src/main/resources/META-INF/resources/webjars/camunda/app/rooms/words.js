/** The texts of the page of credit rooms in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('授信协商室', 'Credit rooms'),
  invite: say('邀请客户', 'Invite a customer'),
  mailShut: say('本行尚未设置邮件服务器，暂不能发出邀请。', 'No mail server is set at this bank; no invitation can be sent.'),
  application: say('授信申请', 'Application'),
  noApplications: say('没有授信申请', 'no application'),
  name: say('客户联系人姓名', 'Name of the customer’s person'),
  address: say('联系人邮箱', 'His e-mail address'),
  addressHint: say('客户已有登录账号的，姓名可留空；已自行设置邮箱的，邮箱也可留空。', 'Where he has a login the name may be left out, and the address too where he has given one.'),
  mailLanguage: say('邮件语言', 'Language of e-mail'),
  send: say('发送邀请', 'Send the invitation'),
  sent: say('邀请已发出', 'The invitation is on its way'),
  invitations: say('已发邀请', 'Invitations'),
  noInvitations: say('该申请尚未邀请客户。', 'Nobody has been invited into this application.'),
  person: say('联系人', 'Person'),
  invitedAt: say('邀请时间', 'Invited'),
  endsOn: say('有效至', 'Until'),
  links: say('链接次数', 'Links sent'),
  policy: say('同意授信政策', 'Policy accepted'),
  closed: say('已关闭', 'closed'),
  close: say('关闭协商室', 'Close the room'),
  survey: say('客户评价', 'What customers say'),
  noSurvey: say('尚无评价。', 'Nobody has answered yet.'),
  notSeen: say('客户评价由总部查看。', 'The head office reads what customers say.'),
  outcome: say('申请结果', 'How it ended'),
  answers: say('份数', 'Answers'),
  overall: say('总体', 'Overall'),
  clarity: say('清楚', 'Clear'),
  speed: say('速度', 'Quick')
};
