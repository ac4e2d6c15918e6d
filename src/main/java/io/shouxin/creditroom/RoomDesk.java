package io.shouxin.creditroom;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.notification.MessageDesk;
import io.shouxin.notification.Outbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the credit room (授信协商室). An invitation goes out by e-mail with a link that lets in once; inside, a session lasts a few
 * hours. Whoever comes with a wrong, used or expired link is told so, and it stands in the trail.
 */
@Service
@Transactional
public class RoomDesk {

    private static final PersonId NOBODY = new PersonId("visitor");
    private static final Pattern LINK = Pattern.compile("([A-Z]{2}-\\d{4}-\\d{6})\\.([A-Za-z0-9_-]{43})");
    private static final int MOST_LINKS = 20;
    private static final String GUEST = "guest-";

    private final RoomInvitations invitations;
    private final RoomSessions sessions;
    private final RoomAttempts attempts;
    private final Acceptances acceptances;
    private final MessageDesk messages;
    private final Outbox outbox;
    private final BusinessNumbers numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final int days;

    RoomDesk(RoomInvitations invitations, RoomSessions sessions, RoomAttempts attempts, Acceptances acceptances, MessageDesk messages, Outbox outbox, BusinessNumbers numbers,
            AuditTrail audit, BusinessClock clock, @Value("${shouxin.room.days:60}") int days) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.attempts = attempts;
        this.acceptances = acceptances;
        this.messages = messages;
        this.outbox = outbox;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Invites the customer's person and sends him his link; an earlier invitation into the same room ends.
     *
     * @param person somebody whose address is known to the message desk
     * @return the invitation, or {@code MAIL_OFF}
     */
    public Outcome<RoomInvitation> invite(ApplicationId application, CustomerId customer, PersonId person, PersonId actor) {
        return invite(application, customer, person, "CREDIT_ROOM_INVITATION", id -> Optional.empty(), Optional.empty(), actor);
    }

    /**
     * Invites a guarantor to sign his paper, and nothing else; an earlier invitation to the same paper ends.
     *
     * @param identifier number of his identity paper, where the bank knows it
     */
    public Outcome<RoomInvitation> inviteGuarantor(ApplicationId application, CustomerId customer, PersonId person, String paper, String name,
            Optional<String> identifier, PersonId actor) {
        return invite(application, customer, person, "CREDIT_ROOM_GUARANTOR", id -> Optional.of(RoomGuarantee.of(id, paper, name, identifier)),
                Optional.of(paper), actor);
    }

    private Outcome<RoomInvitation> invite(ApplicationId application, CustomerId customer, PersonId person, String code,
            Function<String, Optional<RoomGuarantee>> guarantee, Optional<String> paper, PersonId actor) {
        if (!outbox.isOpen()) {
            return Outcome.refused(Refusal.of("MAIL_OFF"));
        }
        revoke(application, actor, each -> each.sameRoomAs(paper));
        String id = numbers.next("CR");
        RoomInvitation invitation = new RoomInvitation(id, application, customer, person, actor, now(), clock.today().plusDays(days), 1,
                Optional.empty(), Optional.empty(), guarantee.apply(id));
        invitations.insert(invitation);
        audit.record(application.value(), "ROOM_INVITED", actor, invitation.id() + " " + person + paper.map(number -> " for " + number).orElse("")
                + " until " + invitation.endsOn());
        messages.send(person, invitation.id() + "/1", application.value(), code, Map.of("invitation", invitation.id()));
        return Outcome.done(invitation);
    }

    /** Whether a person has no login of his own and comes in by his link only. */
    public static boolean isGuest(PersonId person) {
        return person.value().startsWith(GUEST);
    }

    /** The invitation by which a person may enter an application's room today; empty where he has none or no mail goes out. */
    @Transactional(readOnly = true)
    public Optional<RoomInvitation> open(ApplicationId application, PersonId person) {
        return !outbox.isOpen() ? Optional.empty() : invitations.of(application).stream()
                .filter(each -> each.person().equals(person) && each.guarantee().isEmpty() && each.holdsOn(clock.today())).findFirst();
    }

    /** Tells an invited person something that waits for him, with a link of its own. @param code {@code CREDIT_ROOM_…}; sent once per key */
    public void sendLink(RoomInvitation invitation, String key, String code, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("invitation", invitation.id());
        messages.send(invitation.person(), key, invitation.application().value(), code, all);
    }

    /** Ends all invitations into an application's room, those of its guarantors included, and who is inside is outside. */
    public void revoke(ApplicationId application, PersonId actor) {
        revoke(application, actor, each -> true);
    }

    private void revoke(ApplicationId application, PersonId actor, Predicate<RoomInvitation> which) {
        List<RoomInvitation> open = invitations.of(application).stream().filter(each -> each.revokedAt().isEmpty()).filter(which).toList();
        if (!open.isEmpty()) {
            open.forEach(each -> {
                invitations.revoke(each.id(), now());
                sessions.endAll(each.id(), now());
            });
            audit.record(application.value(), "ROOM_CLOSED", actor, String.join(" ", open.stream().map(RoomInvitation::id).toList()));
        }
    }

    /**
     * Sends a fresh link to the address the invitation went to. Says nothing about whether there is such an invitation, so that nobody
     * learns of it by asking.
     *
     * @return nothing, or {@code ROOM_TOO_MANY_ATTEMPTS}
     */
    public Outcome<String> freshLink(String invitationId, String address) {
        if (attempts.tooMany(address, invitationId)) {
            return Outcome.refused(Refusal.of("ROOM_TOO_MANY_ATTEMPTS"));
        }
        invitations.find(invitationId).filter(found -> found.holdsOn(clock.today()) && found.links() < MOST_LINKS && invitations.countLink(found))
                .ifPresent(found -> {
                    messages.send(found.person(), found.id() + "/" + (found.links() + 1), found.application().value(), "CREDIT_ROOM_LINK",
                            Map.of("invitation", found.id()));
                    audit.record(found.application().value(), "ROOM_LINK_ASKED", found.person(), found.id() + "/" + (found.links() + 1));
                });
        return Outcome.done(invitationId);
    }

    /**
     * Takes a link in for a session. The link is used up by it, and with it any other the same invitation has open.
     *
     * @param link    {@code INVITATION.SECRET} as the e-mail carried it
     * @param address where the visitor comes from in the network
     * @return the session's secret, or {@code ROOM_TOO_MANY_ATTEMPTS, ROOM_LINK_INVALID, ROOM_LINK_USED, ROOM_LINK_EXPIRED, ROOM_CLOSED};
     *         the last three are told only to who brings the right secret
     */
    public Outcome<String> redeem(String link, String address) {
        var parts = LINK.matcher(link == null ? "" : link.strip());
        String id = parts.matches() ? parts.group(1) : "none";
        if (attempts.tooMany(address, id)) {
            return refusedAt(id, "ROOM_TOO_MANY_ATTEMPTS");
        }
        Optional<RoomInvitation> invitation = parts.matches() ? invitations.find(id) : Optional.empty();
        Optional<RoomInvitations.Link> found = invitation.flatMap(known -> invitations.links(known.id()).stream()
                .filter(each -> RoomSecret.isOf(parts.group(2), each.hash())).findFirst());
        if (found.isEmpty()) {
            return refusedAt(id, "ROOM_LINK_INVALID");
        }
        if (!invitation.get().holdsOn(clock.today())) {
            return refusedAt(id, "ROOM_CLOSED");
        }
        if (found.get().used()) {
            return refusedAt(id, "ROOM_LINK_USED");
        }
        if (!clock.instant().isBefore(found.get().expiresAt())) {
            return refusedAt(id, "ROOM_LINK_EXPIRED");
        }
        if (!invitations.use(found.get().hash(), now())) {
            return refusedAt(id, "ROOM_LINK_USED");
        }
        invitations.useAll(id, now());
        audit.record(invitation.get().application().value(), "ROOM_ENTERED", invitation.get().person(), id);
        return Outcome.done(sessions.open(id, now()));
    }

    /** Whose session this is; empty when it never was, is over, or its invitation is. */
    public Optional<RoomInvitation> visitor(String session) {
        return sessions.invitationOf(session, now()).flatMap(invitations::find).filter(found -> found.holdsOn(clock.today()))
                .map(this::withAcceptance);
    }

    public void leave(String session) {
        sessions.end(session, now());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<RoomInvitation> of(ApplicationId application) {
        return invitations.of(application).stream().map(this::withAcceptance).toList();
    }

    private RoomInvitation withAcceptance(RoomInvitation invitation) {
        return invitation.accepted(acceptances.at(invitation, Declaration.CREDIT_POLICY));
    }

    /** Something a visitor tried in vain, for the trail. */
    public void noteRefusal(RoomInvitation visitor, String act, String code) {
        audit.recordRefused(visitor.application().value(), "ROOM_ACT_REFUSED", visitor.person(), act + " " + code);
    }

    private Outcome<String> refusedAt(String invitationId, String code) {
        Optional<RoomInvitation> known = invitations.find(invitationId);
        audit.recordRefused(known.map(found -> found.application().value()).orElse("CREDIT-ROOM"), "ROOM_LINK_REFUSED", NOBODY,
                known.map(RoomInvitation::id).orElse("unknown") + " " + code);
        return Outcome.refused(Refusal.of(code));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
