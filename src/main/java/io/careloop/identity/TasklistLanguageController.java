package io.careloop.identity;

import io.careloop.engine.Languages;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Tasklist knows one Chinese only and asks for it by one address. The reader's own language, chosen on our pages or by
 * the browser, says whether simplified or traditional characters are meant.
 */
@Controller
class TasklistLanguageController {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";

    @GetMapping("/camunda/app/tasklist/locales/zh.json")
    ResponseEntity<Resource> chinese(Locale reader) {
        boolean traditional = Languages.bestOf(reader).equals(Locale.TRADITIONAL_CHINESE);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .body(new ClassPathResource(LOCALES + (traditional ? "zh-TW.json" : "zh.json")));
    }
}
