package io.shouxin.notification;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each person chose for his messages. An address is personal data: it stands here and in the outbox, never in a token. */
@Service
@Transactional
public class MessagePreferences {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    MessagePreferences(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who has chosen nothing reads his inbox only. */
    @Transactional(readOnly = true)
    public MessagePreference of(PersonId person) {
        return jdbc.sql("SELECT address, language, not_by_mail FROM message_preference WHERE person_id = :person").param("person", person.value())
                .query((row, n) -> new MessagePreference(person, Optional.ofNullable(row.getString(1)), Locale.forLanguageTag(row.getString(2)),
                        Arrays.stream(row.getString(3).split(",")).filter(name -> !name.isBlank()).map(MessageKind::valueOf)
                                .collect(Collectors.toSet())))
                .optional().orElseGet(() -> MessagePreference.ofNobodyAsked(person));
    }

    /** @return the preference as kept, or {@code MAIL_ADDRESS_MALFORMED}; an empty address means no e-mail */
    public Outcome<MessagePreference> choose(MessagePreference wish) {
        Optional<String> given = wish.address().filter(text -> !text.isBlank());
        return given.map(text -> MailAddress.of(text).map(Optional::of)).orElseGet(() -> Outcome.done(Optional.empty()))
                .map(address -> keep(new MessagePreference(wish.person(), address, wish.language(), wish.notByMail())));
    }

    private MessagePreference keep(MessagePreference chosen) {
        if (update(chosen) == 0) {
            try {
                jdbc.sql("INSERT INTO message_preference (person_id, address, language, not_by_mail, changed_at)"
                                + " VALUES (:person, :address, :language, :kinds, :at)").params(columns(chosen)).update();
            } catch (DuplicateKeyException chosenMeanwhile) {
                update(chosen);
            }
        }
        return chosen;
    }

    private int update(MessagePreference chosen) {
        return jdbc.sql("UPDATE message_preference SET address = :address, language = :language, not_by_mail = :kinds, changed_at = :at"
                + " WHERE person_id = :person").params(columns(chosen)).update();
    }

    private Map<String, Object> columns(MessagePreference chosen) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("person", chosen.person().value());
        columns.put("address", chosen.address().orElse(null));
        columns.put("language", chosen.language().getLanguage());
        columns.put("kinds", chosen.notByMail().stream().map(MessageKind::name).sorted().collect(Collectors.joining(",")));
        columns.put("at", Timestamp.from(clock.instant()));
        return columns;
    }
}
