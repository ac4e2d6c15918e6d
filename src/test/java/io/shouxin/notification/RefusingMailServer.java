package io.shouxin.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that answers every recipient with one reply, such as {@code 550 no such mailbox}. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket door;
    private final String reply;

    RefusingMailServer(String reply) throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.reply = reply;
        Thread clerk = new Thread(this::serve, "refusing-mail-server");
        clerk.setDaemon(true);
        clerk.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
                talk(visitor);
            } catch (IOException left) {
                // The visitor hung up, or the server is closed.
            }
        }
    }

    private void talk(Socket visitor) throws IOException {
        BufferedReader heard = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        say(visitor, "220 here");
        for (String line = heard.readLine(); line != null; line = heard.readLine()) {
            String word = line.toUpperCase(Locale.ROOT);
            say(visitor, word.startsWith("RCPT") ? reply : word.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static void say(Socket visitor, String line) throws IOException {
        visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
