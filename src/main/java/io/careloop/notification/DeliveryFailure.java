package io.careloop.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.springframework.mail.MailSendException;

/** Why a message did not get through, and what that says about trying again. */
record DeliveryFailure(Kind kind, String error) {

    enum Kind {
        /** This message may get through later. */
        LATER,
        /** The server takes nothing at all just now. */
        NO_SERVER,
        /** The server will never take this message for this address. */
        REFUSED
    }

    private static final Set<Integer> REFUSALS_OF_A_MESSAGE = Set.of(550, 552, 553, 554);

    static DeliveryFailure of(Exception failure) {
        Set<Throwable> all = everythingIn(failure);
        String error = all.stream()
                .filter(cause -> !(cause instanceof MailSendException) && cause.getMessage() != null)
                .findFirst()
                .orElse(failure)
                .toString();
        String line = error.replaceAll("\\s+", " ").strip();
        if (all.stream().anyMatch(DeliveryFailure::refuses)) {
            return new DeliveryFailure(Kind.REFUSED, line);
        }
        return new DeliveryFailure(
                all.stream().anyMatch(DeliveryFailure::saysThatNoServerIsThere) ? Kind.NO_SERVER : Kind.LATER, line);
    }

    private static boolean refuses(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode() >= 500;
        }
        if (cause instanceof SMTPSendFailedException message) {
            return REFUSALS_OF_A_MESSAGE.contains(message.getReturnCode());
        }
        return cause instanceof AddressException;
    }

    private static boolean saysThatNoServerIsThere(Throwable cause) {
        return cause instanceof MailConnectException
                || cause instanceof SocketConnectException
                || cause instanceof AuthenticationFailedException
                || cause instanceof IOException;
    }

    /** Mail exceptions hang together in three ways. */
    private static Set<Throwable> everythingIn(Exception failure) {
        Set<Throwable> found = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (found.add(next)) {
                open.addAll(hangingOn(next));
            }
        }
        return found;
    }

    private static List<Throwable> hangingOn(Throwable failure) {
        List<Throwable> further = new ArrayList<>();
        if (failure instanceof MailSendException sending) {
            further.addAll(Arrays.asList(sending.getMessageExceptions()));
        }
        if (failure instanceof MessagingException mail && mail.getNextException() != null) {
            further.add(mail.getNextException());
        }
        if (failure.getCause() != null) {
            further.add(failure.getCause());
        }
        return further;
    }
}
