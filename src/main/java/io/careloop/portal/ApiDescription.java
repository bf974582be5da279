package io.careloop.portal;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says of the whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI careloopApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Careloop")
                        .version("1")
                        .description("Register a request and follow it without signing in; staff sign in with Basic."
                                + " Errors are problem details (RFC 9457) in the language of Accept-Language; instants"
                                + " are ISO 8601 with an offset."));
    }
}
