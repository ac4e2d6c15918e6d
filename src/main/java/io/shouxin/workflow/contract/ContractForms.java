package io.shouxin.workflow.contract;

import io.shouxin.contract.AgreementView;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.contract.ConfirmPaperCopy;
import io.shouxin.contract.ContractPaperView;
import io.shouxin.contract.FulfilCondition;
import io.shouxin.contract.SignAgreement;
import io.shouxin.contract.SignContractPaper;
import io.shouxin.contract.SignatoryRole;
import io.shouxin.contract.SigningDesk;
import io.shouxin.contract.WaiveCondition;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.workflow.contract.ContractSigningProcess.Outcome;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the contract signing do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class ContractForms {

    @Bean
    FormCommand reviewAgreement(SigningDesk desk, MessageDesk messages) {
        return FormCommand.of(ContractSigningProcess.USER_REVIEW_AGREEMENT, (submission, actor, token) -> {
            LegalReview form = submission.as(LegalReview.class);
            if (form.approved() == null) {
                throw new RefusedException(Refusal.of("VERDICT_MISSING").at("approved"));
            }
            AgreementId agreement = desk.reviewByLegal(agreement(desk, token).id(), form.approved(), form.reason(), actor).orElseThrow().id();
            messages.send(Route.applicant(token), agreement + "/reviewed", Route.application(token).value(),
                    form.approved() ? "AGREEMENT_READY_TO_SIGN" : "AGREEMENT_REJECTED_BY_LEGAL");
            Route.leave(token, form.approved() ? Outcome.PASSED : Outcome.REJECTED);
        });
    }

    @Bean
    FormCommand signAsCustomer(SigningDesk desk, ApplicationStages stages) {
        return FormCommand.of(ContractSigningProcess.USER_SIGN_AS_CUSTOMER, (submission, actor, token) -> {
            boolean signed = sign(desk, submission.as(SignatureForm.class), SignatoryRole.CUSTOMER, actor, token);
            if (signed) {
                stages.agreementSigned(Route.application(token), actor).orElseThrow();
            }
            Route.leave(token, signed ? Outcome.CUSTOMER_SIGNED : Outcome.REFUSED);
        });
    }

    @Bean
    FormCommand signAsGuarantor(SigningDesk desk) {
        return FormCommand.of(ContractSigningProcess.USER_SIGN_AS_GUARANTOR, (submission, actor, token) -> {
            GuarantorForm form = submission.as(GuarantorForm.class);
            AgreementView agreement = agreement(desk, token);
            if (form.sign() == null) {
                throw new RefusedException(Refusal.of("SIGNATURE_MISSING").at("sign"));
            }
            if (!form.sign()) {
                desk.refuse(agreement.id(), SignatoryRole.GUARANTOR, form.reason(), actor).orElseThrow();
                Route.leave(token, Outcome.REFUSED);
                return;
            }
            List<Refusal> refusals = new ArrayList<>();
            for (PaperForm paper : form.papers() == null ? List.<PaperForm>of() : form.papers()) {
                DocumentId returned = paper.paperCopy() == null || paper.paperCopy().isBlank() ? null : new DocumentId(paper.paperCopy());
                desk.signPaper(new SignContractPaper(agreement.id(), paper.paper(), paper.fullName(), paper.documentSha256(), returned), actor)
                        .refusals().forEach(refusal -> refusals.add(refusal.at("papers." + paper.paper()
                                + (refusal.field().isEmpty() ? "" : "." + refusal.field()))));
            }
            agreement(desk, token).papers().stream().filter(ContractPaperView::waitsForProvider)
                    .filter(open -> refusals.stream().noneMatch(refusal -> refusal.field().startsWith("papers." + open.id())))
                    .forEach(open -> refusals.add(Refusal.of("GUARANTOR_OUTSTANDING").with("paper", open.id()).at("papers." + open.id())));
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
            Route.leave(token, Outcome.GUARANTORS_SIGNED);
        });
    }

    @Bean
    FormCommand confirmPaperCopy(SigningDesk desk) {
        return FormCommand.of(ContractSigningProcess.USER_CONFIRM_PAPER_COPY, (submission, actor, token) -> {
            PaperCopyForm form = submission.as(PaperCopyForm.class);
            AgreementView agreement = agreement(desk, token);
            List<Refusal> refusals = new ArrayList<>();
            boolean customerSigned = true;
            for (CopyForm copy : form.copies() == null ? List.<CopyForm>of() : form.copies()) {
                if (copy.same() == null) {
                    refusals.add(Refusal.of("CONFIRMATION_MISSING").at("copies." + copy.paper()));
                    continue;
                }
                customerSigned &= copy.same() || !agreement.id().value().equals(copy.paper());
                desk.confirmPaperCopy(new ConfirmPaperCopy(agreement.id(), copy.paper(), copy.same(), copy.reason()), actor)
                        .refusals().forEach(refusal -> refusals.add(refusal.at("copies." + copy.paper()
                                + (refusal.field().isEmpty() ? "" : "." + refusal.field()))));
            }
            if (refusals.isEmpty() && agreement(desk, token).hasPaperToConfirm()) {
                refusals.add(Refusal.of("CONFIRMATION_MISSING"));
            }
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
            Route.leave(token, customerSigned ? Outcome.CUSTOMER_SIGNED : Outcome.CUSTOMER_TO_SIGN);
        });
    }

    @Bean
    FormCommand signAsBank(SigningDesk desk, MessageDesk messages) {
        return FormCommand.of(ContractSigningProcess.USER_SIGN_AS_BANK, (submission, actor, token) -> {
            boolean signed = sign(desk, submission.as(SignatureForm.class), SignatoryRole.BANK, actor, token);
            if (!signed) {
                messages.send(Route.applicant(token), agreement(desk, token).id() + "/refused-by-bank", Route.application(token).value(),
                        "AGREEMENT_REFUSED_BY_BANK");
            }
            boolean conditionsMet = signed && agreement(desk, token).conditionsFulfilled();
            Route.leave(token, !signed ? Outcome.REFUSED : conditionsMet ? Outcome.CONDITIONS_MET : Outcome.CONDITIONS_OPEN);
        });
    }

    @Bean
    FormCommand fulfilConditions(SigningDesk desk) {
        return FormCommand.of(ContractSigningProcess.USER_FULFIL_CONDITIONS, (submission, actor, token) -> {
            Fulfilment form = submission.as(Fulfilment.class);
            AgreementView agreement = agreement(desk, token);
            List<Refusal> refusals = new ArrayList<>();
            boolean waiverAsked = false;
            for (ConditionForm condition : form.conditions() == null ? List.<ConditionForm>of() : form.conditions()) {
                if (condition.waiverReason() != null) {
                    waiverAsked = true;
                    desk.askWaiver(agreement.id(), condition.code(), condition.waiverReason(), actor)
                            .refusals().forEach(refusal -> refusals.add(refusal.at("conditions." + condition.code())));
                    continue;
                }
                DocumentId evidence = condition.evidence() == null || condition.evidence().isBlank() ? null : new DocumentId(condition.evidence());
                desk.fulfil(new FulfilCondition(agreement.id(), condition.code(), evidence, condition.remark()), actor)
                        .refusals().forEach(refusal -> refusals.add(refusal.at("conditions." + condition.code())));
            }
            boolean someLeft = waiverAsked;
            agreement(desk, token).conditions().stream().filter(open -> !open.fulfilled() && !someLeft)
                    .filter(open -> refusals.stream().noneMatch(refusal -> refusal.field().endsWith(open.code())))
                    .forEach(open -> refusals.add(Refusal.of("CONDITION_OUTSTANDING").with("condition", open.code())
                            .at("conditions." + open.code())));
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
            Route.leave(token, waiverAsked ? Outcome.WAIVER_ASKED : Outcome.CONDITIONS_MET);
        });
    }

    @Bean
    FormCommand decideWaiver(SigningDesk desk) {
        return FormCommand.of(ContractSigningProcess.USER_DECIDE_WAIVER, (submission, actor, token) -> {
            WaiverForm form = submission.as(WaiverForm.class);
            AgreementView agreement = agreement(desk, token);
            List<Refusal> refusals = new ArrayList<>();
            for (WaiverAnswer answer : form.answers() == null ? List.<WaiverAnswer>of() : form.answers()) {
                if (answer.granted() == null) {
                    refusals.add(Refusal.of("VERDICT_MISSING").at("answers." + answer.code()));
                    continue;
                }
                desk.waive(new WaiveCondition(agreement.id(), answer.code(), answer.granted(), answer.reason()), actor)
                        .refusals().forEach(refusal -> refusals.add(refusal.at("answers." + answer.code())));
            }
            agreement(desk, token).conditions().stream().filter(ConditionPrecedent::waiverOpen)
                    .filter(open -> refusals.stream().noneMatch(refusal -> refusal.field().endsWith(open.code())))
                    .forEach(open -> refusals.add(Refusal.of("VERDICT_MISSING").at("answers." + open.code())));
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
            Route.leave(token, Outcome.CONDITIONS_OPEN);
        });
    }

    /** @return whether the form signs; otherwise the refusal is on the agreement */
    private static boolean sign(SigningDesk desk, SignatureForm form, SignatoryRole role, PersonId actor, DelegateExecution token) {
        if (form.sign() == null) {
            throw new RefusedException(Refusal.of("SIGNATURE_MISSING").at("sign"));
        }
        AgreementId agreement = agreement(desk, token).id();
        if (!form.sign()) {
            desk.refuse(agreement, role, form.reason(), actor).orElseThrow();
        } else {
            DocumentId paperCopy = form.paperCopy() == null || form.paperCopy().isBlank() ? null : new DocumentId(form.paperCopy());
            desk.sign(new SignAgreement(agreement, role, form.fullName(), form.documentSha256(), paperCopy), actor).orElseThrow();
        }
        return form.sign();
    }

    private static AgreementView agreement(SigningDesk desk, DelegateExecution token) {
        return desk.current(Route.application(token)).orElseThrow();
    }

    /** The legal officer's verdict. */
    record LegalReview(Boolean approved, String reason) {
    }

    /** A signature, or the refusal to sign with its reason. */
    record SignatureForm(Boolean sign, String fullName, String documentSha256, String paperCopy, String reason) {
    }

    /** What guarantors returned, or that one does not sign. */
    record GuarantorForm(Boolean sign, List<PaperForm> papers, String reason) {
    }

    /** One contract paper that came back. */
    record PaperForm(String paper, String fullName, String documentSha256, String paperCopy) {
    }

    /** A second officer's word on each scan. */
    record PaperCopyForm(List<CopyForm> copies) {
    }

    /** One scan: that of the agreement, or of a contract paper, by its number. */
    record CopyForm(String paper, Boolean same, String reason) {
    }

    /** The conditions precedent as ticked off. */
    record Fulfilment(List<ConditionForm> conditions) {
    }

    /** The answers to requests that conditions be waived. */
    record WaiverForm(List<WaiverAnswer> answers) {
    }

    /** One of them. */
    record WaiverAnswer(String code, Boolean granted, String reason) {
    }

    /** One condition with its evidence, or why it should be waived. */
    record ConditionForm(String code, String evidence, String remark, String waiverReason) {
    }
}
