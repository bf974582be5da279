package io.careloop.notification;

import io.careloop.cases.CaseReference;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Addresses of our pages, as messages give them.
 *
 * @param publicAddress where customers and staff reach the application, without a slash at its end
 */
@ConfigurationProperties("careloop")
record Links(@DefaultValue("http://localhost:8080") URI publicAddress) {

    String tracking(String token) {
        return publicAddress + "/track/" + token;
    }

    String desk(CaseReference reference) {
        return publicAddress + "/desk/cases/" + reference;
    }
}
