/** The texts of the page that verifies signatures, in the person's language. */
import { common } from '../shouxin/common-words.js';
import { isChinese, say } from '../shouxin/language.js';

export const words = {
  ...common,
  title: say('合同验签', 'Verify a signed contract'),
  lead: say('上传已签署的合同 PDF，核对签名之后内容是否改动、签名是否覆盖整个文件、由谁的证书签署。文件不会被保存。', 'Hand in a signed contract (PDF): whether anything was changed since, whether the signatures cover the whole file, and whose certificates they are. The file is not kept.'),
  roots: say('下载受信任的根证书', 'Trusted root certificates'),
  file: say('已签署的文件', 'Signed file'),
  verify: say('验签', 'Verify'),
  chooseFile: say('请选择一个 PDF 文件。', 'Choose a PDF file.'),
  genuine: say('验签通过', 'Genuine'),
  notGenuine: say('验签未通过', 'Not genuine'),
  good: say('有效', 'holds'),
  bad: say('无效', 'does not hold'),
  organisation: say('单位', 'Organisation'),
  reason: say('签署事由', 'Reason'),
  claimedAt: say('签署时间', 'Time'),
  certificate: say('证书', 'Certificate'),
  covers: say('覆盖', 'Covers'),
  size: say('大小', 'Size'),
  pages: say('页数', 'Pages'),
  timeNote: say('签署时间由签署人的系统给出，没有时间戳机构证明。', 'The time is what the signatory’s system said; no time stamping authority vouches for it.')
};

const region = isChinese ? 'zh-CN' : 'en-GB';

export function moment(instant) {
  return new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}

export function bytes(count) {
  return `${new Intl.NumberFormat(region).format(count)} ${say('字节', 'bytes')}`;
}
