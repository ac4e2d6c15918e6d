package io.shouxin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.testkit.ApplicationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** What the API says of itself is what is committed, so that no change of it goes unseen. */
@ApplicationTest
class ApiDescriptionTest {

    private static final Path COMMITTED = Path.of("docs/api/openapi.json");
    private static final ObjectMapper SORTED = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    @Autowired
    private TestRestTemplate http;

    @Test
    void theDescriptionOfTheApiIsTheCommittedOne() throws IOException {
        String described = sorted(http.withBasicAuth("auditor", "shouxin-demo").getForObject("/api/docs/openapi", JsonNode.class));
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, described);
        }
        assertThat(COMMITTED).as("write it anew with: mvn test -Dtest=ApiDescriptionTest -Ddocs.write=true").exists();
        assertThat(Files.readString(COMMITTED)).isEqualTo(described);
    }

    @Test
    void nobodyReadsTheApiUnlessSignedIn() {
        for (String path : new String[] {"/api/docs/openapi", "/api/v1/customers", "/api/v1/applications", "/api/v1/facilities",
            "/engine-rest/task", "/camunda/api/shouxin/v1/applications", "/camunda/api/shouxin/v1/me"}) {
            assertThat(http.getForEntity(path, String.class).getStatusCode()).as(path).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void everyDoorThatIsNotNamedIsShut() {
        assertThat(http.getForEntity("/h2-console", String.class).getStatusCode().is4xxClientError()).isTrue();
        assertThat(http.getForEntity("/actuator/env", String.class).getStatusCode().is4xxClientError()).isTrue();
    }

    private static String sorted(JsonNode description) throws IOException {
        return SORTED.writeValueAsString(SORTED.treeToValue(description, TreeMap.class)) + "\n";
    }
}
