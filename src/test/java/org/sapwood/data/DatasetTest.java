package org.sapwood.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sapwood.sap.Condition;
import org.sapwood.sap.Condition.All;
import org.sapwood.sap.Condition.Any;
import org.sapwood.sap.Condition.Between;
import org.sapwood.sap.Condition.In;
import org.sapwood.sap.Condition.Is;
import org.sapwood.sap.Condition.Not;

class DatasetTest {

    private static final Dataset ADEFF = csv("adeff.csv", """
        USUBJID,PARAMCD,AVISITN,AVAL,ADT
        01,TIS,12,20.0,2024-03-01
        01,TIS,24,0.3,2024-06-01
        02,TIS,12,,2024-03-02
        02,DOI,24.0,-1,
        """);

    static Dataset csv(String name, String text) {
        return DataFormats.readerOf(name)
                .read(DataFile.of(name, text.getBytes(StandardCharsets.UTF_8)), ReadingRules.DEFAULT);
    }

    private record Case(Condition condition, int... rows) {}

    static List<Case> conditions() {
        return List.of(
                new Case(Condition.always(), 0, 1, 2, 3),
                new Case(new Is("USUBJID", "01"), 0, 1),
                new Case(new Is("USUBJID", "1")),
                new Case(new Is("AVISITN", "24"), 1, 3),
                new Case(new Is("AVISITN", "24.0"), 1, 3),
                new Case(new Is("AVAL", "0.30"), 1),
                new Case(new Is("ADT", "2024-03-02"), 2),
                new Case(new In("PARAMCD", List.of("DOI", "X")), 3),
                new Case(new In("PARAMCD", List.of())),
                new Case(new Between("AVAL", new BigDecimal("0.3"), new BigDecimal("20")), 0, 1),
                new Case(new Between("AVAL", null, BigDecimal.ZERO), 3),
                new Case(new Between("AVAL", null, null), 0, 1, 3),
                new Case(new Condition.Missing("AVAL"), 2),
                new Case(new Condition.Missing("ADT"), 3),
                new Case(new Not(new Is("AVAL", "20")), 1, 2, 3),
                new Case(new Not(new Not(new Is("AVAL", "20"))), 0),
                new Case(new Any(List.of())),
                new Case(new Any(List.of(new Is("USUBJID", "02"), new Is("AVAL", "20"))), 0, 2, 3),
                new Case(new All(List.of(new Is("USUBJID", "02"), new Is("PARAMCD", "TIS"))), 2));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void selectsInFileOrder(Case c) {
        assertThat(ADEFF.select(c.condition()).rows().toArray()).isEqualTo(c.rows());
    }

    @Test
    void unknownVariableIsComplainedAboutWithSuggestion() {
        assertThatThrownBy(() -> ADEFF.select(new Any(List.of(new Is("USUBJDI", "01"), new Is("QQQQ", "1")))))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining(
                        "adeff.csv: no variable \"USUBJDI\". Known: USUBJID, PARAMCD, AVISITN, AVAL, ADT. "
                                + "Did you mean \"USUBJID\"?")
                .hasMessageContaining("no variable \"QQQQ\"");
    }

    @Test
    void comparingAKindWithWhatItCannotBeIsComplainedAbout() {
        assertThatThrownBy(() -> ADEFF.select(new Is("AVAL", "high"))).isInstanceOf(DataRejected.class);
        assertThatThrownBy(() -> ADEFF.select(new Is("ADT", "1 March"))).isInstanceOf(DataRejected.class);
        assertThatThrownBy(() -> ADEFF.select(new Between("PARAMCD", BigDecimal.ONE, null)))
                .isInstanceOf(DataRejected.class);
    }

    @Test
    void askingAMissingCellForItsNumberIsAProgrammersError() {
        Variable aval = ADEFF.require("AVAL");
        assertThat(aval.text(2)).isEmpty();
        assertThat(aval.missing(2)).contains(Missing.BLANK);
        assertThat(aval.missing(0)).isEmpty();
        assertThatThrownBy(() -> aval.number(2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> aval.date(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void digestIsThatOfTheBytesParsed() {
        Dataset abc = csv("a.csv", "A,B\n1,2\n");
        assertThat(abc.sha256())
                .hasSize(64)
                .isEqualTo(DataFile.of("b", "A,B\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .sha256());
        assertThat(DataFile.of("x", "abc".getBytes(StandardCharsets.UTF_8)).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void unknownExtensionIsRefused() {
        assertThatThrownBy(() -> DataFormats.readerOf("adsl.dta"))
                .hasMessage("adsl.dta: no reader for the extension \"dta\". Known: csv, xpt, json, ndjson.");
    }
}
