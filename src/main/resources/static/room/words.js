/** The texts of the credit room, in the visitor's language. */
const CHOICE = 'shouxin.language';

function chosen() {
  try {
    const choice = window.localStorage.getItem(CHOICE);
    if (choice === 'zh' || choice === 'en') return choice;
  } catch (storageIsClosed) { /* the browser decides */ }
  return (navigator.language || 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const language = chosen();
export const tag = language === 'zh' ? 'zh-CN' : 'en';
export const say = (chinese, english) => (language === 'zh' ? chinese : english);

export function speakOther() {
  try {
    window.localStorage.setItem(CHOICE, language === 'zh' ? 'en' : 'zh');
  } catch (storageIsClosed) {
    return;
  }
  window.location.reload();
}

export const words = {
  title: say('授信协商室', 'Credit room'),
  other: say('English', '中文'),
  exit: say('离开', 'Leave'),
  welcome: say('欢迎来到授信协商室', 'Welcome to your credit room'),
  doorHint: say('点击下方按钮进入。链接只能使用一次，进入后可停留数小时。', 'Press the button to enter. The link works once; inside you can stay for some hours.'),
  enter: say('进入协商室', 'Enter'),
  freshHint: say('新链接将发送到当初接收邀请的邮箱。', 'A fresh link goes to the address your invitation was sent to.'),
  fresh: say('重新获取链接', 'Send me a fresh link'),
  freshSent: say('如该协商室仍然开放，新链接已发出，请查收邮件。', 'If the room is still open, a fresh link is on its way. Please look into your mailbox.'),
  noLink: say('请从邀请邮件中打开链接。', 'Please open the link from your invitation e-mail.'),
  footer: say('请勿将链接转交他人。您在此的操作均会留痕。', 'Do not pass your link on. What you do here is recorded.'),
  notReached: say('暂时无法连接，请稍后重试。您填写的内容没有丢失。', 'The bank cannot be reached just now. Please try again; nothing you entered is lost.'),
  status: say('申请状态', 'Status'),
  waitingFor: say('正在等待', 'Waiting for'),
  processing: say('系统正在处理，通常只需片刻，本页会自动更新。', 'The bank’s system is at work, usually for a moment; this page follows by itself.'),
  due: say('截止', 'by'),
  elsewhere: say('请与客户经理一起办理', 'please do this with your relationship manager'),
  policy: say('授信政策', 'Credit policy'),
  accept: say('我已阅读并同意以上授信政策', 'I have read and accept this credit policy'),
  confirm: say('确认', 'Confirm'),
  accepted: say('已同意', 'Accepted'),
  documents: say('资料', 'Documents'),
  noChecklist: say('资料清单将在申请提交后生成。', 'The list of documents follows once the application is handed in.'),
  policyFirst: say('请先阅读并确认上面的授信政策，然后上传。', 'Please read and accept the credit policy above, then bring the documents.'),
  required: say('必需', 'required'),
  fromBank: say('由银行出具', 'written by the bank'),
  upload: say('上传', 'Upload'),
  replace: say('更换', 'Replace'),
  uploading: say('正在上传…', 'Uploading…'),
  rejected: say('退回原因：', 'Sent back because: '),
  wanted: say('为何需要：', 'Why it is wanted: '),
  asked: say('审批需要您补充资料。', 'We need further documents to decide. '),
  askedHint: say('请按下列说明上传，然后提交；逾期我们将在没有这些资料的情况下作出决定。', 'Please bring what is asked for below and hand it in; when the time is over we decide without it.'),
  bringHint: say('补齐后提交，案件即回到审批人。', 'Hand them in when they are complete; then the decision goes on.'),
  lookAgain: say('请再核对：', 'Please look again: '),
  seems: say('文件可以打开，已收到；内容由银行验收。', 'Received, and the file opens; the bank verifies its content.'),
  uploadHint: say('PDF、图片、Excel、Word 或 CSV，不超过 20 MB', 'PDF, picture, Excel, Word or CSV, up to 20 MB'),
  handIn: say('提交资料', 'Hand the documents in'),
  handInHint: say('资料齐全后提交，由银行验收。', 'Hand them in when they are complete; then the bank verifies them.'),
  handedIn: say('已提交', 'Handed in'),
  offer: say('授信要约', 'Our offer'),
  amount: say('额度', 'Limit'),
  rate: say('年利率', 'Annual rate'),
  tenor: say('期限', 'Tenor'),
  months: say('个月', 'months'),
  paymentTerm: say('账期', 'Payment term'),
  days: say('天', 'days'),
  validUntil: say('有效期至', 'Valid until'),
  conditions: say('前提条件', 'Conditions'),
  letter: say('阅读要约函（PDF）', 'Read the offer letter (PDF)'),
  answers: { ACCEPT: say('接受', 'Accept'), COUNTER: say('希望修改', 'Ask for other terms'), REFUSE: say('不接受', 'Refuse') },
  wish: say('希望如何修改，或不接受的原因', 'What you would like instead, or why you refuse'),
  send: say('提交答复', 'Send the answer'),
  agreement: say('授信合同', 'Agreement'),
  readAgreement: say('阅读合同（PDF）', 'Read the agreement (PDF)'),
  signBy: say('签署截止', 'Sign by'),
  signatures: say('签署情况', 'Signatures'),
  notSigned: say('尚未签署', 'not signed yet'),
  fullName: say('输入您的姓名以签署', 'Type your full name to sign'),
  sign: say('签署', 'Sign'),
  signElsewhere: say('用自己的证书签署，或手写签署', 'Sign with a certificate of your own, or by hand'),
  stepDownload: say('下载合同，不要改动。', 'Download the contract; leave it as it is.'),
  download: say('下载（PDF）', 'Download (PDF)'),
  stepSign: say('任选一种方式签署：', 'Sign it in one of two ways:'),
  wayCertificate: say('用您自己的数字证书，在任一支持 PDF 签名（PAdES）的软件中签署并保存；本行当场验签。', 'with your own certificate, in any program that signs PDFs (PAdES); the bank verifies it at once'),
  wayByHand: say('打印、手写签名，将全部页面扫描为一个 PDF；由银行另一名人员核对。', 'print it, sign by hand, scan all pages into one PDF; an officer of the bank compares it'),
  stepBring: say('上传签好的文件，并填写签署人姓名。', 'Bring the signed file and type the signatory’s name.'),
  signedFile: say('签好的文件', 'Signed file'),
  chooseFile: say('选择文件', 'Choose file'),
  noFile: say('请先选择签好的文件。', 'Please choose the signed file first.'),
  signatoryName: say('签署人全名（与证书姓名一致）', 'Full name of the signatory, as the certificate names him'),
  handInSigned: say('提交签好的文件', 'Hand in the signed file'),
  debtor: say('为谁担保', 'For whom'),
  securityGiven: say('担保内容', 'Security'),
  lastDay: say('签署截止', 'Sign by'),
  standsFor: say('担保的授信', 'What it secures'),
  readPaper: say('阅读合同（PDF）', 'Read the contract (PDF)'),
  yourSignature: say('您的签署', 'Your signature'),
  youSigned: say('已签署：', 'Signed: '),
  toConfirm: say('银行正在核对', 'the bank is comparing it'),
  declineReason: say('不签署的原因', 'Why you do not sign'),
  declined: say('已告知银行，客户经理会与您联系。', 'The bank has been told; the relationship manager will be in touch.'),
  refuseToSign: say('不签署', 'Do not sign'),
  refuseReason: say('不签署的原因（可不填）', 'Why not (optional)'),
  reasons: say('原因', 'Reasons'),
  result: say('阅读结果通知书（PDF）', 'Read the letter (PDF)'),
  survey: say('请评价我们', 'How did we do?'),
  scores: { overall: say('总体满意度', 'Overall'), clarity: say('要求和结果是否清楚', 'Was it clear what was asked and decided?'), speed: say('办理速度', 'Was it quick?') },
  scale: say('1 分最低，5 分最高', '1 is the lowest, 5 the highest'),
  sendSurvey: say('提交评价', 'Send'),
  remark: say('您的意见（可不填）', 'What you would tell us (optional)'),
  thanks: say('谢谢您的评价。', 'Thank you.')
};
