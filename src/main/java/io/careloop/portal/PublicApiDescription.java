package io.careloop.portal;

import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API that customers' programs may call; that of the whole API is for staff. */
@Configuration(proxyBeanMethods = false)
class PublicApiDescription {

    @Bean
    GroupedOpenApi publicApi() {
        return GroupedOpenApi.builder()
                .group("public")
                .displayName("Customers")
                // staff search cases at the address where customers register them
                .packagesToScan(PublicApiDescription.class.getPackageName())
                .pathsToMatch("/api/cases", "/api/tracking/**")
                .build();
    }
}
