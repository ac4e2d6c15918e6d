package io.shouxin.deadline;

import io.shouxin.deadline.WorkingYear.Holiday;
import io.shouxin.deadline.WorkingYear.WorkedDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/** The years that come with the application: {@code processes/calendar/working-days-VERSION.yml}, of which the newest version counts. */
@Component
class PublishedYears {

    private static final String FILES = "classpath*:processes/calendar/working-days-*.yml";

    private final Map<Integer, WorkingYear> years = new HashMap<>();

    PublishedYears() {
        try {
            String newest = "";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                Map<String, Object> read = read(file);
                String version = String.valueOf(read.get("version"));
                if (version.compareTo(newest) > 0) {
                    newest = version;
                    years.clear();
                    entries(read, "years").forEach(entry -> add(entry, version));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<WorkingYear> of(int year) {
        return Optional.ofNullable(years.get(year));
    }

    List<Integer> years() {
        return years.keySet().stream().sorted().toList();
    }

    private void add(Map<String, Object> entry, String version) {
        WorkingYear year = new WorkingYear((Integer) entry.get("year"), version, (String) entry.get("source"),
                entries(entry, "holidays").stream().map(each -> new Holiday(day(each, "from"), day(each, "to"), (String) each.get("name"))).toList(),
                entries(entry, "worked").stream().map(each -> new WorkedDay(day(each, "day"), (String) each.get("name"))).toList(), Optional.empty());
        if (!WorkingYearCheck.refusals(year).isEmpty()) {
            throw new IllegalStateException("calendar " + version + ", year " + year.year() + ": " + WorkingYearCheck.refusals(year));
        }
        years.put(year.year(), year);
    }

    private static LocalDate day(Map<String, Object> entry, String field) {
        return LocalDate.parse(String.valueOf(entry.get(field)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> from, String field) {
        return (List<Map<String, Object>>) from.get(field);
    }

    private static Map<String, Object> read(Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new Yaml(new DatesAsText(new LoaderOptions())).load(content);
        }
    }

    /** A date stays the text it is; read as a moment it could become the day before. */
    private static final class DatesAsText extends SafeConstructor {
        private DatesAsText(LoaderOptions options) {
            super(options);
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }
    }
}
