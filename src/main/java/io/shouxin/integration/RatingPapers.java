package io.shouxin.integration;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.document.LetterPrinter;
import io.shouxin.document.PaperTemplate;
import io.shouxin.document.PdfPrinter;
import io.shouxin.identity.Access;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.rating.Improvement;
import io.shouxin.rating.RatingExpectations;
import io.shouxin.rating.RatingReport;
import io.shouxin.rating.RatingReports;
import io.shouxin.rating.RatingReruns;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.ScoreLine;
import io.shouxin.rating.ScorePart;
import io.shouxin.rating.ScoredText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ratings on paper: the bank's report, and the customer's explanation (评级说明), which names his grade, why it is so and what
 * would raise it most, without score, probability or anything about others. The customer reads it once his case is decided.
 */
@Service
@Transactional(readOnly = true)
public class RatingPapers {

    private static final Set<ApplicationStatus> UNDECIDED = EnumSet.of(ApplicationStatus.DRAFT, ApplicationStatus.COLLECTING_DOCUMENTS,
            ApplicationStatus.IN_ASSESSMENT, ApplicationStatus.IN_APPROVAL);
    private static final int MOST = 4;

    private final RatingReports reports;
    private final RatingReportPrinter printer;
    private final LimitChapter limits;
    private final RatingReruns ratings;
    private final ApplicationDesk applications;
    private final CustomerRegister customers;
    private final Access access;
    private final Wording words;
    private final PdfPrinter press;
    private final BusinessClock clock;
    private final PaperTemplate template = PaperTemplate.load("rating/summary.xhtml");

    RatingPapers(RatingReports reports, RatingReportPrinter printer, LimitChapter limits, RatingReruns ratings, ApplicationDesk applications,
            CustomerRegister customers, Access access, Wording words, PdfPrinter press, BusinessClock clock) {
        this.reports = reports;
        this.printer = printer;
        this.limits = limits;
        this.ratings = ratings;
        this.applications = applications;
        this.customers = customers;
        this.access = access;
        this.words = words;
        this.press = press;
        this.clock = clock;
    }

    /** @throws Access.NotVisible when there is no such rating, or the reader may not see its customer */
    public byte[] report(RatingId rating) {
        RatingReport report = reports.of(rating).orElseThrow(Access.NotVisible::new);
        access.officer(report.rating().customer());
        return printer.print(report, limits.of(report.rating())).orElseThrow();
    }

    /**
     * @throws Access.NotVisible unless the reader may see the customer
     * @throws RefusedException  {@code RATING_NOT_TO_BE_TOLD_YET} while nothing is decided, {@code NOT_RATED_YET} without a rating
     */
    public Summary summary(ApplicationId id, Locale language) {
        ApplicationView application = applications.find(id).orElseThrow(Access.NotVisible::new);
        access.readerOf(id.value(), application.customerId());
        if (UNDECIDED.contains(application.status())) {
            throw new RefusedException(Refusal.of("RATING_NOT_TO_BE_TOLD_YET"));
        }
        RatingView rating = ratings.newestFor(id.value()).orElseThrow(() -> new RefusedException(Refusal.of("NOT_RATED_YET")));
        RatingExpectations expectations = reports.expectations(rating);
        ScoredText text = new ScoredText(words, language);
        Predicate<ScoreLine> hisOwn = line -> line.part() != ScorePart.Kind.QUALITATIVE;
        List<String> against = rating.knockedOut() ? reasons(rating.knockOutReasons().stream(), language)
                : reasons(rating.weakest().stream().filter(hisOwn).map(ScoreLine::reasonCode), language);
        return new Summary(id.value(), customers.find(application.customerId()).orElseThrow().name(), rating.asOf().toString(),
                words.of("grade." + rating.grade(), language), words.of("gradeMeaning." + rating.grade(), language),
                reasons(rating.strongest().stream().filter(hisOwn).map(ScoreLine::reasonCode), language), against,
                expectations.improvements().stream().filter(Improvement::byCustomer).limit(MOST)
                        .map(each -> text.of(rating, each)).toList(),
                expectations.together().stream().map(each -> text.of(rating, each)).toList(),
                expectations.gradeTogether().map(grade -> words.of("grade." + grade, language)).orElse(null));
    }

    /** The same on paper, in Chinese. */
    public byte[] summaryPdf(ApplicationId id) {
        Summary summary = summary(id, Locale.CHINESE);
        Map<String, Object> values = new HashMap<>();
        values.put("number", summary.application());
        values.put("date", LetterPrinter.inChinese(clock.today()));
        values.put("addressee", summary.customerName());
        values.put("ratedOn", summary.ratedOn());
        values.put("grade", summary.grade());
        values.put("meaning", summary.meaning());
        values.put("hasFor", !summary.speaksFor().isEmpty());
        values.put("speaksFor", summary.speaksFor());
        values.put("hasAgainst", !summary.weighsAgainst().isEmpty());
        values.put("weighsAgainst", summary.weighsAgainst());
        values.put("hasRaises", !summary.raisesMost().isEmpty());
        values.put("raisesMost", summary.raisesMost());
        values.put("hasTogether", !summary.together().isEmpty());
        values.put("together", summary.together());
        values.put("gradeTogether", summary.gradeTogether() == null ? "" : summary.gradeTogether());
        return press.print(template.fill(values)).orElseThrow();
    }

    private List<String> reasons(Stream<String> codes, Locale language) {
        return codes.map(code -> words.of("reason." + code, language)).distinct().limit(MOST).toList();
    }

    /**
     * A rating as the customer reads it.
     *
     * @param raisesMost    what would raise the grade most, each alone, what he can bring about himself
     * @param together      what would reach the next grade together; empty when that cannot be said
     * @param gradeTogether that grade; null likewise
     */
    public record Summary(String application, String customerName, String ratedOn, String grade, String meaning, List<String> speaksFor,
                          List<String> weighsAgainst, List<String> raisesMost, List<String> together, String gradeTogether) {
    }
}
