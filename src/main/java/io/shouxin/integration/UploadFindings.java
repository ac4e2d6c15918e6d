package io.shouxin.integration;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementSheet;
import io.shouxin.document.DocumentContent;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What a document that was just brought looks like (合理性检查): do its statements add up and are they new enough, is it still valid, is it
 * the right firm's. It says what to look at again; whether the document will do is for the officer who verifies it. A scan can't be
 * read and has no findings.
 */
@Service
public class UploadFindings {

    private static final Set<String> STATEMENTS = Set.of("FINANCIAL_STATEMENTS", "AUDIT_REPORT");
    private static final Set<String> EXPIRING = Set.of("BUSINESS_LICENCE", "LEGAL_REPRESENTATIVE_ID", "ID_CARD", "ENVIRONMENTAL_PERMIT",
            "CONSTRUCTION_QUALIFICATION", "TRANSPORT_PERMIT");
    private static final Set<String> OF_ONE_FIRM = Set.of("BUSINESS_LICENCE", "TAX_CERTIFICATE");
    private static final Pattern VALID_UNTIL = Pattern.compile("(?:至|到|until)\\s*(\\d{4})\\s*[年.-]\\s*(\\d{1,2})\\s*[月.-]\\s*(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDIT_CODE = Pattern.compile("(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])");
    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_PAGES = 10;

    private final FinancialStatements statements;
    private final CustomerRegister customers;
    private final BusinessClock clock;
    private final int oldestMonths;

    UploadFindings(FinancialStatements statements, CustomerRegister customers, BusinessClock clock,
                   @Value("${shouxin.rating.oldest-statement-months:18}") int oldestMonths) {
        this.statements = statements;
        this.customers = customers;
        this.clock = clock;
        this.oldestMonths = oldestMonths;
    }

    /** @return what looks wrong, in the words of refusals; empty when nothing does or nothing can be read */
    public List<Refusal> of(DocumentContent document) {
        String type = document.document().mediaType();
        if (STATEMENTS.contains(document.document().kind()) && (type.endsWith("spreadsheetml.sheet") || type.equals("text/csv"))) {
            return ofStatements(document);
        }
        boolean telling = EXPIRING.contains(document.document().kind()) || OF_ONE_FIRM.contains(document.document().kind());
        return telling && type.equals("application/pdf") ? ofText(document, text(document.content())) : List.of();
    }

    private List<Refusal> ofStatements(DocumentContent document) {
        ImportPreview read = statements.preview(document.document().customer(), new ByteArrayInputStream(document.content()), StatementBasis.SELF_REPORTED);
        List<Refusal> findings = new ArrayList<>(read.problems());
        findings.addAll(read.doubts());
        for (StatementSheet sheet : read.sheets()) {
            findings.addAll(statements.differencesIn(sheet));
        }
        Optional<LocalDate> newest = read.periods().stream().map(ImportPreview.Period::periodEnd).max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            findings.add(Refusal.of("DOCUMENT_PERIOD_MISSING"));
        } else if (newest.get().isBefore(clock.today().minusMonths(oldestMonths))) {
            findings.add(Refusal.of("DOCUMENT_PERIOD_OLD").with("day", newest.get()).with("months", oldestMonths));
        }
        return findings.stream().distinct().toList();
    }

    private List<Refusal> ofText(DocumentContent document, String text) {
        List<Refusal> findings = new ArrayList<>();
        Optional<LocalDate> last = VALID_UNTIL.matcher(text).results().map(UploadFindings::day).flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        last.filter(day -> EXPIRING.contains(document.document().kind()) && day.isBefore(clock.today()))
                .ifPresent(day -> findings.add(Refusal.of("DOCUMENT_EXPIRED").with("day", day)));
        boolean hasCode = customers.find(document.document().customer())
                .filter(customer -> customer.identifierType() == IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE).isPresent();
        if (hasCode && OF_ONE_FIRM.contains(document.document().kind())) {
            List<String> found = CREDIT_CODE.matcher(text).results().map(MatchResult::group).distinct().toList();
            if (!found.isEmpty() && found.stream().noneMatch(code -> isOf(code, document))) {
                findings.add(Refusal.of("DOCUMENT_OF_OTHER").with("found", found.get(0)));
            }
        }
        return findings;
    }

    private boolean isOf(String code, DocumentContent document) {
        return customers.findByIdentifier(IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, code)
                .filter(customer -> customer.id().equals(document.document().customer())).isPresent();
    }

    private static Optional<LocalDate> day(MatchResult written) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)), Integer.parseInt(written.group(3))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The words of the first pages; nothing of a scan. */
    private static String text(byte[] content) {
        try (PDDocument pdf = Loader.loadPDF(new RandomAccessReadBuffer(content))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            String text = stripper.getText(pdf);
            return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }
}
