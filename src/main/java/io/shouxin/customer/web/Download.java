package io.shouxin.customer.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to be kept by whoever asked for it. */
final class Download {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Download() {
    }

    static ResponseEntity<byte[]> xlsx(String name, byte[] content) {
        return file(name, XLSX, content);
    }

    static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return file(name, "text/csv;charset=UTF-8", content);
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(content);
    }
}
