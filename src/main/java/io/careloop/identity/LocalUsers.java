package io.careloop.identity;

import io.careloop.engine.Passwords;
import io.careloop.engine.SystemCalls;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One user for each role on a local start, and colleagues for a demonstration; the password is the user's name. */
@Component
public class LocalUsers {

    private static final String DOMAIN = "@careloop.localhost";

    private static final List<LocalUser> ALL = List.of(
            new LocalUser("agent", "Alex", Groups.AGENTS),
            new LocalUser("expert", "Eden", Groups.EXPERTS),
            new LocalUser("technician", "Toni", Groups.TECHNOLOGY),
            new LocalUser("logistics", "Lou", Groups.LOGISTICS),
            new LocalUser("billing", "Billie", Groups.BILLING),
            new LocalUser("complaints", "Charlie", Groups.COMPLAINTS),
            new LocalUser("recovery", "Robin", Groups.RECOVERY),
            new LocalUser("legal", "Lee", Groups.LEGAL),
            new LocalUser("negotiator", "Nico", Groups.NEGOTIATORS),
            new LocalUser("coordinator", "Casey", Groups.COORDINATORS),
            new LocalUser("quality", "Quinn", Groups.QUALITY),
            new LocalUser("manager", "Morgan", Groups.MANAGERS),
            new LocalUser("auditor", "Avery", Groups.AUDITORS),
            new LocalUser("owner", "Oakley", Groups.OWNERS),
            new LocalUser("admin", "Adrian", Groups.ADMINISTRATORS));

    /** So that somebody else can look again, approve or stand in. */
    private static final List<LocalUser> COLLEAGUES = List.of(
            new LocalUser("amy", "Amy", "Chen", Groups.AGENTS),
            new LocalUser("ben", "Ben", "Okoro", Groups.AGENTS),
            new LocalUser("tariq", "Tariq", "Aziz", Groups.TECHNOLOGY),
            new LocalUser("lina", "Lina", "Marsh", Groups.LOGISTICS),
            new LocalUser("bea", "Bea", "Lopez", Groups.BILLING),
            new LocalUser("pia", "Pia", "Lund", Groups.PRODUCT),
            new LocalUser("carmen", "Carmen", "Diaz", Groups.COMPLAINTS),
            new LocalUser("rosa", "Rosa", "Weber", Groups.RECOVERY),
            new LocalUser("mona", "Mona", "Saleh", Groups.MANAGERS));

    private final Users users;
    private final Passwords passwords;
    private final SystemCalls system;

    LocalUsers(Users users, Passwords passwords, SystemCalls system) {
        this.users = users;
        this.passwords = passwords;
        this.system = system;
    }

    void createMissing() {
        create(ALL);
    }

    /** Creates those that are missing; they work as long as their database does. */
    public void createColleagues() {
        create(COLLEAGUES);
    }

    /** The local users that exist and still have their first password, which anybody can guess. */
    public List<String> present() {
        return system.ask(() -> Stream.concat(ALL.stream(), COLLEAGUES.stream())
                .map(LocalUser::name)
                .filter(name -> passwords.fits(name, name))
                .toList());
    }

    static Stream<String> names() {
        return ALL.stream().map(LocalUser::name);
    }

    private void create(List<LocalUser> wanted) {
        wanted.stream().filter(user -> !users.exists(user.name())).forEach(this::create);
    }

    private void create(LocalUser user) {
        users.create(
                new StaffMember(user.name(), user.firstName(), user.name() + DOMAIN),
                user.lastName(),
                user.name(),
                user.group());
    }

    private record LocalUser(String name, String firstName, String lastName, String group) {

        /** Named after the role. */
        LocalUser(String name, String firstName, String group) {
            this(name, firstName, Character.toUpperCase(name.charAt(0)) + name.substring(1), group);
        }
    }
}
