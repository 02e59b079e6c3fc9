package org.sapwood.synthetic.myositis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Eligibility;
import org.sapwood.synthetic.chart.Facts;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.myositis.Measurements.Scale;

/** What was known of a person at screening, in the names of the criteria of NCT04237987. */
final class ScreeningFacts {
    private ScreeningFacts() {}

    /** Facts that agree with the reason for not being eligible; few of those who entered break a rule or have a gap. */
    static Eligibility of(Patient patient, Measurements measured, long seed) {
        Person person = patient.person();
        Draws draws = Draws.of(seed, person.number(), Draws.Stream.ELIGIBILITY);
        String failure = person.screenFailure();
        Facts facts = new Facts()
                .number("age", BigDecimal.valueOf(person.age()))
                .flag("bohan-peter-definite-or-probable", true)
                .flag("hydroxychloroquine-failed-3-months", patient.hydroxychloroquineFailed())
                .flag("new-onset-or-recurrent", patient.isNewOnset() || !patient.hydroxychloroquineFailed())
                .flag("consent", !failure.equals(Screening.CONSENT))
                .number("cdasi-activity", measured.baseline(Scale.CDASIA))
                .number("mmt8-150", BigDecimal.valueOf(measured.strengthAtBaseline()))
                .number("phyglob-cm", measured.baseline(Scale.PHYGLOB))
                .number("patglob-cm", measured.baseline(Scale.PATGLOB))
                .number("haq-di", measured.disabilityAtBaseline())
                .number("emglob-cm", measured.baseline(Scale.EMGLOB));
        measured.enzymesAtBaseline().forEach((enzyme, value) -> {
            String name = enzyme.name().toLowerCase(Locale.ROOT);
            facts.number(name, value).number(name + "-uln", enzyme.upperLimit(patient.isMale()));
        });
        facts.number(
                        "gc-mg-kg-highest-of-1-month",
                        patient.steroid().doubleValue() / person.weight().doubleValue(),
                        3)
                .number("nyha", BigDecimal.valueOf(draws.weighted(List.of(1, 2), 12, 1)))
                .number("creatinine-clearance", Math.max(45, draws.normal(96, 18)), 0)
                .number("bilirubin", Math.max(4, Math.min(20, draws.normal(11, 3))), 1)
                .number("bilirubin-uln", new BigDecimal("20.5"))
                .number("ggt", draws.logNormal(28, 0.35), 0)
                .number("ggt-uln", new BigDecimal("45"));
        Eligibility.withoutExclusions(facts);
        switch (failure) {
            case Screening.INFECTION -> facts.event("serious-infection", draws.whole(10, 55));
            case Screening.ANTIBODY -> facts.event("monoclonal-antibody", draws.whole(20, 170));
            default -> facts.event("bcg-vaccine", draws.whole(500, 4000));
        }
        boolean entered = failure.isEmpty();
        if (entered && draws.happens(0.25)) {
            facts.event("live-vaccine", draws.whole(100, 600));
        }
        boolean breaks = entered && draws.happens(0.05);
        if (breaks) {
            facts.event("live-vaccine", draws.whole(20, 80));
        }
        if (entered && draws.happens(0.06)) {
            facts.unknown("hepatitis-c");
        }
        return new Eligibility(facts, breaks);
    }
}
