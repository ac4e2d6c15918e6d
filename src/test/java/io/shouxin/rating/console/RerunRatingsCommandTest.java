package io.shouxin.rating.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.RatingId;
import io.shouxin.rating.RatingRerun;
import io.shouxin.rating.RatingRerun.Difference;
import io.shouxin.rating.RatingReruns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RerunRatingsCommandTest {

    private final StringWriter out = new StringWriter();

    @Test
    void endsWithNoughtWhenAllAgree() {
        assertThat(run(rerun("RT-2026-000001"), rerun("RT-2026-000002"))).isZero();
        assertThat(out.toString()).contains("2 ratings run again: 2 agree, 0 differ");
    }

    @Test
    void endsWithThreeAndListsWhatDiffers() {
        assertThat(run(rerun("RT-2026-000001"), rerun("RT-2026-000002", new Difference("grade", "GOOD", "FAIR")))).isEqualTo(3);
        assertThat(out.toString()).contains("RT-2026-000002 CA-2026-000001 grade: stored GOOD, run again FAIR", "1 agree, 1 differ")
                .doesNotContain("RT-2026-000001 CA");
    }

    @SuppressWarnings("unchecked")
    private int run(RatingRerun... stored) {
        RatingReruns reruns = mock(RatingReruns.class);
        doAnswer(call -> {
            List.of(stored).forEach((Consumer<RatingRerun>) call.getArgument(0));
            return null;
        }).when(reruns).all(any());
        CommandLine line = new CommandLine(new RerunRatingsCommand(reruns));
        line.setOut(new PrintWriter(out));
        return line.execute();
    }

    private static RatingRerun rerun(String number, Difference... differences) {
        return new RatingRerun(new RatingId(number), new CustomerId("C-2026-000001"), "CA-2026-000001", Map.of(), List.of(differences));
    }
}
