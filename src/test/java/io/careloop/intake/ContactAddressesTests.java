package io.careloop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ContactAddressesTests {

    private final ContactAddresses addresses = new ContactAddresses(
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("careloop.intake", IntakeSettings.class));

    @ParameterizedTest
    @CsvSource({
        "Ann.Lee@Example.ORG, ann.lee@example.org",
        "' bob@example.org ', bob@example.org",
        "ann＠example.org, ann@example.org",
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "a+b_c=d@sub.example.org, a+b_c=d@sub.example.org"
    })
    void anEmailAddressIsBroughtToItsNormalForm(String typed, String email) {
        assertThat(addresses.read(typed)).contains(new ContactAddress(email, null));
    }

    @ParameterizedTest
    @CsvSource({
        "138 0013 8000, +8613800138000",
        "+86 138-0013-8000, +8613800138000",
        "１３８００１３８０００, +8613800138000",
        "010 6552 9988, +861065529988",
        "(+44) 20 7946 0018, +442079460018",
        "+1 (212) 555-2368, +12125552368"
    })
    void aPhoneNumberIsBroughtToE164(String typed, String phone) {
        assertThat(addresses.read(typed)).contains(new ContactAddress(null, phone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Ann",
                "ann@",
                "@example.org",
                "ann@example",
                "ann@@example.org",
                "ann@example..org",
                "ann@[127.0.0.1]",
                "ann@example.org, bob@example.org",
                "Ann <ann@example.org>",
                "ann@example.org\r\nBcc: all@example.org",
                "ann\0@example.org",
                "\"ann\"@example.org",
                "<script>@example.org",
                ".ann@example.org",
                "123",
                "99999999999999999999",
                "call 13800138000 please",
                "+86 138 0013 8000; rm"
            })
    void whatIsNeitherIsRefused(String typed) {
        assertThat(addresses.read(typed)).isEqualTo(Optional.empty());
    }

    @Test
    void nothingAndEndlessTextAreRefused() {
        assertThat(addresses.read(null)).isEmpty();
        assertThat(addresses.read("a".repeat(10_000_000) + "@example.org")).isEmpty();
    }
}
