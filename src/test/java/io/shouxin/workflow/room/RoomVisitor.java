package io.shouxin.workflow.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A customer with his browser, and nothing but the link from his e-mail. */
final class RoomVisitor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private boolean fromThePage = true;

    RoomVisitor(int port) {
        this.base = "http://localhost:" + port + "/room/";
    }

    /** As a foreign page would send it: without the header of the room's own page. */
    RoomVisitor fromAForeignPage() {
        fromThePage = false;
        return this;
    }

    Answer enter(String link) {
        return post("api/entry", Map.of("link", link));
    }

    JsonNode room() {
        return get("api/room").json();
    }

    void acceptPolicy() {
        post("api/policy-acceptance", Map.of("accepted", true, "policyHash", room().get("policyHash").asText()));
    }

    Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    Answer post(String path, Object body) {
        try {
            return send("POST", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    Answer put(String path, Object body) {
        try {
            return send("PUT", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    Answer upload(String application, String kind, String fileName, String mediaType, byte[] content) {
        return upload("v1/applications/" + application + "/documents?kind=" + kind, fileName, mediaType, content);
    }

    Answer upload(String path, String fileName, String mediaType, byte[] content) {
        String boundary = "----shouxin-room";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                + mediaType + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body).header("Accept-Language", "zh-CN");
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (fromThePage) {
            request.header("X-Room", "1");
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body(), answer.headers().firstValue("Set-Cookie").orElse(""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    record Answer(int status, String body, String cookie) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException(status + ": " + body, unreadable);
            }
        }

        String code() {
            return status < 300 ? "" : json().path("code").asText();
        }
    }
}
