package io.careloop.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.support.CareloopTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@CareloopTest
class OperationsAddressTests {

    private static final String METRICS = "/actuator/prometheus";

    @Autowired
    MockMvc web;

    @Test
    void healthIsForEverybody() throws Exception {
        web.perform(get("/actuator/health").with(from("203.0.113.7"))).andExpect(status().isOk());
    }

    @Test
    void metricsAreForAdministratorsAndThisMachine() throws Exception {
        web.perform(get(METRICS).with(from("203.0.113.7"))).andExpect(status().isUnauthorized());
        web.perform(get(METRICS).with(from("203.0.113.7")).with(httpBasic("agent", "agent")))
                .andExpect(status().isForbidden());
        web.perform(get(METRICS).with(from("203.0.113.7")).with(httpBasic("admin", "admin")))
                .andExpect(status().isOk());
        web.perform(get(METRICS).with(from("127.0.0.1"))).andExpect(status().isOk());
    }

    @Test
    void whatAProxyOnThisMachinePassesOnIsNotOfThisMachine() throws Exception {
        web.perform(get(METRICS).with(from("127.0.0.1")).header("X-Forwarded-For", "203.0.113.7"))
                .andExpect(status().isUnauthorized());
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
