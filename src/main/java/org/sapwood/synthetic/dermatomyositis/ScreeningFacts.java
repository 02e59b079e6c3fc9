package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.synthetic.Draws;

/**
 * What was recorded of one screened person to decide eligibility: facts that agree with the reason for a screen failure,
 * and now and then a second criterion not met. A patient randomised against the criteria has one that is not met.
 */
final class ScreeningFacts {

    /**
     * One fact.
     *
     * @param name the fact
     * @param number a measurement, or empty
     * @param flag {@code Y}, {@code N} or empty
     * @param day days from the screening to an event, or empty
     */
    record Fact(String name, String number, String flag, String day) {}

    private static final List<Measure> ENZYMES =
            List.of(Measure.CK, Measure.ALDOLASE, Measure.LDH, Measure.AST, Measure.ALT);

    private final Patient patient;
    private final Draws draws;
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    ScreeningFacts(Patient patient, long seed) {
        this.patient = patient;
        this.draws = Draws.of(seed, patient.number(), Draws.Stream.ELIGIBILITY);
    }

    /** The facts, in order. */
    List<Fact> all(boolean randomisedAgainstCriteria) {
        eligible();
        List<String> failed = new ArrayList<>(List.of(patient.screenFailure()));
        if (!patient.screenFailure().isEmpty() && draws.happens(0.15)) {
            failed.add(draws.oneOf(List.of("DISEASE NOT ACTIVE ENOUGH", "GLUCOCORTICOID DOSE ABOVE LIMIT")));
        }
        failed.forEach(this::fail);
        if (randomisedAgainstCriteria) {
            event(draws.oneOf(List.of("gc-dose-change", "immunosuppressant-change")), -draws.whole(3, 26));
        }
        return List.copyOf(facts.values());
    }

    private void eligible() {
        number("age", BigDecimal.valueOf(patient.age()));
        boolean earlier = draws.happens(0.9);
        flag("bohan-peter-definite-or-probable", earlier);
        flag("eular-acr-2017", !earlier || draws.happens(0.92));
        boolean skin = patient.isSkinPredominant();
        double weak = truth(Measure.MMT8) + draws.normal(0, 2);
        number("mmt8-150", Measure.MMT8.recorded(skin ? Math.max(126, weak) : Math.min(125, weak)));
        number("mdaat-cutaneous-cm", scale(skin ? 3 : 0.5, truth(Measure.EMGLOB) + draws.normal(0.5, 1.2)));
        number("phyglob-cm", scale(2, truth(Measure.PHYGLOB) + draws.normal(0, 0.4)));
        number("patglob-cm", scale(2, truth(Measure.PATGLOB) + draws.normal(0, 0.5)));
        number("haq-di", Measure.HAQDI.recorded(truth(Measure.HAQDI) + draws.normal(0, 0.1)));
        number("emglob-cm", scale(1, truth(Measure.EMGLOB) + draws.normal(0, 0.4)));
        for (Measure enzyme : ENZYMES) {
            double value = truth(enzyme) * StrictMath.exp(draws.normal(0, 0.1));
            if (enzyme != Measure.ALDOLASE || patient.hasAldolase()) {
                String name = enzyme.name().toLowerCase(java.util.Locale.ROOT);
                number(name, enzyme.recorded(value));
                number(
                        name + "-uln",
                        BigDecimal.valueOf(patient.upperLimits().getOrDefault(enzyme, 1.0))
                                .stripTrailingZeros());
            }
        }
        number("gc-mg-kg", perKilogram(Math.min(0.49, patient.dose() / patient.weight())));
        maybe("gc-dose-change", 0.35, 35, 300);
        maybe("immunosuppressant-start", patient.immunosuppressant().equals("NONE") ? 0 : 1, 90, 1500);
        maybe("immunosuppressant-change", 0.4, 32, 400);
        if (facts.getOrDefault("immunosuppressant-change", new Fact("", "", "N", ""))
                        .flag()
                        .equals("Y")
                && draws.happens(0.02)) {
            put(new Fact("immunosuppressant-change", "", "Y", ""));
        }
        flag("consent", true);
        flag("active-infection", false);
        flag("severe-organ-dysfunction", false);
        maybe("malignancy", 0.03, 1900, 6000);
    }

    private void fail(String reason) {
        switch (reason) {
            case "DOES NOT MEET CLASSIFICATION CRITERIA" -> {
                flag("bohan-peter-definite-or-probable", false);
                flag("eular-acr-2017", false);
            }
            case "DISEASE NOT ACTIVE ENOUGH" -> {
                number("mmt8-150", BigDecimal.valueOf(draws.whole(126, 148)));
                number("mdaat-cutaneous-cm", scale(0, draws.uniform(0.2, 2.8)));
            }
            case "GLUCOCORTICOID DOSE ABOVE LIMIT" -> number("gc-mg-kg", perKilogram(draws.uniform(0.5, 0.95)));
            case "NEW IMMUNOSUPPRESSANT WITHIN 12 WEEKS" -> event("immunosuppressant-start", -draws.whole(5, 80));
            case "ACTIVE INFECTION" -> flag("active-infection", true);
            case "SEVERE ORGAN DYSFUNCTION" -> flag("severe-organ-dysfunction", true);
            case "MALIGNANCY" -> event("malignancy", -draws.whole(100, 1700));
            case "CONSENT WITHDRAWN" -> flag("consent", false);
            default -> {
                return; // randomised
            }
        }
    }

    private double truth(Measure measure) {
        return patient.truth().getOrDefault(measure, 0.0);
    }

    private static BigDecimal scale(double least, double value) {
        return Measure.EMGLOB.recorded(Math.max(least, value));
    }

    private static BigDecimal perKilogram(double dose) {
        return BigDecimal.valueOf(dose).setScale(2, RoundingMode.FLOOR);
    }

    private void put(Fact fact) {
        facts.put(fact.name(), fact);
    }

    private void number(String name, BigDecimal value) {
        put(new Fact(name, value.toPlainString(), "", ""));
    }

    private void flag(String name, boolean set) {
        put(new Fact(name, "", set ? "Y" : "N", ""));
    }

    private void event(String name, int day) {
        put(new Fact(name, "", "Y", String.valueOf(day)));
    }

    private void maybe(String name, double probability, int from, int to) {
        boolean happened = draws.happens(probability);
        int day = -draws.whole(from, to);
        if (happened) {
            event(name, day);
        } else {
            flag(name, false);
        }
    }
}
