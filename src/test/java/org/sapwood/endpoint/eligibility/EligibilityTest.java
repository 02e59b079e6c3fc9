package org.sapwood.endpoint.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.Judgement;
import org.sapwood.sap.EligibilitySpec;
import org.sapwood.sap.EligibilitySpec.Kind;
import org.sapwood.sap.LookBack;
import org.sapwood.sap.LookBack.Unit;
import org.sapwood.sap.PlanTexts;

class EligibilityTest {

    private static final LocalDate SCREENING = LocalDate.of(2022, 8, 31);

    /** Criterion I05 of NCT04237987: a skin limb and a muscle limb, the latter with two of five further measures. */
    private static final String ACTIVE_DISEASE = """
        {any: [{at-least: {cdasi-activity: 5}}, {all: [{at-most: {mmt8-150: 142}}, {at-least-of: {k: 2, of: [
        {at-least: {patglob-cm: 2.0}}, {at-least: {phyglob-cm: 2.0}}, {at-least: {haq-di: 0.25}},
        {any: [{at-least: {ck: 1.3 x ck-uln}}, {at-least: {aldolase: 1.3 x aldolase-uln}},
        {at-least: {ldh: 1.3 x ldh-uln}}, {at-least: {ast: 1.3 x ast-uln}}, {at-least: {alt: 1.3 x alt-uln}}]},
        {at-least: {emglob-cm: 1.0}}]}}]}]}\
        """;

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

    private static EligibilitySpec.Rule rule(Kind kind, String label, String when) {
        return new EligibilitySpec.Rule("R01", kind, label, PlanTexts.criterion(when), "", null, "");
    }

    private static EligibilitySpec.Rule inclusion(String when) {
        return rule(Kind.INCLUSION, "inclusion", when);
    }

    private static Judgement judge(String when, PatientFacts facts) {
        return Eligibility.admits(inclusion(when), facts);
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
        String antibody = "{within: {monoclonal-antibody: 6 months}}";
        assertThat(judge(antibody, event("monoclonal-antibody")).isNo()).isTrue();
        assertThat(judge(antibody, event("something-else")).isUnknown()).isTrue();
        assertThat(judge(antibody, event("monoclonal-antibody", LocalDate.of(2021, 1, 1), LocalDate.of(2022, 5, 1)))
                        .reasons())
                .containsExactly("monoclonal-antibody on 2022-05-01, within 6 months before 2022-08-31");
    }

    @ParameterizedTest
    @CsvSource({"120, no", "120.0, no", "120.1, yes"})
    void multiplesOfNormalAreComparedExactly(String alt, String excluded) {
        EligibilitySpec.Rule liver =
                rule(Kind.EXCLUSION, "liver", "{any: [{above: {alt: 3 x alt-uln}}, {above: {ast: 3 x ast-uln}}]}");
        Judgement admits = Eligibility.admits(liver, facts("alt " + alt, "alt-uln 40", "ast 20", "ast-uln 40"));
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
        assertThat(word(judge(ACTIVE_DISEASE, facts))).isEqualTo(met);
    }

    @Test
    void unknownFactsLeaveAKnownLimbDecisive() {
        assertThat(judge(ACTIVE_DISEASE, facts("cdasi-activity 9")).isYes()).isTrue();
        assertThat(judge(ACTIVE_DISEASE, facts("cdasi-activity 2")).isUnknown()).isTrue();
        assertThat(judge(ACTIVE_DISEASE, facts("cdasi-activity 2", "mmt8-150 150"))
                        .isNo())
                .isTrue();
    }

    @Test
    void onlyTheFactsThatDecidedAreNamed() {
        String either = "{any: [{all: [{at-most: {mmt: 125}}, {flag: consent}]}, {at-least: {skin: 3}}]}";
        assertThat(judge(either, facts("mmt 147", "skin 2")).reasons())
                .containsExactly("mmt 147 (at most 125)", "skin 2 (at least 3)");
        assertThat(judge(either, facts("mmt 147", "skin 4")).reasons()).containsExactly("skin 4 (at least 3)");
        assertThat(judge(either, facts("mmt 120", "skin 2")).reasons()).containsExactly("consent unknown");
    }

    @Test
    void theVerdictNamesEveryRuleThatDoesNotAdmit() {
        List<EligibilitySpec.Rule> rules = List.of(
                new EligibilitySpec.Rule(
                        "I01", Kind.INCLUSION, "adult", PlanTexts.criterion("{at-least: {age: 18}}"), "", null, ""),
                new EligibilitySpec.Rule(
                        "E01",
                        Kind.EXCLUSION,
                        "weak heart",
                        PlanTexts.criterion("{at-least: {nyha: 3}}"),
                        "",
                        null,
                        ""),
                new EligibilitySpec.Rule(
                        "E02",
                        Kind.EXCLUSION,
                        "weak kidney",
                        PlanTexts.criterion("{at-most: {gfr: 30}}"),
                        "",
                        null,
                        ""));
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
}
