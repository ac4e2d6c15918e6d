package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A search of public registers on the firm, its owners and managers (背景调查).
 *
 * @param openLawsuits  lawsuits pending against it
 * @param enforcements  times it is entered as a judgment debtor (被执行人)
 * @param pledgedShare  part of its shares that is pledged, 0 to 1
 * @param penalties36m  administrative penalties within the last 36 months
 * @param remarks       in words; may be null
 */
public record BackgroundCheck(Integer openLawsuits, Integer enforcements, BigDecimal pledgedShare, Integer penalties36m, String remarks)
        implements FactContent {

    private static final int MOST = 10_000;

    @Override
    public FactKind kind() {
        return FactKind.BACKGROUND_CHECK;
    }

    @Override
    public List<Refusal> refusals() {
        FactFields fields = new FactFields("backgroundCheck.").whole("openLawsuits", openLawsuits, 0, MOST)
                .whole("enforcements", enforcements, 0, MOST).share("pledgedShare", pledgedShare).whole("penalties36m", penalties36m, 0, MOST);
        return (PlainText.stripped(remarks) == null ? fields : fields.text("remarks", remarks, 2000)).refusals();
    }

    @Override
    public Map<String, String> details() {
        return FactFields.told("openLawsuits", openLawsuits, "enforcements", enforcements, "pledgedShare", pledgedShare,
                "penalties36m", penalties36m, "remarks", PlainText.stripped(remarks));
    }
}
