package io.shouxin.receipt;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the checks of receipts and of the audit trail find, in Chinese (核查结果). Findings are kept in English, in one wording each; a line of
 * another wording is told as it is.
 */
public final class FindingWords {

    private static final List<Sentence> SENTENCES = List.of(
            of("this is not a receipt: it cannot be read as JSON", "这不是决策回执：不能按 JSON 读取"),
            of("this is not a receipt of the form (.+)", "这不是 $1 格式的决策回执"),
            of("parts are missing or were added: (.*)", "有部分缺失或被添加：$1"),
            of("the file is not written as the bank writes receipts: something was added, left out or written otherwise", "文件不是按本行回执的写法写成：有内容被添加、删除或改写"),
            of("this PDF carries no receipt", "此 PDF 未附回执"),
            of("this PDF cannot be read", "此 PDF 无法读取"),
            of("the content does not have the fingerprint the receipt names", "内容与回执所载指纹不符"),
            of("the bank's signature does not hold", "银行签名无效"),
            of("it is signed with another key than the one given", "签名所用密钥不是给定的密钥"),
            of("the text of the proposal does not have the fingerprint named with it", "方案文本与所载指纹不符"),
            of("the case is about another proposal", "审批案件针对的是另一方案"),
            of("the decision of (\\S+) is about another proposal", "$1 的决定针对的是另一方案"),
            of("entry (\\d+) of the audit trail of (.+) does not follow the one before", "$2 的审计记录第 $1 条与前一条不衔接"),
            of("entry (\\d+) of an audit trail cannot be read", "审计记录第 $1 条无法读取"),
            of("the receipt is kept under another number, case or fingerprint than its own", "回执存放的编号、案件或指纹与其自身不符"),
            of("the receipt is gone", "回执已不存在"),
            of("is gone", "已不存在"),
            of("no receipt could be issued", "未能签发回执"),
            of("what it rests on cannot be read: (.*)", "其所依据的数据无法读取：$1"),
            of("(\\S+) was (.*), is (.*)", "$1 原为 $2，现为 $3"),
            of("was put in after the case was decided", "在案件决定之后被添加"),
            of("is not the entry of then", "不是当时的记录"),
            of("the audit trail knows no receipt of this number and fingerprint", "审计记录中没有此编号和指纹的回执"),
            of("the entry is missing before row (\\d+)", "第 $1 行之前缺少一条记录"),
            of("entries (\\d+) to (\\d+) are missing before row (\\d+)", "第 $3 行之前缺少第 $1 至 $2 条记录"),
            of("row (\\d+) \\((\\S+) by (.+)\\) was changed, put in or moved: it does not fit its fingerprint after the entry before it",
                    "第 $1 行（$2，$3）被改动、添加或移动：接在前一条之后与其指纹不符"),
            of("entry (\\d+) stood here when seal (\\d+) was made and is missing", "第 $2 号封签生成时此处有第 $1 条记录，现已缺失"),
            of("the chain was written anew: seal (\\d+) names another entry (\\d+)", "此链被重写：第 $1 号封签所载第 $2 条记录与现在不同"),
            of("seals (\\d+) to (\\d+) are missing", "缺少第 $1 至 $2 号封签"),
            of("the seal is not as it was made, or does not follow the seal before", "封签不是生成时的样子，或与前一封签不衔接"),
            of("the ends of chains kept with the seal are not those that were sealed", "与封签一并留存的链尾不是当时封存的链尾"));
    /** What stands before a finding: the row, the receipt or the place in a chain it is about. */
    private static final Pattern PLACED = Pattern.compile("(?s)(.+?): (.*)");

    private FindingWords() {
    }

    /** @param finding as the checks tell it, in English */
    public static String chinese(String finding) {
        for (Sentence sentence : SENTENCES) {
            Matcher said = sentence.english().matcher(finding);
            if (said.matches()) {
                return said.replaceFirst(sentence.chinese());
            }
        }
        Matcher placed = PLACED.matcher(finding);
        return placed.matches() ? placed.group(1) + "：" + chinese(placed.group(2)) : finding;
    }

    private static Sentence of(String english, String chinese) {
        return new Sentence(Pattern.compile("(?s)" + english), chinese);
    }

    private record Sentence(Pattern english, String chinese) {
    }
}
