package io.shouxin.creditroom;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.notification.MessageSecrets;
import io.shouxin.notification.OutgoingMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a link as its e-mail is written. It stands behind the {@code #}, which no browser sends and no server logs. */
@Component
class RoomLinks implements MessageSecrets {

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RoomInvitations invitations;
    private final BusinessClock clock;
    private final Duration life;
    private final String publicAddress;

    RoomLinks(RoomInvitations invitations, BusinessClock clock, @Value("${shouxin.room.link-life:72h}") Duration life,
              @Value("${shouxin.public-url:http://localhost:8080}") String publicAddress) {
        this.invitations = invitations;
        this.clock = clock;
        this.life = life;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    @Override
    public boolean concerns(String code) {
        return code.startsWith("CREDIT_ROOM_");
    }

    @Override
    @Transactional
    public Map<String, String> freshFor(OutgoingMail mail) {
        String secret = RoomSecret.fresh();
        String invitation = mail.values().get("invitation");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        invitations.insertLink(RoomSecret.hash(secret), invitation, now, now.plus(life));
        return Map.of("link", publicAddress + "/room/#" + invitation + "." + secret,
                "until", UNTIL.format(LocalDateTime.ofInstant(now.plus(life), BusinessClock.ZONE)));
    }
}
