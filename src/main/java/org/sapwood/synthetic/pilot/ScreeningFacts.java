package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Facts;
import org.sapwood.synthetic.chart.Person;

/** What is known at screening. */
final class ScreeningFacts {
    private ScreeningFacts() {}

    /** The facts of a treated patient; a deviating one had the dose changed three weeks before. */
    static Facts of(Patient patient, boolean deviates, Draws draws) {
        BigDecimal perKilogram = patient.steroid().divide(patient.person().weight(), 2, RoundingMode.HALF_UP);
        Facts facts = common(patient.person(), perKilogram).flag("bohan-peter-definite-or-probable", true);
        return deviates ? facts.event("gc-dose-change", 20) : stable(facts, draws);
    }

    /** The facts of a person who was not treated, as the reason says. */
    static Facts of(Person person, Draws draws) {
        boolean high = person.screenFailure().startsWith("GLUCOCORTICOID ABOVE");
        Facts facts = common(person, new BigDecimal(high ? "0.78" : "0.31"))
                .flag(
                        "bohan-peter-definite-or-probable",
                        !person.screenFailure().startsWith("CLASSIFICATION"));
        return person.screenFailure().startsWith("GLUCOCORTICOID CHANGED")
                ? facts.event("gc-dose-change", draws.whole(5, 24))
                : stable(facts, draws);
    }

    private static Facts common(Person person, BigDecimal steroid) {
        return new Facts().number("age", BigDecimal.valueOf(person.age())).number("gc-mg-kg", steroid);
    }

    private static Facts stable(Facts facts, Draws draws) {
        return draws.happens(0.4) ? facts.never("gc-dose-change") : facts.event("gc-dose-change", draws.whole(31, 150));
    }
}
