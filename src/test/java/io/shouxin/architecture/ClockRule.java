package io.shouxin.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Set;

/** Nobody asks for the time but the one clock. */
final class ClockRule {

    private static final Set<String> TIMES = Set.of("java.time.LocalDate", "java.time.LocalDateTime", "java.time.Instant",
            "java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.Year", "java.time.YearMonth");

    private ClockRule() {
    }

    static List<String> readsOfAnotherClock(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(ClockRule::readsTheTime).map(JavaMethodCall::getDescription).sorted().toList();
    }

    private static boolean readsTheTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean now = call.getName().equals("now") && TIMES.contains(owner)
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(java.time.Clock.class));
        return now || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }
}
