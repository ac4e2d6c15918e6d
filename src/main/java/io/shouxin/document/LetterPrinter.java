package io.shouxin.document;

import io.shouxin.kernel.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Prints the bank's letters in plain Chinese: what was decided, why, what the customer can do, and what becomes of the
 * limit that was held for him and of his papers.
 */
@Component
public class LetterPrinter {

    private final PdfPrinter printer;
    private final PaperTemplate template = PaperTemplate.load("letter/letter.xhtml");

    public LetterPrinter(PdfPrinter printer) {
        this.printer = printer;
    }

    /** @return the letter in PDF, or refusal {@code GLYPH_MISSING} */
    public Outcome<byte[]> print(Letter letter) {
        Wording wording = Wording.of(letter);
        Map<String, Object> values = new HashMap<>();
        values.put("title", wording.title);
        values.put("number", letter.number());
        values.put("date", inChinese(letter.date()));
        values.put("addressee", letter.addressee());
        values.put("opening", wording.opening);
        values.put("reasonsHeading", wording.reasonsHeading);
        values.put("reasons", !letter.reasons().isEmpty());
        values.put("reasonList", letter.reasons());
        values.put("remedies", !letter.remedies().isEmpty());
        values.put("remedyList", letter.remedies());
        values.put("consequence", wording.consequence);
        values.put("closing", wording.closing);
        boolean contact = letter.contactPerson() != null && !letter.contactPerson().isBlank();
        values.put("contact", contact);
        values.put("contactPerson", contact ? letter.contactPerson() : "");
        return printer.print(template.fill(values));
    }

    /** A date as letters and contracts write it: 2026年3月5日. */
    public static String inChinese(LocalDate date) {
        return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private record Wording(String title, String opening, String reasonsHeading, String consequence, String closing) {

        private static final String KEPT = "为本申请预留的授信额度已经释放，不占用贵方今后的额度。您提交的资料按法律规定的期限保存，期满销毁，不作他用。";

        private static final String REVIEWED_ANEW = "如有疑问，请在收到本函后三十日内与我们联系，我们将由未参与本次签约的人员复核。今后如有需要，欢迎随时重新申请。";

        static Wording of(Letter letter) {
            String number = letter.number();
            return switch (letter.kind()) {
                case DECLINED -> new Wording("授信申请结果通知书",
                        "感谢贵方提出授信申请（编号 " + number + "）。我们按照对所有申请人一致的标准进行了审查，很遗憾，本次未能批准这项申请。",
                        "未批准的原因", KEPT,
                        "如对结果有疑问，或者认为我们依据的资料有误，请在收到本函后三十日内与我们联系，我们将由未参与本次审批的人员复核。");
                case WITHDRAWN -> new Wording("授信申请撤回确认书",
                        "我们已收到贵方撤回授信申请（编号 " + number + "）的通知，该申请就此结束。",
                        "撤回说明", KEPT, "今后如有需要，欢迎随时重新申请；仍在有效期内的资料无需重复提交。");
                case LAPSED -> new Wording("授信申请失效通知书",
                        "贵方的授信申请（编号 " + number + "）所需的资料未能在期限内齐备，该申请就此结束。这不是对贵方信用的评价。",
                        "尚缺的内容", KEPT, "备齐后欢迎重新申请；仍在有效期内的资料无需重复提交。");
                case OFFER_EXPIRED -> new Wording("授信要约到期通知书",
                        "我们就授信申请（编号 " + number + "）发出的要约已过有效期，期间未收到贵方答复，该要约不再有效。这不是对贵方信用的评价。",
                        "到期说明", KEPT, "如仍有需要，请重新申请，我们将按届时的情况审查。");
                case REFUSED_BY_CUSTOMER -> new Wording("授信要约未接受确认书",
                        "我们已收到贵方不接受授信要约（申请编号 " + number + "）的答复，该申请就此结束。",
                        "贵方说明", KEPT, "感谢贵方坦诚答复。今后如有需要，欢迎随时重新申请。");
                case REJECTED_BY_LEGAL -> new Wording("授信合同未通过法务审查通知书",
                        "贵方的授信申请（编号 " + number + "）已获批准，并已按批准的条件拟订合同。合同在交贵方签署之前未通过我方的法务审查，"
                                + "因此不能签署，该申请就此结束。对由此给贵方带来的不便，我们深表歉意。",
                        "未通过的原因", KEPT, REVIEWED_ANEW);
                case NOT_SIGNED_BY_BANK -> new Wording("授信合同我方未签署通知书",
                        "贵方的授信申请（编号 " + number + "）已获批准，贵方也已按期签署合同。很遗憾，我方未签署该合同，合同不成立，该申请就此结束。"
                                + "对由此给贵方带来的不便，我们深表歉意。",
                        "我方未签署的原因", KEPT, REVIEWED_ANEW);
                case NOT_SIGNED_BY_CUSTOMER -> new Wording("授信合同未签署确认书",
                        "我们已收到贵方不签署授信合同（申请编号 " + number + "）的答复，合同作废，该申请就此结束。",
                        "贵方说明", KEPT, "感谢贵方坦诚答复。今后如有需要，欢迎随时重新申请。");
                case SIGNING_EXPIRED -> new Wording("授信合同签署期满通知书",
                        "我们按贵方接受的要约拟订了授信合同（申请编号 " + number + "），在签署期限内未收到贵方的签署，合同作废，该申请就此结束。"
                                + "这不是对贵方信用的评价。",
                        "期满说明", KEPT, "如仍有需要，请重新申请，我们将按届时的情况审查。");
                case GUARANTOR_EXPIRED -> new Wording("授信合同签署期满通知书",
                        "贵方已按期签署授信合同（申请编号 " + number + "），但在签署期限内未收到担保人的签署，合同作废，该申请就此结束。"
                                + "这不是对贵方信用的评价。",
                        "期满说明", KEPT, "如仍有需要，请在落实担保人后重新申请，我们将按届时的情况审查。");
                case NOT_CONCLUDED -> new Wording("授信合同未订立通知书",
                        "贵方的授信申请（编号 " + number + "）已获批准，但授信合同未能订立，该申请就此结束。这不是对贵方信用的评价。",
                        "说明", KEPT, REVIEWED_ANEW);
            };
        }
    }
}
