package io.shouxin.limit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusalNotice;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.shouxin.limit.CheckCredit;
import io.shouxin.limit.CreditAnswer;
import io.shouxin.limit.CreditCheckDesk;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** May this customer buy or draw so much? Asked by programs and by the page for officers. */
@RestController
@Tag(name = "Credit checks", description = "用信查询: may this customer buy or draw so much, and the use of limits by programs")
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class CreditCheckController {

    private final CreditCheckDesk desk;
    private final Access access;
    private final Wording wording;
    private final RefusalNotice notice;
    private final ObjectMapper json;

    CreditCheckController(CreditCheckDesk desk, Access access, Wording wording, RefusalNotice notice, ObjectMapper json) {
        this.desk = desk;
        this.access = access;
        this.wording = wording;
        this.notice = notice;
        this.json = json;
    }

    /** Answers; with {@code reserve} and an {@code Idempotency-Key} it also holds what is counted, or refuses with what stands in the way. */
    @PostMapping("/credit-checks")
    CreditAnswerResource check(@RequestBody CheckCredit asked, @RequestHeader(name = "Idempotency-Key", required = false) String key, Locale language) {
        Person asker = access.person();
        Outcome<CreditAnswer> answer = asked.reserve() == null ? desk.check(asked, asker)
                : desk.reserve(asked, key, access.personIn(LimitUseController.HOLDING));
        return CreditAnswerResource.of(answer.orElseThrow(), wording, language);
    }

    /** Up to 1,000 checks, each answered or refused by itself, in their order. */
    @PostMapping("/credit-checks/bulk")
    List<BulkLine> bulk(@RequestBody List<JsonNode> asked, Locale language) {
        Person asker = access.person();
        if (asked.isEmpty() || asked.size() > CreditCheckDesk.MOST_AT_ONCE) {
            throw new RefusedException(Refusal.of("CHECKS_TOO_MANY").with("given", asked.size()).with("most", CreditCheckDesk.MOST_AT_ONCE));
        }
        List<CheckCredit> readable = new ArrayList<>();
        List<Boolean> read = new ArrayList<>();
        for (JsonNode line : asked) {
            read.add(read(line, readable));
        }
        var answers = desk.checkAll(readable, asker).iterator();
        return read.stream().map(isReadable -> isReadable ? answers.next() : Outcome.<CreditAnswer>refused(Refusal.of("FORM_MALFORMED")))
                .map(answer -> answer.isDone() ? new BulkLine(CreditAnswerResource.of(answer.orElseThrow(), wording, language), null)
                        : new BulkLine(null, notice.body(answer.refusals(), language))).toList();
    }

    private boolean read(JsonNode line, List<CheckCredit> readable) {
        try {
            CheckCredit check = line == null || !line.isObject() ? null : json.treeToValue(line, CheckCredit.class);
            return check != null && readable.add(check);
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }

    /** Answers of the past about a customer, newest first; for officers. */
    @GetMapping("/credit-checks")
    List<CreditCheckResource> checks(@RequestParam String customerId, @RequestParam(defaultValue = "100") int most, Locale language) {
        access.officer(new CustomerId(customerId));
        return desk.checks(new CustomerId(customerId), most).stream().map(check -> CreditCheckResource.of(check, wording, language)).toList();
    }

    /** What the page offers to choose from; and whether the reader may reserve. */
    @GetMapping("/credit-checks/choices")
    Choices choices(Locale language) {
        Person reader = access.person();
        boolean mayReserve = List.of(LimitUseController.HOLDING).stream().anyMatch(reader::is);
        return new Choices(desk.today(), choices(desk.paymentTerms(), "paymentTerm.", language), choices(desk.products(), "product.", language),
                mayReserve);
    }

    private List<Choice> choices(List<String> codes, String words, Locale language) {
        return codes.stream().map(code -> new Choice(code, wording.of(words + code, language))).toList();
    }

    /** One of the two is absent. */
    record BulkLine(CreditAnswerResource answer, Map<String, Object> refused) {
    }

    record Choice(String code, String label) {
    }

    record Choices(LocalDate today, List<Choice> paymentTerms, List<Choice> products, boolean mayReserve) {
    }
}
