package io.shouxin.customer;

import io.shouxin.customer.identifier.ResidentId;
import io.shouxin.customer.identifier.UnifiedSocialCreditCode;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a registration must satisfy before the register is touched; answers it normalised, or every refusal at once. */
final class RegistrationCheck {

    private static final int MOST_EMPLOYEES = 10_000_000;
    private static final LocalDate EARLIEST_ESTABLISHMENT = LocalDate.of(1600, 1, 1);

    private final List<Refusal> refusals = new ArrayList<>();
    private final RegisterCustomer wish;
    private final LocalDate today;

    private RegistrationCheck(RegisterCustomer wish, LocalDate today) {
        this.wish = wish;
        this.today = today;
    }

    static Outcome<RegisterCustomer> of(RegisterCustomer wish, LocalDate today) {
        return new RegistrationCheck(wish, today).outcome();
    }

    private Outcome<RegisterCustomer> outcome() {
        String name = PlainText.stripped(wish.name());
        if (name == null) {
            refusals.add(Refusal.of("CUSTOMER_NAME_MISSING").at("name"));
        }
        PlainText.check(name, "name", 100, refusals);
        String identifier = identifier();
        String industry = industry();
        String region = text(wish.region(), "region", 100);
        String groupName = text(wish.groupName(), "groupName", 100);
        String phone = matching(wish.phone(), "phone", "\\+?[0-9][0-9 ()-]{4,28}", "PHONE_MALFORMED");
        String email = matching(wish.email(), "email", "[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}", "EMAIL_MALFORMED");
        PlainText.check(email, "email", 150, refusals);
        if (wish.employees() != null && (wish.employees() < 0 || wish.employees() > MOST_EMPLOYEES)) {
            refusals.add(Refusal.of("EMPLOYEES_OUT_OF_RANGE").at("employees").with("max", MOST_EMPLOYEES));
        }
        LocalDate established = established(identifier);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return Outcome.done(new RegisterCustomer(wish.kind(), name, wish.identifierType(), identifier, industry, region,
                established, wish.employees(), wish.size(), phone, email, groupName));
    }

    private String identifier() {
        if (wish.kind() == null) {
            refusals.add(Refusal.of("CUSTOMER_KIND_MISSING").at("kind"));
        }
        if (wish.identifierType() == null) {
            refusals.add(Refusal.of("IDENTIFIER_TYPE_MISSING").at("identifierType"));
            return null;
        }
        if (wish.kind() == CustomerKind.ENTERPRISE && wish.identifierType() == IdentifierType.RESIDENT_ID
                || wish.kind() == CustomerKind.INDIVIDUAL && wish.identifierType() == IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE) {
            refusals.add(Refusal.of("IDENTIFIER_TYPE_UNFIT").at("identifierType"));
            return null;
        }
        String identifier = UnifiedSocialCreditCode.normalised(wish.identifier());
        if (identifier.isEmpty()) {
            refusals.add(Refusal.of("IDENTIFIER_MISSING").at("identifier"));
            return null;
        }
        flaw(wish.identifierType(), identifier, today).ifPresent(flaw -> refusals.add(flaw.at("identifier")));
        return identifier;
    }

    private static Optional<Refusal> flaw(IdentifierType type, String identifier, LocalDate today) {
        return switch (type) {
            case UNIFIED_SOCIAL_CREDIT_CODE -> UnifiedSocialCreditCode.flawOf(identifier);
            case RESIDENT_ID -> ResidentId.flawOf(identifier, today);
            case INTERNAL_REFERENCE -> identifier.matches("[A-Z0-9][A-Z0-9._]{0,29}")
                    ? Optional.empty() : Optional.of(Refusal.of("INTERNAL_REFERENCE_MALFORMED"));
        };
    }

    private String industry() {
        String code = PlainText.stripped(wish.industryCode());
        if (code == null) {
            if (wish.kind() == CustomerKind.ENTERPRISE && wish.identifierType() == IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE) {
                refusals.add(Refusal.of("INDUSTRY_MISSING").at("industryCode"));
            }
            return null;
        }
        Optional<Industries.Industry> industry = Industries.find(code);
        if (industry.isEmpty()) {
            refusals.add(Refusal.of("INDUSTRY_UNKNOWN").at("industryCode").with("code", abridged(code)));
        }
        return industry.map(Industries.Industry::code).orElse(null);
    }

    private LocalDate established(String identifier) {
        if (wish.identifierType() == IdentifierType.RESIDENT_ID) {
            return identifier == null || identifier.length() != 18 || !identifier.matches("[0-9]{17}[0-9X]")
                    ? null : ResidentId.birthDateOf(identifier).orElse(null);
        }
        LocalDate established = wish.establishedOn();
        if (established != null && (established.isAfter(today) || established.isBefore(EARLIEST_ESTABLISHMENT))) {
            refusals.add(Refusal.of("ESTABLISHED_OUT_OF_RANGE").at("establishedOn").with("today", today));
        }
        return established;
    }

    private String text(String typed, String field, int longest) {
        String text = PlainText.stripped(typed);
        PlainText.check(text, field, longest, refusals);
        return text;
    }

    private String matching(String typed, String field, String pattern, String code) {
        String text = PlainText.stripped(typed);
        if (text != null && !text.matches(pattern)) {
            refusals.add(Refusal.of(code).at(field));
        }
        return text;
    }

    private static String abridged(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
