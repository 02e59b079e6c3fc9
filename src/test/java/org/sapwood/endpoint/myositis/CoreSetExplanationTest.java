package org.sapwood.endpoint.myositis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sapwood.endpoint.myositis.CoreSets.coreSet;

import org.junit.jupiter.api.Test;

class CoreSetExplanationTest {

    @Test
    void showsEveryStepOfAScore() {
        TotalImprovementScore tis = TisRule.ADULT.score(
                coreSet("6", "5", "120", "1.5", "1000", "3"), coreSet("5.4", ".", "124", "1.25", "840", "2.4"));
        assertThat(CoreSetExplanation.of(tis, TisRule.ADULT))
                .contains(
                        "physician global                   6       5.4        10          6     7.5",
                        "patient global                     5         .        10    missing   0 (?)",
                        "manual muscle testing            120       124       150      2.667      10",
                        "muscle enzyme (CK)              1000       840      3000      5.333     2.5",
                        "score: 32.5",
                        "category: minimal (minimal from 20, moderate from 40, major from 60)",
                        "with missing components between 32.5 and 42.5",
                        "attainable from this baseline: 82.5",
                        "enzyme ranges, multiples of the upper limit of normal: CK 15, aldolase 6, LDH 3, AST 3, ALT 3",
                        "note: the category depends on a missing component");
    }

    @Test
    void showsEveryStepOfADefinitionOfImprovement() {
        DefinitionOfImprovement doi = DoiRule.IMACS.judge(
                coreSet("5", "5", "100", "2", "1000", "0"), coreSet("4", "4", "125", "2", ".", "1"));
        assertThat(CoreSetExplanation.of(doi))
                .contains(
                        "physician global                   5         4                   20  improved",
                        "muscle enzyme (CK)              1000         .                    -  not observed (CK missing at"
                                + " follow-up)",
                        "extramuscular global               0         1                    -  worse (rose from 0 to at"
                                + " least 0.5)",
                        "met: yes",
                        "because: 3 of 6 improved by at least 20 % (physician global, patient global, manual muscle"
                                + " testing), 1 worse");
    }

    @Test
    void saysWhyThereIsNoScore() {
        TotalImprovementScore tis = TisRule.ADULT.score(
                coreSet("6", "5", ".", "1.5", "1000", "3"), coreSet("5", "5", "124", "1", "840", "2"));
        assertThat(CoreSetExplanation.of(tis, TisRule.ADULT))
                .contains("score: missing - no total improvement score: manual muscle testing missing at baseline");
    }
}
