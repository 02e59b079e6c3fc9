package org.sapwood.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sapwood.data.DatasetTest.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sapwood.sap.Condition;

class DatasetChecksTest {

    private static final Dataset ADEFF = csv("adeff.csv", """
            USUBJID,PARAMCD,AVISIT,AVAL
            01,TIS,BASELINE,0
            01,TIS,WEEK 4,20
            01,PATGLOB,WEEK 4,80
            02,TIS,WEEK 4,35
            02,PATGLOB,WEEK 4,64
            02,PATGLOB,WEEK 4,7.5
            """);

    private static final Condition TIS = new Condition.Is("PARAMCD", "TIS");
    private static final Condition PATGLOB = new Condition.Is("PARAMCD", "PATGLOB");

    private static List<String> lines(List<DataComplaint> complaints) {
        return complaints.stream().map(DataComplaint::toString).toList();
    }

    @Test
    void absentVariableNamesTheNearest() {
        assertThat(lines(DatasetChecks.present(ADEFF, List.of("AVAL", "AVISTI"), "endpoint \"tis20-w12\"")))
                .containsExactly("adeff.csv: no variable \"AVISTI\"; needed by endpoint \"tis20-w12\". "
                        + "Known: USUBJID, PARAMCD, AVISIT, AVAL. Did you mean \"AVISIT\"?");
    }

    @Test
    void repeatedKeysAreListedWithTheirPlaces() {
        assertThat(lines(DatasetChecks.uniqueKeys(ADEFF, List.of("USUBJID", "PARAMCD", "AVISIT"))))
                .containsExactly("adeff.csv: 1 key occurs more than once in USUBJID × PARAMCD × AVISIT: "
                        + "02 PATGLOB WEEK 4 in line 6, line 7. Keep one record of each.");
        assertThat(DatasetChecks.uniqueKeys(ADEFF, List.of("USUBJID", "AVISIT"), TIS))
                .isEmpty();
    }

    @Test
    void valuesOutsideTheInstrumentAreCountedAndTheUnitIsSuspected() {
        assertThat(lines(DatasetChecks.within(ADEFF, PATGLOB, "AVAL", "PATGLOB", BigDecimal.ZERO, BigDecimal.TEN)))
                .containsExactly("adeff.csv: 2 values of PATGLOB outside 0–10 (first: line 4, 80; line 6, 64; "
                        + "they lie in 64–80). Are they recorded on 0–100, in another unit than the plan's?");
        assertThat(DatasetChecks.within(ADEFF, TIS, "AVAL", "TIS", BigDecimal.ZERO, BigDecimal.valueOf(35)))
                .isEmpty();
        assertThat(DatasetChecks.within(ADEFF, TIS, "AVAL", "TIS", BigDecimal.ZERO, null))
                .isEmpty();
    }

    @Test
    void absentVisitListsTheVisitsFound() {
        assertThat(lines(DatasetChecks.takes(ADEFF, TIS, "AVISIT", "WEEK 12", "endpoint \"tis20-w12\"")))
                .containsExactly("adeff.csv: column AVISIT has no value \"WEEK 12\" where PARAMCD = TIS "
                        + "(found: BASELINE, WEEK 4); needed by endpoint \"tis20-w12\". Did you mean \"WEEK 4\"?");
        assertThat(DatasetChecks.takes(ADEFF, TIS, "AVISIT", "WEEK 4", "")).isEmpty();
        assertThat(DatasetChecks.takes(ADEFF, TIS, "AVAL", "35.0", "")).isEmpty();
    }

    @Test
    void armsCompareByExactCharacters() {
        Dataset adsl = csv("adsl.csv", "USUBJID,TRT01P\n01,IL-2\n02,IL-2 \n03,PLACEBO\n04,\n05,Il-2\n");
        assertThat(lines(DatasetChecks.only(adsl, Condition.always(), "TRT01P", List.of("IL-2", "PLACEBO"))))
                .containsExactly("adsl.csv, column TRT01P: expected only IL-2, PLACEBO; "
                        + "found \"IL-2 \" (1), missing (1), \"Il-2\" (1). Values compare by exact characters.");
    }

    @Test
    void kindsAreCheckedWithTheCellsInTheWay() {
        Dataset dataset = csv("adeff.csv", "USUBJID,AVAL,NONE\n01,1\u002c5,\n".replace("1,5", "\"1,5\""));
        assertThat(lines(DatasetChecks.kind(dataset, "AVAL", Variable.Kind.NUMBER, "")))
                .containsExactly("adeff.csv, column AVAL: expected numbers; found text (first: line 2 \"1,5\"). "
                        + "Correct the cells, or declare codes that mean missing.");
        assertThat(DatasetChecks.kind(dataset, "NONE", Variable.Kind.NUMBER, ""))
                .isEmpty();
    }

    @Test
    void subjectsMustBeKnownAndCleanlyIdentified() {
        Dataset adsl = csv("adsl.csv", "USUBJID,AGE\n01,40\n02\u200B,50\n,60\n");
        assertThat(lines(DatasetChecks.subjectsKnown(ADEFF, adsl, "USUBJID")))
                .containsExactly("adeff.csv, column USUBJID: 1 subject is not in adsl.csv: 02");
        assertThat(lines(DatasetChecks.cleanIdentifiers(adsl, "USUBJID")))
                .containsExactly(
                        "adsl.csv line 3, column USUBJID: the identifier \"02<U+200b>\" has blanks around it or "
                                + "invisible characters. Remove them.",
                        "adsl.csv line 4, column USUBJID: the identifier is missing");
        assertThat(DatasetChecks.only(ADEFF, Condition.always(), "PARAMCD", Set.of("TIS", "PATGLOB")))
                .isEmpty();
    }
}
