package io.careloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.engine.MailSettings;
import io.careloop.identity.LocalUsers;
import io.careloop.identity.Staff;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The page of the local start, as a browser gets it. */
class LocalPageTests {

    private static final String SERVICE = "service@careloop.localhost";

    private final LocalSettings settings =
            new LocalSettings(Path.of("data"), 54320, FreePort.find(), FreePort.find(), false);
    private final MailSettings mail = new MailSettings(SERVICE, new MailSettings.Imap("", 143, "", "", false, false));
    private final LocalMailServer server = new LocalMailServer(settings, mail);
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final LocalUsers users = mock(LocalUsers.class);
    private final Staff staff = mock(Staff.class);
    private final ClockMove clock = mock(ClockMove.class);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new LocalController(
                    server,
                    new CustomerPost(sender, server, mail),
                    users,
                    staff,
                    new LocalAddresses(new MockEnvironment()),
                    clock,
                    Clock.systemUTC(),
                    mail))
            .setViewResolvers(pages())
            .defaultRequest(get("/").locale(Locale.ENGLISH))
            .build();

    @BeforeEach
    void start() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(settings.smtpPort());
        given(clock.possible()).willReturn(true);
        given(clock.ahead()).willReturn(Duration.ZERO);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void listsUsersAndSaysHowFarTheClockIsAhead() throws Exception {
        given(users.present()).willReturn(List.of("agent"));
        given(staff.groupsOf("agent")).willReturn(Set.of("agents"));
        given(clock.ahead()).willReturn(Duration.ofHours(49));

        mvc.perform(get("/local"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<td>agents</td>")))
                .andExpect(content().string(containsString("2 days, 1 hour")));
    }

    @Test
    void aMailIsWrittenListedAndReadWithItsLinkToFollow() throws Exception {
        mvc.perform(post("/local/mail")
                        .param("from", "kim@example.com")
                        .param("subject", "Broken <b>scale")
                        .param("text", "See http://localhost/photo"))
                .andExpect(redirectedUrl("/local?mailbox=kim%40example.com"));

        mvc.perform(get("/local").param("mailbox", SERVICE))
                .andExpect(content().string(containsString("Broken &lt;b&gt;scale</a>")));
        mvc.perform(get("/local/mail").param("mailbox", SERVICE).param("uid", "1"))
                .andExpect(content().string(containsString("href=\"http://localhost/photo\"")));
    }

    @Test
    void aMailWithoutASenderIsNotSentAndKeepsItsWords() throws Exception {
        mvc.perform(post("/local/mail")
                        .param("from", "kim")
                        .param("subject", "")
                        .param("text", "my words"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("my words</textarea>")))
                .andExpect(content().string(containsString("An e-mail address, please.")));

        assertThat(server.mailsOf(SERVICE)).isEmpty();
    }

    @Test
    void theClockMovesForwardByAReadableStep() throws Exception {
        mvc.perform(post("/local/clock").param("amount", "90").param("unit", "MINUTES"))
                .andExpect(redirectedUrl("/local"));

        verify(clock).forward(Duration.ofMinutes(90));
    }

    @Test
    void theClockNeverMovesBack() throws Exception {
        mvc.perform(post("/local/clock").param("amount", "-1").param("unit", "DAYS"))
                .andExpect(redirectedUrl("/local"));

        verify(clock, never()).forward(Duration.ofDays(-1));
    }

    private static ThymeleafViewResolver pages() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
