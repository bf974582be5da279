package io.careloop.demo;

import io.careloop.engine.StartRefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses a demonstration, before anything is connected, in production and where its mail would leave the machine. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoGuard {

    @Bean
    static BeanFactoryPostProcessor demonstrationStaysHere(Environment environment) {
        return beans -> {
            if (environment.acceptsProfiles(Profiles.of("production"))) {
                throw new StartRefusedException(
                        "The profiles demo and production do not go together: a demonstration has invented customers.",
                        "Start with one of the two.");
            }
            if (!isLoopback(environment.getProperty("spring.mail.host", "127.0.0.1"))) {
                throw new StartRefusedException(
                        "The demonstration sends its mail to a mail server on this machine only.",
                        "Take away spring.mail.host (environment: SPRING_MAIL_HOST), or start without the profile demo.");
            }
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
