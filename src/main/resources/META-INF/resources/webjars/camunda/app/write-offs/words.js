/** The texts of the page on write-offs in the person's language. */
import { common } from '../shouxin/common-words.js';
import { say } from '../shouxin/language.js';
import { money as ofPages } from '../shouxin/words.js';

export const words = {
  ...common,
  title: say('核销', 'Write-offs'),
  explained: say(
    '已停止用信、无法收回的余额，经审批委员会审批后核销；核销后收回的款项登记在此，台账不变。',
    'What is drawn and cannot be recovered is written off once the committee has approved it; what comes in later is recorded here and does not move the ledger.'),
  propose: say('提出核销', 'Propose a write-off'),
  none: say('目前没有核销。', 'There are no write-offs.'),
  number: say('编号', 'Number'),
  customer: say('客户', 'Customer'),
  facility: say('授信额度', 'Facility'),
  approval: say('审批编号', 'Approval'),
  written: say('已核销', 'Written off'),
  recovered: say('已收回', 'Recovered'),
  inYuan: say('折合人民币', 'In yuan'),
  count: say('笔数', 'Number'),
  underWay: say('在办', 'Under way'),
  happened: say('事由', 'What happened'),
  measures: say('追偿经过', 'What was done to recover it'),
  by: say('提出人', 'Proposed by'),
  bookedOn: say('记账日', 'Booked on'),
  reversedBecause: say('冲正理由', 'Taken back because'),
  recoveries: say('收回明细', 'What came in'),
  recover: say('登记收回', 'Record a recovery'),
  reverse: say('冲正', 'Take it back'),
  amount: say('金额', 'Amount'),
  receivedOn: say('到账日', 'Day'),
  paper: say('凭证', 'Paper'),
  remark: say('备注', 'Remark'),
  reason: say('理由', 'Reason'),
  confirm: say('确定', 'Confirm'),
  cancel: say('取消', 'Cancel'),
  choose: say('请选择客户档案中的文件', 'Choose a paper on the customer’s file'),
  recoveredDone: say('已登记。', 'Recorded.'),
  reversedDone: say('已冲正，余额、承诺和上限已恢复。', 'Taken back; what was drawn, the commitment and the ceiling are as before.'),
  notAllowed: say('此页供本行人员查看。', 'This page is for the bank’s own people.')
};

/** An amount with its currency, as people read it. */
export function money(sum) {
  return sum ? ofPages(sum.amount, sum.currency) : '';
}
