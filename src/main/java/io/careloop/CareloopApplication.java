package io.careloop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Careloop: customers' requests and complaints as processes that their owners edit. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CareloopApplication {

    public static void main(String[] args) {
        SpringApplication.run(CareloopApplication.class, args);
    }
}
