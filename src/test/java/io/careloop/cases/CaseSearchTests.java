package io.careloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class CaseSearchTests {

    private static final Reader AGENT = new Reader("searcher", Set.of("agents"));

    @Autowired
    CaseSearch search;

    @Autowired
    CaseFiles cases;

    @Autowired
    Conversation conversation;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String phone = "+861380" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

    @Test
    void aCaseIsFoundByNumberAddressAndPhone() {
        CaseFile file = registered("Lamp");
        String number = file.reference().value();

        assertThat(found(number)).contains(number);
        assertThat(found(number.substring(7).replaceFirst("^0+", ""))).contains(number);
        assertThat(found(mark + "@EXAMPLE.org")).containsExactly(number);
        assertThat(found(mark + "@")).containsExactly(number);
        assertThat(found(phone)).containsExactly(number);
        assertThat(found("0" + phone.substring(3, 6) + " " + phone.substring(6)))
                .containsExactly(number);
    }

    @Test
    void aCaseIsFoundByWordsThatWereSaidAnywhereInIt() {
        CaseFile file = registered("Lamp " + mark);
        String number = file.reference().value();
        conversation.customerWrote(file.reference(), Channel.API, null, "我要退款，谢谢 " + mark, null);

        assertThat(found(mark + " lamp")).containsExactly(number);
        assertThat(found("退款 " + mark)).containsExactly(number);
        assertThat(found("ann " + mark)).containsExactly(number);
        assertThat(found("发票 " + mark)).isEmpty();
        assertThat(found("% " + mark)).isEmpty();
    }

    @Test
    void aNumberThatIsNobodysIsLookedForInTheWords() {
        String order = "77" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999) + "00";
        CaseFile file = registered("Order " + order);

        assertThat(found(order)).containsExactly(file.reference().value());
    }

    @Test
    void aDepartmentFindsOnlyWhatWasGivenToIt() {
        CaseFile file = registered("Lamp " + mark);
        Reader logistics = new Reader("mover", Set.of("logistics"));

        assertThat(search.find(new SearchTerms(mark), logistics, 0).cases()).isEmpty();

        cases.classify(file.reference(), "agent", "delivery", "normal", "logistics");

        assertThat(search.find(new SearchTerms(mark), logistics, 0).cases()).hasSize(1);
    }

    @Test
    void aLongListComesInPages() {
        for (int i = 0; i < 21; i++) {
            registered("Lamp " + mark);
        }

        CaseSearch.Page first = search.find(new SearchTerms(mark), AGENT, 0);
        CaseSearch.Page second = search.find(new SearchTerms(mark), AGENT, 1);

        assertThat(first.cases()).hasSize(20);
        assertThat(first.hasNext()).isTrue();
        assertThat(second.cases()).hasSize(1);
        assertThat(second.hasNext()).isFalse();
    }

    @Test
    void theOwnerSeesTheirOpenCases() {
        CaseFile open = registered("Lamp");
        CaseFile closed = registered("Lamp");
        cases.closed(closed.reference());
        Reader owner = new Reader(open.owner(), Set.of("agents"));

        List<String> mine = search.ownedBy(owner, 0).cases().stream()
                .map(item -> item.reference().value())
                .toList();

        assertThat(mine).containsExactly(open.reference().value());
    }

    private List<String> found(String typed) {
        return search.find(new SearchTerms(typed), AGENT, 0).cases().stream()
                .map(item -> item.reference().value())
                .toList();
    }

    private CaseFile registered(String subject) {
        return cases.register(new NewCase(
                Channel.API,
                new ContactDetails("Ann", mark + "@example.org", phone, Locale.ENGLISH),
                subject,
                "It does not light",
                Urgency.NORMAL,
                null,
                null,
                null,
                "owner-" + mark,
                null));
    }
}
