package org.sapwood.synthetic.polymyalgia;

import java.math.BigDecimal;
import java.util.List;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Eligibility;
import org.sapwood.synthetic.chart.Facts;
import org.sapwood.synthetic.chart.Person;

/** What was known of a person at screening, in the names of the criteria of NCT04062006. */
final class ScreeningFacts {
    private ScreeningFacts() {}

    /** Facts that agree with the reason for not being eligible; few of those who entered break a rule or have a gap. */
    static Eligibility of(Patient patient, long seed) {
        Person person = patient.person();
        Draws draws = Draws.of(seed, person.number(), Draws.Stream.ELIGIBILITY);
        String failure = person.screenFailure();
        boolean entered = failure.isEmpty();
        boolean drug = !patient.background().equals("NONE");
        Facts facts = new Facts()
                .number("age", BigDecimal.valueOf(person.age()))
                .flag("polymyalgia-criteria", true)
                .number("gc-mg-day", patient.steroid())
                .flag("consent", !failure.equals(Screening.CONSENT))
                .flag("giant-cell-arteritis", failure.equals(Screening.ARTERITIS))
                .number("nyha", BigDecimal.valueOf(draws.weighted(List.of(1, 2), 8, 1)))
                .number("creatinine-clearance", Math.max(42, draws.normal(74, 14)), 0)
                .number("alt", draws.logNormal(20, 0.3), 0)
                .number("alt-uln", new BigDecimal("40"))
                .number("ast", draws.logNormal(21, 0.25), 0)
                .number("ast-uln", new BigDecimal("40"))
                .number("bilirubin", Math.max(4, Math.min(20, draws.normal(10, 3))), 1)
                .number("bilirubin-uln", new BigDecimal("20.5"))
                .never("immunoglobulin", "cyclophosphamide", "other-biologic");
        Eligibility.withoutExclusions(facts);
        if (patient.steroid().signum() > 0) {
            facts.event("gc-dose-change", draws.whole(35, 200)).event("gc-intake", 1);
        } else {
            facts.event("gc-dose-change", 60).event("gc-intake", draws.whole(20, 120));
        }
        if (drug) {
            facts.event("dmard-change", draws.whole(40, 300)).event("dmard-intake", draws.whole(1, 6));
        } else {
            facts.never("dmard-change", "dmard-intake");
        }
        if (draws.happens(0.4)) {
            facts.event("nsaid-change", draws.whole(40, 200));
        } else {
            facts.never("nsaid-change");
        }
        switch (failure) {
            case Screening.NSAID -> facts.event("nsaid-change", draws.whole(3, 24));
            case Screening.ANTIBODY -> facts.event("monoclonal-antibody", draws.whole(30, 170));
            case Screening.MALIGNANCY -> facts.event("malignancy-not-excepted", draws.whole(200, 1500));
            default -> facts.event("bcg-vaccine", draws.whole(9000, 18000));
        }
        boolean breaks = entered && draws.happens(0.06);
        if (breaks) {
            facts.event("nsaid-change", draws.whole(5, 25));
        }
        if (entered && draws.happens(0.08)) {
            facts.unknown("hepatitis-c");
        }
        return new Eligibility(facts, breaks);
    }
}
