package io.careloop.cases.web;

import io.careloop.cases.Attachment;
import io.careloop.cases.Attachments;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseNotFoundException;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of a case, for the staff. They came from strangers: a browser may save them, never show them as ours. */
@Controller
@RequestMapping("/desk/cases/{reference}/attachments")
class AttachmentController {

    private final CaseRights rights;
    private final Attachments attachments;

    AttachmentController(CaseRights rights, Attachments attachments) {
        this.rights = rights;
        this.attachments = attachments;
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(@PathVariable String reference, @PathVariable UUID id, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        Attachment attachment =
                attachments.find(file.reference(), id).orElseThrow(() -> new CaseNotFoundException(reference));
        ContentDisposition download = ContentDisposition.attachment()
                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(attachments.content(attachment));
    }
}
