package io.shouxin.integration;

import io.shouxin.integration.ProposalChanges.Change;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.AmendedCovenant;
import io.shouxin.origination.ConstraintLine;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantText;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityLine;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.ScoreLine;
import io.shouxin.rating.ScoredText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two versions of a proposal and what they rest on, field by field, in the reader's words. */
final class ProposalDifference {

    private static final String NONE = "—";

    private final Wording words;
    private final Locale language;
    private final List<Change> found = new ArrayList<>();

    ProposalDifference(Wording words, Locale language) {
        this.words = words;
        this.language = language;
    }

    List<Change> found() {
        return List.copyOf(found);
    }

    /** What the analyst wrote; not compared where the earlier text is not known. */
    void opinion(Optional<String> before, Optional<String> after) {
        before.ifPresent(was -> compare("OPINION", field("opinion"), was, after.orElse(NONE)));
    }

    void proposals(CreditProposalView was, CreditProposalView is) {
        compare("TERMS", field("amount"), money(was.amount()), money(is.amount()));
        compare("TERMS", field("requested"), money(was.requested()), money(is.requested()));
        compare("TERMS", field("exposureAfter"), money(was.exposureAfter()), money(is.exposureAfter()));
        compare("TERMS", field("rate"), rate(was), rate(is));
        compare("TERMS", field("paymentTermDays"), days(was.paymentTermDays()), days(is.paymentTermDays()));
        compare("TERMS", field("reviewCycleMonths"), months(was.reviewCycleMonths()), months(is.reviewCycleMonths()));
        compare("TERMS", field("conditions"), list("condition", was.conditions()), list("condition", is.conditions()));
        each("TERMS", covenants(was), covenants(is), Covenant::code, code -> word("covenant", code),
                covenant -> CovenantText.asked(covenant, words, language) + " · " + CovenantText.tested(covenant, words, language));
        each("TERMS", was.amendments(), is.amendments(), amended -> amended.asked().code(),
                code -> word("covenant", code) + words.of("changeField.amendment", language), this::amended);
        each("TERMS", was.facilities(), is.facilities(), ProposedFacility::position, position -> field("facility") + " " + position, this::facility);
        each("SECURITY", was.security(), is.security(), line -> line.facility() + "/" + line.offer() + "/" + line.description(),
                key -> key.substring(key.indexOf('/', key.indexOf('/') + 1) + 1), this::security);
        compare("LIMIT", field("bindingConstraint"), word("constraint", was.bindingConstraint()), word("constraint", is.bindingConstraint()));
        each("LIMIT", was.constraints(), is.constraints(), ConstraintLine::code, code -> word("constraint", code),
                line -> line.amount() == null ? word("constraintState", line.state().name()) : money(line.amount()));
        compare("LIMIT", field("reasonCodes"), list("reason", was.reasonCodes()), list("reason", is.reasonCodes()));
        compare("LIMIT", field("obstacles"), list("obstacle", was.obstacles()), list("obstacle", is.obstacles()));
    }

    void ratings(RatingView was, RatingView is) {
        compare("RATING", field("grade"), word("grade", was.grade().name()), word("grade", is.grade().name()));
        compare("RATING", field("score"), was.score().toPlainString(), is.score().toPlainString());
        ScoredText text = new ScoredText(words, language);
        Map<String, ScoreLine> before = was.lines().stream().collect(Collectors.toMap(ScoreLine::characteristic, Function.identity(), (one, other) -> one));
        Map<String, ScoreLine> after = is.lines().stream().collect(Collectors.toMap(ScoreLine::characteristic, Function.identity(), (one, other) -> one));
        Set<String> all = new LinkedHashSet<>();
        is.lines().forEach(line -> all.add(line.characteristic()));
        was.lines().forEach(line -> all.add(line.characteristic()));
        all.forEach(name -> compare("RATING", word("characteristic", name), line(was, before.get(name), text), line(is, after.get(name), text)));
    }

    private String line(RatingView rating, ScoreLine line, ScoredText text) {
        return line == null ? NONE : text.of(rating, line.characteristic(), line.valueText()) + " · " + line.points().stripTrailingZeros().toPlainString();
    }

    private <T, K> void each(String chapter, List<T> was, List<T> is, Function<T, K> key, Function<K, String> name, Function<T, String> text) {
        Set<K> keys = new LinkedHashSet<>();
        is.forEach(each -> keys.add(key.apply(each)));
        was.forEach(each -> keys.add(key.apply(each)));
        keys.forEach(one -> compare(chapter, name.apply(one), text(was, one, key, text), text(is, one, key, text)));
    }

    private static <T, K> String text(List<T> lines, K wanted, Function<T, K> key, Function<T, String> text) {
        return lines.stream().filter(line -> key.apply(line).equals(wanted)).findFirst().map(text).orElse(NONE);
    }

    private void compare(String chapter, String what, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Change(chapter, word("changeChapter", chapter), what, before, after));
        }
    }

    private static List<Covenant> covenants(CreditProposalView proposal) {
        return proposal.covenants() == null ? List.of() : proposal.covenants();
    }

    private String amended(AmendedCovenant amended) {
        return word("covenantAct", amended.asked().act().name()) + words.of("changeUnit.comma", language) + amended.asked().reason()
                + (amended.ignored() == null ? "" : words.of("changeUnit.comma", language) + words.of("covenantAmendment.ignored", language));
    }

    private String facility(ProposedFacility facility) {
        return word("product", facility.product()) + " " + money(facility.amount()) + " · " + months(facility.tenorMonths());
    }

    private String security(SecurityLine line) {
        return (line.value() == null ? NONE : money(line.value())) + " · " + word("securityStanding", line.standing().name()) + " " + money(line.counted());
    }

    private String rate(CreditProposalView proposal) {
        return proposal.rate() == null ? NONE : proposal.rate().fraction().movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private String days(int days) {
        return words.of("changeUnit.days", language, Map.of("count", String.valueOf(days)));
    }

    private String months(int months) {
        return words.of("changeUnit.months", language, Map.of("count", String.valueOf(months)));
    }

    private String list(String kind, Collection<String> codes) {
        return codes.isEmpty() ? NONE : codes.stream().map(code -> word(kind, code)).collect(Collectors.joining(words.of("changeUnit.comma", language)));
    }

    private String field(String name) {
        return word("changeField", name);
    }

    private String word(String kind, String code) {
        return code == null || code.isEmpty() ? NONE : words.of(kind + "." + code, language);
    }

    private static String money(Money money) {
        return money == null ? NONE : (money.currency().equals(Money.CNY) ? "¥ " : money.currency().getCurrencyCode() + " ") + figures(money.amount());
    }

    private static String figures(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
