package org.sapwood.endpoint.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.eligibility.EligibilityRule.Kind;
import org.sapwood.endpoint.eligibility.LookBack.Unit;

class EligibilityTest {

    private static final LocalDate SCREENING = LocalDate.of(2022, 8, 31);

    private static PatientFacts facts(String... numbers) {
        Map<String, BigDecimal> map = new HashMap<>();
        for (String number : numbers) {
            String[] pair = number.split(" ");
            map.put(pair[0], new BigDecimal(pair[1]));
        }
        return new PatientFacts(SCREENING, map, Map.of(), Map.of());
    }

    private static PatientFacts event(String name, LocalDate... dates) {
        return new PatientFacts(SCREENING, Map.of(), Map.of(), Map.of(name, List.of(dates)));
    }

    private static EligibilityRule rule(String trial, String text) {
        return TrialCriteria.of(trial).stream()
                .filter(r -> r.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String word(Judgement judgement) {
        return judgement.isMet().map(met -> met ? "yes" : "no").orElse("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        // Six months before 31 August is 28 February, inclusive; the day before is outside.
        "2022-02-28, true",
        "2022-02-27, false",
        "2022-08-31, true",
        "2022-09-01, false"
    })
    void windowsAreCalendarMonthsWithBothEnds(LocalDate date, boolean inside) {
        assertThat(new LookBack(6, Unit.MONTHS).contains(date, SCREENING)).isEqualTo(inside);
    }

    @Test
    void noEventIsKnownAndAnAbsentEventIsUnknown() {
        Criterion antibody = Criterion.within("monoclonal-antibody", 6, Unit.MONTHS);
        assertThat(antibody.judge(event("monoclonal-antibody")).isNo()).isTrue();
        assertThat(antibody.judge(event("something-else")).isUnknown()).isTrue();
        assertThat(antibody.judge(event("monoclonal-antibody", LocalDate.of(2021, 1, 1), LocalDate.of(2022, 5, 1)))
                        .reasons())
                .containsExactly("monoclonal-antibody on 2022-05-01, within 6 months before 2022-08-31");
    }

    @ParameterizedTest
    @CsvSource({"120, no", "120.0, no", "120.1, yes"})
    void multiplesOfNormalAreComparedExactly(String alt, String excluded) {
        EligibilityRule liver = rule("NCT04237987", "ALT or AST above 3 times normal");
        Judgement admits = liver.admits(facts("alt " + alt, "alt-uln 40", "ast 20", "ast-uln 40"));
        assertThat(word(admits.not())).isEqualTo(excluded);
    }

    @ParameterizedTest
    @CsvSource({
        // skin alone; muscle with two, with one, and just above 142; skin unknown does not harm the muscle limb
        "5, 150, 0, 0, 0, 100, 0, yes",
        "4, 142, 2.0, 2.0, 0, 100, 0, yes",
        "4, 142, 1.9, 2.0, 0.125, 100, 0.9, no",
        "4, 142, 1.9, 2.0, 0.125, 260, 0.9, yes",
        "4, 142, 1.9, 2.0, 0.125, 259, 1.0, yes",
        "4, 143, 9, 9, 3, 9000, 9, no"
    })
    void activeMyositisHasASkinAndAMuscleLimb(
            String cdasi, String mmt, String patient, String physician, String haq, String ck, String emg, String met) {
        PatientFacts facts = facts(
                "cdasi-activity " + cdasi,
                "mmt8-150 " + mmt,
                "patglob-cm " + patient,
                "phyglob-cm " + physician,
                "haq-di " + haq,
                "ck " + ck,
                "ck-uln 200",
                "aldolase 1",
                "aldolase-uln 7.6",
                "ldh 1",
                "ldh-uln 250",
                "ast 1",
                "ast-uln 40",
                "alt 1",
                "alt-uln 40",
                "emglob-cm " + emg);
        assertThat(word(rule("NCT04237987", "active skin or muscle disease").admits(facts)))
                .isEqualTo(met);
    }

    @Test
    void unknownFactsLeaveAKnownLimbDecisive() {
        EligibilityRule active = rule("NCT04237987", "active skin or muscle disease");
        assertThat(active.admits(facts("cdasi-activity 9")).isYes()).isTrue();
        assertThat(active.admits(facts("cdasi-activity 2")).isUnknown()).isTrue();
        assertThat(active.admits(facts("cdasi-activity 2", "mmt8-150 150")).isNo())
                .isTrue();
    }

    @Test
    void theVerdictNamesEveryRuleThatDoesNotAdmit() {
        List<EligibilityRule> rules = List.of(
                new EligibilityRule("I01", Kind.INCLUSION, "adult", Criterion.atLeast("age", "18"), ""),
                new EligibilityRule("E01", Kind.EXCLUSION, "weak heart", Criterion.atLeast("nyha", "3"), ""),
                new EligibilityRule("E02", Kind.EXCLUSION, "weak kidney", Criterion.atMost("gfr", "30"), ""));
        assertThat(Eligibility.of(rules, facts("age 17", "nyha 3", "gfr 90"))
                        .isEligible()
                        .reasons())
                .containsExactly("I01 adult: age 17 (at least 18)", "E01 weak heart: nyha 3 (at least 3)");
        assertThat(Eligibility.of(rules, facts("age 18", "nyha 2", "gfr 31"))
                        .isEligible()
                        .isYes())
                .isTrue();
        assertThat(Eligibility.of(rules, facts("age 18", "nyha 2")).isEligible().isUnknown())
                .isTrue();
        assertThat(Eligibility.of(rules, facts("age 17")).isEligible().isNo()).isTrue();
    }

    @Test
    void everyTrialHasRulesWithUniqueIds() {
        assertThat(TrialCriteria.registryNumbers())
                .containsExactly("NCT02465580", "NCT04062006", "NCT04062019", "NCT04237987", "NCT05495321");
        for (String trial : TrialCriteria.registryNumbers()) {
            assertThat(TrialCriteria.of(trial).stream().map(EligibilityRule::id))
                    .as(trial)
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
        assertThatThrownBy(() -> TrialCriteria.of("NCT0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no criteria of NCT0. Known: NCT02465580");
    }

    @ParameterizedTest
    @CsvSource({
        "NCT04237987, at least 18 years, age 18, yes",
        "NCT05495321, 18 to 75 years, age 76, no",
        "NCT02465580, 18 to 65 years, age 65, yes",
        "NCT02465580, SLEDAI at least 8, sledai 7, no",
        "NCT04062006, glucocorticoid above 10 mg/day, gc-mg-day 10, yes",
        "NCT04062006, glucocorticoid above 10 mg/day, gc-mg-day 10.5, no"
    })
    void limitsLieWhereTheProtocolPutsThem(String trial, String text, String number, String admitted) {
        assertThat(word(rule(trial, text).admits(facts(number)))).isEqualTo(admitted);
    }
}
