package io.careloop.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What we promise to everybody: limits, opening hours, ways to reach us. */
@Controller
class StatusController {

    @GetMapping("/status")
    String status() {
        return "portal/status";
    }
}
