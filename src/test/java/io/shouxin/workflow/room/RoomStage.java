package io.shouxin.workflow.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.ChecklistItem;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MailDelivery;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.OpenApplication;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.MailServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applications a relationship manager made for firms without any login, and their people coming in by the link they were sent. */
final class RoomStage {

    private static final Pattern LINK = Pattern.compile("/room/#(\\S+)");

    private final Bank bank;
    private final MailDelivery delivery;
    private final MailServer mail;
    private final int port;

    RoomStage(Bank bank, MailDelivery delivery, MailServer mail, int port) {
        this.bank = bank;
        this.delivery = delivery;
        this.mail = mail;
        this.port = port;
    }

    /** Documents are asked for. */
    String appliedFor(List<Object> security) {
        CustomerId firm = bank.enter(Firm.firm());
        String file = bank.hands.start("rm", "credit-application", OpenApplication.of(firm, FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("1500000")));
        bank.hands.complete("rm", file, "user_complete-application", Forms.application(Forms.facility("1500000", security), null));
        bank.hands.runSteps();
        return file;
    }

    void invite(String file, String address) {
        Browser.Answer invited = Browser.program(port, "rm", "shouxin-demo", "zh-CN").post("/api/v1/applications/" + file + "/room-invitations",
                Map.of("name", "张伟", "address", address, "language", "zh"));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    }

    RoomVisitor inside(String address) {
        RoomVisitor visitor = new RoomVisitor(port);
        assertThat(visitor.enter(linkInTheMail(address)).code()).isEmpty();
        return visitor;
    }

    String linkInTheMail(String address) {
        Matcher link = LINK.matcher(lastMail(address));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    String lastMail(String address) {
        delivery.deliverWhatIsDue();
        var received = mail.received(address);
        return MailServer.text(received.get(received.size() - 1));
    }

    /** All documents are there and accepted, the customer is rated, and the credit manager has the case. */
    void untilTheApproval(String file, RoomVisitor visitor) {
        visitor.acceptPolicy();
        bank.documents.checklist(file).orElseThrow().items().stream().filter(item -> item.required() && !item.fromBank())
                .forEach(item -> assertThat(visitor.upload(file, item.kind(), item.kind() + ".pdf", "application/pdf", ApplicationCase.PDF).status()).isEqualTo(201));
        assertThat(visitor.post("api/tasks/user_upload-documents", Map.of()).status()).isEqualTo(204);
        bank.hands.runSteps();
        bank.documents.checklist(file).orElseThrow().items().stream().filter(item -> item.required() && item.fromBank()).forEach(item -> bank.documents.receive(
                new ReceiveDocument(file, item.kind(), item.kind() + ".pdf", "application/pdf", ApplicationCase.PDF), new PersonId("analyst")).orElseThrow());
        bank.hands.complete("analyst", file, "user_verify-documents", Map.of("verdicts", bank.documents.checklist(file).orElseThrow().items().stream()
                .filter(item -> item.documentId() != null).map(item -> Map.of("kind", item.kind(), "accepted", true)).toList()));
        bank.hands.runSteps();
        bank.hands.complete("analyst", file, "user_enter-data", Map.of());
        bank.hands.complete("analyst", file, "user_assess-qualification", Forms.qualification("QUALIFIED", "STRONG"));
        bank.hands.runSteps();
    }

    ChecklistItem item(String file, String kind) {
        return bank.documents.checklist(file).orElseThrow().items().stream().filter(item -> item.kind().equals(kind)).findFirst().orElseThrow();
    }

    String proposalHash(String file) {
        return bank.underwriting.latest(new ApplicationId(file)).orElseThrow().sha256();
    }
}
