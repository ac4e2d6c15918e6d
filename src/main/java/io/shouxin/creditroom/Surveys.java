package io.shouxin.creditroom;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers say of the bank once their application is decided (客户满意度调查): each person once per application. */
@Service
@Transactional
public class Surveys {

    private static final int LONGEST_REMARK = 1000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Surveys(JdbcClient jdbc, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param outcome code of the decision the answer is about
     * @return the answer, or {@code SURVEY_SCORE_MISSING, SURVEY_REMARK_TOO_LONG, SURVEY_ANSWERED}
     */
    public Outcome<Answer> answer(RoomInvitation visitor, Answer answer, String outcome) {
        List<Refusal> refusals = new ArrayList<>();
        score(answer.overall(), "overall", refusals);
        score(answer.clarity(), "clarity", refusals);
        score(answer.speed(), "speed", refusals);
        String remark = answer.remark() == null ? "" : answer.remark().strip();
        if (remark.length() > LONGEST_REMARK) {
            refusals.add(Refusal.of("SURVEY_REMARK_TOO_LONG").at("remark").with("most", LONGEST_REMARK));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (isAnswered(visitor)) {
            return Outcome.refused(Refusal.of("SURVEY_ANSWERED"));
        }
        try {
            jdbc.sql("INSERT INTO room_survey (application_id, person_id, overall, clarity, speed, remark, outcome, answered_at)"
                            + " VALUES (:application, :person, :overall, :clarity, :speed, :remark, :outcome, :at)")
                    .param("application", visitor.application().value()).param("person", visitor.person().value()).param("overall", answer.overall())
                    .param("clarity", answer.clarity()).param("speed", answer.speed()).param("remark", remark).param("outcome", outcome)
                    .param("at", Timestamp.from(clock.instant())).update();
        } catch (DuplicateKeyException answeredMeanwhile) {
            return Outcome.refused(Refusal.of("SURVEY_ANSWERED"));
        }
        audit.record(visitor.application().value(), "SURVEY_ANSWERED", visitor.person(), outcome);
        return Outcome.done(answer);
    }

    @Transactional(readOnly = true)
    public boolean isAnswered(RoomInvitation visitor) {
        return jdbc.sql("SELECT COUNT(*) FROM room_survey WHERE application_id = :application AND person_id = :person")
                .param("application", visitor.application().value()).param("person", visitor.person().value()).query(Long.class).single() > 0;
    }

    /** Averages by outcome of the decision, and the latest remarks. */
    @Transactional(readOnly = true)
    public Report report() {
        List<Average> averages = jdbc.sql("SELECT outcome, COUNT(*), SUM(overall), SUM(clarity), SUM(speed) FROM room_survey GROUP BY outcome ORDER BY outcome")
                .query((row, n) -> new Average(row.getString(1), row.getLong(2), mean(row.getLong(3), row.getLong(2)), mean(row.getLong(4), row.getLong(2)),
                        mean(row.getLong(5), row.getLong(2)))).list();
        List<Said> said = jdbc.sql("SELECT application_id, overall, outcome, remark, answered_at FROM room_survey WHERE remark <> ''"
                        + " ORDER BY answered_at DESC LIMIT 50")
                .query((row, n) -> new Said(row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant())).list();
        return new Report(averages, said);
    }

    private static void score(Integer score, String field, List<Refusal> refusals) {
        if (Optional.ofNullable(score).filter(given -> given >= 1 && given <= 5).isEmpty()) {
            refusals.add(Refusal.of("SURVEY_SCORE_MISSING").at(field));
        }
    }

    private static BigDecimal mean(long sum, long count) {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }

    /** Scores from 1, bad, to 5, good. @param clarity did he understand what was asked and decided @param speed was it quick enough */
    public record Answer(Integer overall, Integer clarity, Integer speed, String remark) {
    }

    /** Means of the scores of those whose application ended so. */
    public record Average(String outcome, long answers, BigDecimal overall, BigDecimal clarity, BigDecimal speed) {
    }

    /** A remark. */
    public record Said(String application, int overall, String outcome, String remark, Instant at) {
    }

    /** What customers say. */
    public record Report(List<Average> averages, List<Said> remarks) {
    }
}
