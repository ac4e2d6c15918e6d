package io.shouxin.integration.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.shouxin.identity.Access;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusalNotice;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Simultaneous;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** How a "no" leaves the API: always a problem with a code, a message in the caller's language, and who can help. */
@RestControllerAdvice
class RefusalAdvice {

    private final RefusalNotice notice;
    private final RefusedUploads uploads;

    RefusalAdvice(RefusalNotice notice, RefusedUploads uploads) {
        this.notice = notice;
        this.uploads = uploads;
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
        uploads.tooLarge(request);
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, List.of(Refusal.of("UPLOAD_TOO_LARGE")), request);
    }

    /** A body that cannot be read; beside the field where there is one. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        String field = unreadable.getCause() instanceof JsonMappingException mapping ? path(mapping) : "";
        return problem(HttpStatus.BAD_REQUEST, List.of(Refusal.of("FORM_MALFORMED").at(field)), request);
    }

    @ExceptionHandler({MissingServletRequestParameterException.class, MissingServletRequestPartException.class, MultipartException.class,
            MethodArgumentTypeMismatchException.class, IllegalArgumentException.class})
    ResponseEntity<Map<String, Object>> malformed(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, List.of(Refusal.of("FORM_MALFORMED")), request);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<Map<String, Object>> otherMediaType(HttpServletRequest request) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of(Refusal.of("FORM_MALFORMED")), request);
    }

    private static String path(JsonMappingException mapping) {
        String path = mapping.getPath().stream().map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** Of two who changed the same thing at the same moment, this one was the slower. */
    @ExceptionHandler(OptimisticLockingFailureException.class)
    ResponseEntity<Map<String, Object>> changedMeanwhile(HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, List.of(Refusal.of("CHANGED_MEANWHILE")), request);
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Map<String, Object>> taken(DataIntegrityViolationException violated, HttpServletRequest request) {
        if (!Simultaneous.isTaken(violated)) {
            throw violated;
        }
        return changedMeanwhile(request);
    }

    private ResponseEntity<Map<String, Object>> problem(HttpStatus status, List<Refusal> refusals, HttpServletRequest request) {
        Map<String, Object> body = notice.body(refusals, request.getLocale());
        body.put("status", status.value());
        return ResponseEntity.status(status).header(HttpHeaders.CONTENT_LANGUAGE, request.getLocale().getLanguage())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }
}
