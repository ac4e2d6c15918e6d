package io.shouxin.workflow.room;

import io.shouxin.audit.AuditTrail;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.ContractPaperView;
import io.shouxin.contract.Guarantor;
import io.shouxin.contract.SignContractPaper;
import io.shouxin.contract.SigningDesk;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomGuarantee;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.contract.ContractSigningProcess;
import io.shouxin.workflow.engine.OwnAuthority;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A guarantor in the credit room: he sees the paper he was invited to sign and what he stands for, signs it or says that he doesn't, and
 * nothing of the customer's beside. When the last one has signed, the case goes on without the relationship manager.
 */
@Component
public class GuarantorRoom {

    private static final int LONGEST_REASON = 500;

    private final SigningDesk signing;
    private final RoomDesk rooms;
    private final MessageDesk messages;
    private final AuditTrail audit;
    private final RuntimeService engine;
    private final OwnAuthority ownAuthority;

    GuarantorRoom(SigningDesk signing, RoomDesk rooms, MessageDesk messages, AuditTrail audit, RuntimeService engine, OwnAuthority ownAuthority) {
        this.signing = signing;
        this.rooms = rooms;
        this.messages = messages;
        this.audit = audit;
        this.engine = engine;
        this.ownAuthority = ownAuthority;
    }

    /** The agreement his paper belongs to; one that was drawn up anew since has papers of its own. */
    AgreementView agreement(RoomInvitation visitor) {
        String number = guarantee(visitor).paper();
        return signing.of(visitor.application()).stream().filter(draft -> draft.papers().stream().anyMatch(paper -> paper.id().equals(number)))
                .findFirst().orElseThrow(() -> new RefusedException(Refusal.of("PAPER_UNKNOWN").with("paper", number)));
    }

    ContractPaperView paper(RoomInvitation visitor) {
        return agreement(visitor).papers().stream().filter(paper -> paper.id().equals(guarantee(visitor).paper())).findFirst().orElseThrow();
    }

    /** @param returned what he signed elsewhere or by hand; null to sign here */
    @Transactional
    public void sign(RoomInvitation visitor, String fullName, String documentSha256, DocumentId returned) {
        RoomGuarantee guarantee = guarantee(visitor);
        AgreementView agreement = signing.signAsGuarantor(new SignContractPaper(agreement(visitor).id(), guarantee.paper(), fullName, documentSha256, returned),
                new Guarantor(visitor.person(), guarantee.name(), number -> guarantee.identifies(visitor.id(), number))).orElseThrow();
        if (!agreement.waitsForProviders()) {
            goOn(visitor);
        }
    }

    /** A case whose model has no such message waits for the relationship manager, who then has nothing to hand in. */
    private void goOn(RoomInvitation visitor) {
        ownAuthority.of(() -> {
            Execution waiting = engine.createExecutionQuery().processInstanceBusinessKey(visitor.application().value())
                    .messageEventSubscriptionName(ContractSigningProcess.MESSAGE_GUARANTORS_SIGNED).singleResult();
            if (waiting != null) {
                engine.messageEventReceived(ContractSigningProcess.MESSAGE_GUARANTORS_SIGNED, waiting.getId());
            }
            return null;
        });
    }

    /** He says that he doesn't sign. Whether the agreement ends by it the bank decides: who invited him is told. */
    @Transactional
    public void decline(RoomInvitation visitor, String reason) {
        Optional<Refusal> obstacle = signing.obstacleToGuarantor(agreement(visitor).id());
        if (obstacle.isPresent()) {
            throw new RefusedException(obstacle.get());
        }
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty()) {
            throw new RefusedException(Refusal.of("REFUSAL_NEEDS_REASON").at("reason"));
        }
        if (said.length() > LONGEST_REASON) {
            throw new RefusedException(Refusal.of("REASON_TOO_LONG").at("reason").with("limit", LONGEST_REASON));
        }
        audit.record(visitor.application().value(), "GUARANTOR_DECLINED", visitor.person(), guarantee(visitor).paper() + " " + said);
        messages.send(visitor.invitedBy(), visitor.id() + "/declined/" + Integer.toHexString(said.hashCode()), visitor.application().value(),
                "GUARANTOR_DECLINED", Map.of("paper", guarantee(visitor).paper(), "reason", said));
    }

    /** Tells every guarantor who was invited and did not sign in time that his paper is void. */
    public void tellOfExpiry(AgreementView agreement) {
        rooms.of(agreement.application()).stream().filter(invited -> invited.revokedAt().isEmpty() && invited.guarantee().isPresent())
                .filter(invited -> agreement.papers().stream().anyMatch(paper -> paper.id().equals(guarantee(invited).paper()) && paper.waitsForProvider()))
                .forEach(invited -> messages.send(invited.person(), agreement.id() + "/guarantee-expired", agreement.application().value(), "GUARANTEE_EXPIRED",
                        Map.of("name", guarantee(invited).name(), "paper", guarantee(invited).paper(), "signBy", agreement.signBy().toString())));
    }

    private static RoomGuarantee guarantee(RoomInvitation visitor) {
        return visitor.guarantee().orElseThrow(() -> new RefusedException(Refusal.of("NOT_FOUND")));
    }
}
