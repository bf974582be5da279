package io.careloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo.jpg",
        "发票 2026.pdf, 发票 2026.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\ann\\bill.docx, bill.docx",
        ".htaccess, htaccess",
        "a<b>:c.txt, a_b__c.txt",
        "..., attachment",
        "'', attachment",
        "folder/, attachment"
    })
    void aNameHasNoPathAndNothingThatDoesHarm(String given, String safe) {
        assertThat(FileNames.safe(given)).isEqualTo(safe);
    }

    @Test
    void charactersThatCannotBeSeenAreTakenOut() {
        assertThat(FileNames.safe("bill\u202Egpj.exe\r\nX: y\0")).isEqualTo("billgpj.exeX_ y");
        assertThat(FileNames.safe(null)).isEqualTo("attachment");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        assertThat(FileNames.safe("很".repeat(400) + ".pdf")).hasSize(150).endsWith("很.pdf");
        assertThat(FileNames.safe("😀".repeat(400) + ".pdf"))
                .hasSizeLessThanOrEqualTo(150)
                .endsWith("😀.pdf");
    }
}
