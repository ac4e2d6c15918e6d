package io.shouxin.startup;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One start in a process of its own, from the command to the first answer and on to the first person signed in.
 *
 * @param wall from the command to the login page, ms
 * @param cpu used by the process until then, ms
 * @param signedIn from the command until a person is signed in, ms
 */
record Start(double wall, double cpu, double signedIn) {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String PAGE = "/camunda/app/welcome/default/";
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/welcome";

    /** @param folder where the application keeps its database and writes its log */
    static Start of(Candidate candidate, List<String> flags, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", candidate.classPath(), candidate.mainClass(), "--server.port=" + port));
        command.addAll(candidate.settings());
        Files.createDirectories(folder);
        File log = folder.resolve(candidate.name() + ".log").toFile();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log).start();
        try {
            HttpClient visitor = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            URI base = URI.create("http://127.0.0.1:" + port);
            HttpResponse<String> page = firstPage(visitor, base, process, log);
            double wall = (System.nanoTime() - begin) / 1e6;
            double cpu = process.info().totalCpuDuration().orElseThrow().toMillis();
            signIn(visitor, base, candidate, page);
            return new Start(wall, cpu, (System.nanoTime() - begin) / 1e6);
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static HttpResponse<String> firstPage(HttpClient visitor, URI base, Process process, File log)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                HttpResponse<String> page = visitor.send(HttpRequest.newBuilder(base.resolve(PAGE)).build(), BodyHandlers.ofString());
                if (page.statusCode() == 200 && page.body().contains("<title>")) {
                    return page;
                }
            } catch (ConnectException notYet) {
                // The door opens last.
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no login page; the log is " + log);
    }

    private static void signIn(HttpClient visitor, URI base, Candidate candidate, HttpResponse<String> page)
            throws IOException, InterruptedException {
        String token = page.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
        HttpResponse<String> answer = visitor.send(HttpRequest.newBuilder(base.resolve(LOGIN))
                .header("Content-Type", "application/x-www-form-urlencoded").header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString("username=" + candidate.user() + "&password=" + candidate.password()))
                .build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"" + candidate.user() + "\"")) {
            throw new IllegalStateException(candidate.name() + ": nobody can sign in: " + answer.statusCode() + " " + answer.body());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
