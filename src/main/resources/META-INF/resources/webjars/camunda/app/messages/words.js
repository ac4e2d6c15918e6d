/** The texts of the page of messages in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('通知', 'Messages'),
  preference: say('通知偏好', 'How I want to be reached'),
  mailShut: say('本行尚未设置邮件服务器，目前通知仅在站内显示；您的选择在设置后生效。', 'No mail server is set at this bank: messages stand in the inbox only. Your choice counts once there is one.'),
  address: say('接收邮箱', 'E-mail address'),
  addressHint: say('留空则不发邮件。站内通知始终保留。', 'Leave it empty for no e-mail. Everything stands in the inbox in any case.'),
  mailLanguage: say('邮件语言', 'Language of e-mail'),
  byMail: say('同时以邮件接收', 'Also by e-mail'),
  save: say('保存', 'Save'),
  saved: say('已保存', 'Saved'),
  delivery: say('邮件投递', 'Delivery of e-mail'),
  state: say('投递状态', 'State'),
  all: say('全部', 'All'),
  noMails: say('没有邮件。', 'There is no e-mail.'),
  outboxShut: say('尚未设置邮件服务器（spring.mail.host），不发送邮件。', 'No mail server is set (spring.mail.host); no e-mail is sent.'),
  recipient: say('收件人', 'Recipient'),
  message: say('通知', 'Message'),
  attempts: say('尝试次数', 'Attempts'),
  posted: say('写入时间', 'Posted'),
  sentAt: say('发送时间', 'Sent'),
  next: say('下次尝试', 'Next attempt'),
  tryAgain: say('重新发送', 'Try again'),
  inbox: say('站内通知', 'Inbox'),
  noMessages: say('没有通知。', 'There are no messages.')
};
