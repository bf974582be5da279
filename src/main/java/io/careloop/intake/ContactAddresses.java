package io.careloop.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.careloop.cases.ContactReading;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what people type where they are asked for an e-mail address or a phone number. */
@Component
class ContactAddresses implements ContactReading {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART = Pattern.compile("[\\x21-\\x7e&&[^()<>\\[\\]:;@\\\\,\"]]+");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final Pattern PHONE = Pattern.compile("\\(?\\+?\\(?[0-9][0-9 ()./\\u2010-\\u2015-]{2,30}");

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final IntakeSettings settings;

    ContactAddresses(IntakeSettings settings) {
        this.settings = settings;
    }

    /** Empty if it is neither an e-mail address nor a phone number. */
    Optional<ContactAddress> read(String typed) {
        String text = PlainText.address(typed);
        if (text == null || text.isEmpty() || text.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        return text.indexOf('@') >= 0 ? emailOf(text) : phoneOf(text);
    }

    @Override
    public Optional<String> email(String typed) {
        return read(typed).map(ContactAddress::email);
    }

    @Override
    public Optional<String> phone(String typed) {
        return read(typed).map(ContactAddress::phone);
    }

    private static Optional<ContactAddress> emailOf(String text) {
        int at = text.lastIndexOf('@');
        String local = text.substring(0, at);
        Optional<String> domain = domain(text.substring(at + 1));
        if (local.length() > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(local).matches() || domain.isEmpty()) {
            return Optional.empty();
        }
        String address = (local + "@" + domain.get()).toLowerCase(Locale.ROOT);
        try {
            new InternetAddress(address, true).validate();
            return Optional.of(new ContactAddress(address, null));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> domain(String text) {
        try {
            String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<ContactAddress> phoneOf(String text) {
        if (!PHONE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = phones.parse(text, settings.defaultRegion());
            return phones.isValidNumber(number)
                    ? Optional.of(new ContactAddress(null, phones.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
