package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.shouxin.document.ItemState;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MailDelivery;
import io.shouxin.notification.MailState;
import io.shouxin.notification.Outbox;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.MailServer;
import io.shouxin.testkit.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The credit room on a phone, from the invitation to the survey; and the pages around it, on a desk and a phone, in both languages. */
@BrowserTest
@ProcessTest
class CreditRoomInTheBrowserTest {

    private static final Pattern LINK = Pattern.compile("(/room/#\\S+)");
    private static final List<Screen> SCREENS = List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"));

    @Autowired
    private Bank bank;
    @Autowired
    private MailDelivery delivery;
    @Autowired
    private MailServer mail;
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient jdbc;

    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void noAttemptsYet() {
        jdbc.sql("DELETE FROM room_attempt").update();
    }

    @Test
    void aCustomerFindsHisWayOnAPhone(Chromium browser) {
        ApplicationCase credit = bank.anApplication().by("张伟").submitted();
        try (Visitor rm = browser.signedIn("rm", Screen.DESKTOP); Visitor customer = browser.visitor(Screen.PHONE)) {
            invite(rm, credit);
            String link = linkTo("room" + credit.number() + "@firm.example");
            customer.goTo(link);
            Page page = customer.page();
            page.locator("#enter").waitFor();
            look("door", Screen.PHONE, customer);
            customer.goTo(link);
            page.locator("#enter").click();
            page.locator("#policy").waitFor();
            lookInside("policy", customer);
            page.locator("#policy-accepted").check();
            page.locator("#policy button.strong").click();
            page.locator("#documents li button").first().waitFor();

            upload(page, "BUSINESS_LICENCE", "营业执照.pdf", "MZ not a pdf".getBytes(StandardCharsets.US_ASCII));
            page.locator("li[data-kind=BUSINESS_LICENCE] .refused").waitFor();
            lookInside("refused upload", customer, "422");
            List<String> kinds = bank.documents.checklist(credit.number()).orElseThrow().awaitedFromCustomer();
            for (String kind : kinds) {
                upload(page, kind, kind + ".pdf", ApplicationCase.PDF);
                page.locator("li[data-kind=" + kind + "] .fine").waitFor();
            }
            lookInside("documents", customer);
            page.locator("#documents > div button.strong").click();
            page.locator("#documents > div button.strong").waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.DETACHED));
            assertThat(bank.documents.checklist(credit.number()).orElseThrow().items()).filteredOn(item -> kinds.contains(item.kind()))
                    .allMatch(item -> item.state() == ItemState.UPLOADED && item.uploadedBy().equals(credit.applicant()));
            bank.hands.runSteps();

            credit.offered();
            page.reload();
            page.locator("#offer form").waitFor();
            lookInside("offer", customer);
            page.locator("#offer input[value=ACCEPT]").check();
            page.locator("#offer button.strong").click();
            page.locator("#offer form").waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.DETACHED));
            bank.hands.runSteps();
            if (credit.isAt("user_review-agreement")) {
                credit.complete("legal", "user_review-agreement", Map.of("approved", true));
            }
            page.reload();
            page.locator("#agreement input").first().waitFor();
            lookInside("agreement", customer);
            page.locator("#agreement input").first().fill("张伟");
            page.locator("#agreement button.strong").click();
            page.locator("#agreement button.strong").waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.DETACHED));
            bank.hands.runSteps();

            credit.active();
            page.reload();
            page.locator("#survey").waitFor();
            lookInside("survey", customer);
            for (String score : List.of("overall", "clarity", "speed")) {
                page.locator("#survey label:has(input[name=" + score + "][value='5'])").click();
            }
            page.locator("#survey button.strong").click();
            page.locator("#survey .fine").waitFor();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theUsedLinkIsToldPlainlyAndAFreshOneIsOffered(Chromium browser) {
        ApplicationCase credit = bank.anApplication().submitted();
        try (Visitor rm = browser.signedIn("rm", Screen.DESKTOP); Visitor first = browser.visitor(Screen.DESKTOP);
                Visitor second = browser.visitor(Screen.DESKTOP.in("en-GB"))) {
            invite(rm, credit);
            String link = linkTo("room" + credit.number() + "@firm.example");
            first.goTo(link);
            first.page().locator("#enter").click();
            first.page().locator("#policy").waitFor();
            look("room on a desk", Screen.DESKTOP, first);
            second.goTo(link);
            second.page().locator("#enter").click();
            second.page().locator("#fresh").waitFor();
            assertThat(second.page().locator("#notice").innerText()).contains("This link has been used");
            look("used link", Screen.DESKTOP.in("en-GB"), second, "422");
            second.goTo(link);
            second.page().locator("#enter").click();
            second.page().locator("#fresh").click();
            second.page().locator("#notice .found").waitFor();
            second.goTo(linkTo("room" + credit.number() + "@firm.example"));
            second.page().reload();
            second.page().locator("#enter").click();
            second.page().locator("#policy").waitFor();
            look("room in English", Screen.DESKTOP.in("en-GB"), second, "422", credit.firm().name());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void thePagesOfTheBankFitEveryScreen(Chromium browser) {
        ApplicationCase late = bank.anApplication().assessed();
        late.claim("manager", "user_decide-as-credit-manager");
        bank.anApplication().assessed();
        bank.hands.as("admin", () -> bank.messages.send(new PersonId("admin"), "look/" + late.number(), late.number(), "LEDGER_DIFFERS"));
        for (Screen screen : SCREENS) {
            try (Visitor admin = browser.signedIn("admin", screen); Visitor manager = browser.signedIn("manager", screen);
                    Visitor analyst = browser.signedIn("analyst", screen)) {
                admin.goTo("/camunda/app/messages/default/");
                admin.page().locator("#mails > *").first().waitFor();
                admin.page().locator("#inbox > *").first().waitFor();
                look("messages", screen, admin);
                manager.goTo("/camunda/app/workload/default/");
                manager.page().locator("#by-person tbody tr").first().waitFor();
                manager.page().locator("#batch tbody tr").first().waitFor();
                manager.page().locator(".year summary").first().click();
                look("workload", screen, manager);
                admin.goTo("/camunda/app/workload/default/");
                admin.page().locator("#entry:visible").waitFor();
                look("calendar", screen, admin);
                analyst.goTo("/camunda/app/rooms/default/");
                analyst.page().locator("#invitations > *").first().waitFor();
                analyst.page().locator("#survey > *").first().waitFor();
                look("rooms", screen, analyst);
            }
        }
        assertThat(outbox.page(Optional.of(MailState.GIVEN_UP), 0, 1)).isEmpty();
        assertThat(faults).isEmpty();
    }

    private void invite(Visitor rm, ApplicationCase credit) {
        rm.goTo("/camunda/app/rooms/default/?application=" + credit.number());
        rm.page().locator("#application option[value='" + credit.number() + "']").waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED));
        rm.page().locator("#application").selectOption(credit.number());
        rm.page().locator("#address").fill("room" + credit.number() + "@firm.example");
        rm.page().locator("#invitation button.strong").click();
        rm.page().locator("#invitations tbody tr").first().waitFor();
    }

    private static void upload(Page page, String kind, String name, byte[] content) {
        page.locator("li[data-kind=" + kind + "] input[type=file]").setInputFiles(new FilePayload(name, "application/pdf", content));
    }

    /** @param expected what the console may say, because the test provoked it */
    private void look(String name, Screen screen, Visitor visitor, String... expected) {
        faults.addAll(Look.faults(name, screen, visitor).stream().filter(fault -> List.of(expected).stream().noneMatch(fault::contains)).toList());
    }

    /** Looks, and comes back into the room: the visit goes on. */
    private void lookInside(String name, Visitor customer, String... expected) {
        look(name, Screen.PHONE, customer, expected);
        customer.goTo("/room/");
        customer.page().locator("#room h1").waitFor();
    }

    private String linkTo(String address) {
        delivery.deliverWhatIsDue();
        var received = mail.received(address);
        Matcher link = LINK.matcher(MailServer.text(received.get(received.size() - 1)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
