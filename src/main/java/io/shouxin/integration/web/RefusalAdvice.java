package io.shouxin.integration.web;

import io.shouxin.identity.Access;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusalNotice;
import io.shouxin.kernel.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** How a "no" leaves the API: always a problem with a code, a message in the caller's language, and who can help. */
@RestControllerAdvice
class RefusalAdvice {

    private final RefusalNotice notice;

    RefusalAdvice(RefusalNotice notice) {
        this.notice = notice;
    }

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<Map<String, Object>> refused(RefusedException refused, HttpServletRequest request) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, refused.refusals(), request);
    }

    @ExceptionHandler(Access.NotSignedIn.class)
    ResponseEntity<Map<String, Object>> notSignedIn(HttpServletRequest request) {
        return problem(HttpStatus.UNAUTHORIZED, List.of(Refusal.of("NOT_SIGNED_IN")), request);
    }

    @ExceptionHandler(Access.NotAllowed.class)
    ResponseEntity<Map<String, Object>> notAllowed(HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, List.of(Refusal.of("NOT_ALLOWED")), request);
    }

    @ExceptionHandler(Access.NotVisible.class)
    ResponseEntity<Map<String, Object>> notVisible(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, List.of(Refusal.of("NOT_FOUND")), request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<Map<String, Object>> tooLarge(HttpServletRequest request) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, List.of(Refusal.of("UPLOAD_TOO_LARGE")), request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MissingServletRequestParameterException.class,
            MissingServletRequestPartException.class, MethodArgumentTypeMismatchException.class, IllegalArgumentException.class})
    ResponseEntity<Map<String, Object>> malformed(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, List.of(Refusal.of("FORM_MALFORMED")), request);
    }

    private ResponseEntity<Map<String, Object>> problem(HttpStatus status, List<Refusal> refusals, HttpServletRequest request) {
        Map<String, Object> body = notice.body(refusals, request.getLocale());
        body.put("status", status.value());
        return ResponseEntity.status(status).header(HttpHeaders.CONTENT_LANGUAGE, request.getLocale().getLanguage())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }
}
