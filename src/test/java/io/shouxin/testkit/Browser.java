package io.shouxin.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One person's HTTP client: a program with HTTP Basic, or a browser with the webapps' login session. */
public final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String language;
    private String basic;
    private String accepted;

    private Browser(int port, String language) {
        this.base = "http://localhost:" + port;
        this.language = language;
    }

    /** A program that signs every request. @param language as in Accept-Language, e.g. {@code zh-CN} */
    public static Browser program(int port, String user, String password, String language) {
        Browser browser = new Browser(port, language);
        browser.basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return browser;
    }

    /** Tasklist after login. */
    public static Browser tasklist(int port, String user, String password, String language) {
        Browser browser = new Browser(port, language);
        browser.get("/camunda/app/tasklist/default/");
        Answer login = browser.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)));
        if (login.status() != 200) {
            throw new IllegalStateException("login of " + user + " failed: " + login);
        }
        // The session is a new one now, and so is its token against forged requests.
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    /** A visitor who is nobody. */
    public static Browser visitor(int port) {
        return new Browser(port, "en");
    }

    /** From now on it asks for pages to look at, as a browser does when a link is followed. */
    public Browser askingForPages() {
        accepted = "text/html";
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(text(body)));
    }

    /** @param key the header {@code Idempotency-Key} */
    public Answer post(String path, Object body, String key) {
        return send("POST", path, "application/json", BodyPublishers.ofString(text(body)), key);
    }

    /** The first page of a filter's tasks as Tasklist asks for it: with the number of all and the people in them. */
    public Answer taskList(String filterId) {
        accepted = "application/hal+json";
        try {
            return post(engine() + "/filter/" + filterId + "/list?firstResult=0&maxResults=15", Map.of("active", true,
                    "sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc"))));
        } finally {
            accepted = null;
        }
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(text(body)));
    }

    /** Submits the form of a task, by the engine's REST interface this client has. */
    public Answer submit(String taskId, Object form) {
        return post(engine() + "/task/" + taskId + "/submit-form", Map.of("variables", Map.of("submission", Map.of("value", text(form), "type", "String"))));
    }

    /** Path of the engine's REST interface: programs and the webapps have one each. */
    public String engine() {
        return basic == null ? "/camunda/api/engine/engine/default" : "/engine-rest";
    }

    /** Path of the product's own interface. */
    public String api() {
        return basic == null ? "/camunda/api/shouxin/v1" : "/api/v1";
    }

    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "----shouxin-test";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + boundary, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        return send(method, path, contentType, body, null);
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body).header("Accept-Language", language);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (accepted != null) {
            request.header("Accept", accepted);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException(status + ": " + body, unreadable);
            }
        }

        /** The problem's code, e.g. {@code OFFER_EXPIRED}. */
        public String code() {
            return json().path("code").asText();
        }

        /** Field of the first refusal. */
        public String field() {
            return json().path("refusals").path(0).path("field").asText();
        }

        /** What people read. */
        public String detail() {
            return json().path("detail").asText();
        }
    }
}
