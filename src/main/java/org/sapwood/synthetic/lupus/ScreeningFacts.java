package org.sapwood.synthetic.lupus;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.sapwood.endpoint.lupus.SledaiItem;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Facts;
import org.sapwood.synthetic.chart.Person;

/** What is known at screening. */
final class ScreeningFacts {
    private static final List<SledaiItem> MANIFESTATIONS = List.of(
            SledaiItem.THROMBOCYTOPENIA,
            SledaiItem.RASH,
            SledaiItem.MUCOSAL_ULCERS,
            SledaiItem.ARTHRITIS,
            SledaiItem.VASCULITIS,
            SledaiItem.FEVER);

    private ScreeningFacts() {}

    /**
     * The facts of a randomised patient.
     *
     * @param items the SLEDAI items at baseline
     * @param sledai the score
     * @param nephritis whether there is nephritis
     * @param deviates whether a glucocorticoid pulse was given within two months
     */
    static Facts of(
            Person person, EnumSet<SledaiItem> items, long sledai, boolean nephritis, boolean deviates, Draws draws) {
        boolean none = !nephritis && MANIFESTATIONS.stream().noneMatch(items::contains);
        Facts facts = common(person, draws)
                .flag("acr-1997", true)
                .flag("standard-therapy-failed", true)
                .flag("nephritis", nephritis)
                .flag("low-complement", items.contains(SledaiItem.LOW_COMPLEMENT))
                .number("white-cells-10e9-l", items.contains(SledaiItem.LEUKOPENIA) ? 2.6 : draws.uniform(3.4, 8), 1)
                .number(
                        "platelets-10e9-l",
                        items.contains(SledaiItem.THROMBOCYTOPENIA) ? 82 : draws.uniform(130, 290),
                        0)
                .number("sledai", BigDecimal.valueOf(sledai));
        for (SledaiItem item : MANIFESTATIONS) {
            String name = item.name().toLowerCase(Locale.ROOT).replace('_', '-');
            // Fever between screening and baseline stands in for a manifestation that has gone.
            facts.flag(name, items.contains(item) || (none && item == SledaiItem.FEVER));
        }
        return deviates ? facts.event("gc-pulse", 40) : pulse(facts, draws);
    }

    /** The facts of a person who was not randomised, as the reason says. */
    static Facts of(Person person, Draws draws) {
        String why = person.screenFailure();
        Facts facts = pulse(common(person, draws), draws)
                .flag("acr-1997", true)
                .flag("standard-therapy-failed", !why.startsWith("STANDARD"))
                .flag("nephritis", draws.happens(0.4))
                .flag("low-complement", draws.happens(0.6))
                .number("white-cells-10e9-l", draws.uniform(3.4, 8), 1)
                .number("platelets-10e9-l", draws.uniform(130, 290), 0)
                .number(
                        "sledai",
                        BigDecimal.valueOf(why.startsWith("SLEDAI") ? draws.whole(4, 7) : draws.whole(8, 16)));
        for (SledaiItem item : MANIFESTATIONS) {
            String name = item.name().toLowerCase(Locale.ROOT).replace('_', '-');
            facts.flag(name, item == SledaiItem.RASH);
        }
        return switch (why) {
            case "SEVERE INFECTION" -> facts.flag("severe-infection", true);
            case "HEPATITIS B" -> facts.flag("hepatitis-b", true);
            case "TRANSAMINASES ABOVE LIMIT" -> facts.number("alt", 148, 0);
            case "BIOLOGIC BEFORE" -> facts.flag("biologic-ever", true);
            case "TUBERCULIN TEST ABOVE 10 MM" -> facts.number("tuberculin-mm", 14, 0);
            case "CONSENT WITHDRAWN" -> facts.flag("consent", false);
            default -> facts;
        };
    }

    private static Facts common(Person person, Draws draws) {
        return new Facts()
                .number("age", BigDecimal.valueOf(person.age()))
                .flag("consent", true)
                .flag("ana-above-1-160", true)
                .flag("anti-dsdna-positive", draws.happens(0.6))
                .number("igg-g-l", draws.uniform(11, 24), 1)
                .absent("hiv", "hepatitis-b", "hepatitis-c", "pregnant")
                .number("nyha", draws.happens(0.08) ? 2 : 1, 0)
                .number("alt", draws.uniform(10, 60), 0)
                .number("alt-uln", 40, 0)
                .number("ast", draws.uniform(12, 55), 0)
                .number("ast-uln", 40, 0)
                .absent("kidney-disease", "lung-disease", "severe-infection")
                .never("malignancy")
                .absent("biologic-ever")
                .number("tuberculin-mm", draws.whole(0, 8), 0)
                .absent("mental-illness-or-drug-abuse", "cannot-comply");
    }

    private static Facts pulse(Facts facts, Draws draws) {
        return draws.happens(0.15) ? facts.event("gc-pulse", draws.whole(70, 300)) : facts.never("gc-pulse");
    }
}
