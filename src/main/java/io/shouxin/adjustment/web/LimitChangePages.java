package io.shouxin.adjustment.web;

import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.LimitChangeForm;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Wording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of limits for the bank's people; they are decided in the process {@code limit-adjustment}. */
@RestController
@RequestMapping({"/api/v1/limit-changes", "/camunda/api/shouxin/v1/limit-changes"})
@Tag(name = "Limit changes", description = "额度调整: raising, lowering, suspending and resuming limits within the rules; officers only")
class LimitChangePages {

    private final LimitChangeDesk desk;
    private final CustomerRegister register;
    private final People people;
    private final Access access;
    private final Wording words;

    LimitChangePages(LimitChangeDesk desk, CustomerRegister register, People people, Access access, Wording words) {
        this.desk = desk;
        this.register = register;
        this.people = people;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "Changes of limits, newest first; of one customer or of all")
    List<Listed> list(@RequestParam(name = "customer", required = false) String customer, @RequestParam(defaultValue = "0") int page,
                      @RequestParam(defaultValue = "50") int size, Locale language) {
        access.officer();
        return Optional.ofNullable(customer).filter(number -> !number.isBlank()).map(number -> desk.of(new CustomerId(number)))
                .orElseGet(() -> desk.list(page, size)).stream().map(change -> listed(change, language)).toList();
    }

    @GetMapping("/{change}")
    @Operation(summary = "One change of a limit")
    LimitChangeView one(@PathVariable("change") String change) {
        access.officer();
        return desk.find(new LimitChangeId(change)).orElseThrow(Access.NotVisible::new);
    }

    @GetMapping("/{change}/picture")
    @Operation(summary = "What a change on file would do as things stand now: conditions of the rules, headroom of every level before and after")
    PreviewText picture(@PathVariable("change") String change, Locale language) {
        access.officer();
        if (desk.find(new LimitChangeId(change)).isEmpty()) {
            throw new Access.NotVisible();
        }
        return PreviewText.of(desk.picture(new LimitChangeId(change)).orElseThrow(), words, language);
    }

    @PostMapping("/preview")
    @Operation(summary = "The same for a change not yet proposed; nothing is written, and what is not filled in yet may be left out")
    PreviewText preview(@RequestBody LimitChangeForm form, Locale language) {
        access.officer();
        return PreviewText.of(desk.preview(form.command()).orElseThrow(), words, language);
    }

    private Listed listed(LimitChangeView change, Locale language) {
        String login = change.requestedBy().value();
        return new Listed(change, register.find(change.customer()).map(CustomerView::name).orElse(null), people.names(Set.of(login)).get(login),
                words.knows(change.reason()) ? words.of(change.reason(), language) : change.reason());
    }

    /**
     * @param customerName    null if the customer is no longer in the register
     * @param requestedByName null for a mere suggestion
     * @param reasonText      the reason in the reader's language, where it is kept as a key
     */
    record Listed(LimitChangeView change, String customerName, String requestedByName, String reasonText) {
    }
}
