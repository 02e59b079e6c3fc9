package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.dermatomyositis.Participant.Visit;

/**
 * What is written down at the visits: the true course of each measure with a lasting deviation of the measure, an error
 * of the visit, the instrument's grid, and now and then nothing.
 */
final class Measurements {

    private final Participant participant;
    private final Draws draws;
    private final Map<Measure, Double> lasting = new EnumMap<>(Measure.class);

    Measurements(Participant participant, long seed) {
        this.participant = participant;
        this.draws = Draws.of(seed, participant.patient().number(), Draws.Stream.MEASUREMENT);
        for (Measure measure : Measure.values()) {
            lasting.put(measure, draws.normal(0, 0.11));
        }
    }

    /** The values by visit and measure, in order; an empty value was not obtained. */
    Map<Visit, Map<Measure, Optional<BigDecimal>>> all() {
        Map<Visit, Map<Measure, Optional<BigDecimal>>> all = new LinkedHashMap<>();
        for (Visit visit : participant.visits()) {
            Map<Measure, Optional<BigDecimal>> values = new EnumMap<>(Measure.class);
            boolean noBlood = visit.week() > 0 && draws.happens(0.015);
            for (Measure measure : Measure.values()) {
                boolean lost = visit.week() > 0 && draws.happens(measure == Measure.PATGLOB ? 0.014 : 0.008);
                double value = observed(measure, visit);
                boolean absent = lost
                        || (measure.isEnzyme() && noBlood)
                        || (measure == Measure.ALDOLASE
                                && !participant.patient().hasAldolase());
                values.put(measure, absent ? Optional.empty() : Optional.of(measure.recorded(value)));
            }
            all.put(visit, values);
        }
        return all;
    }

    private double observed(Measure measure, Visit visit) {
        double truth = participant.patient().truth().getOrDefault(measure, 0.0);
        double progress = Math.min(1, visit.week() / 8.0);
        double fraction = weight(measure) * visit.improvement() + progress * lasting.getOrDefault(measure, 0.0);
        double error = draws.normal();
        if (measure == Measure.CDASID) {
            return truth * (1 - 0.05 * fraction) + 0.35 * error;
        }
        if (measure == Measure.MMT8) {
            boolean muscle = !participant.patient().isSkinPredominant();
            double value = 150 - (150 - truth) * (1 - fraction) + 2.2 * error;
            return visit.week() == 0 && muscle ? Math.min(125, value) : value;
        }
        if (measure.isEnzyme()) {
            double limit = participant.patient().upperLimits().getOrDefault(measure, 1.0);
            double usual = Math.min(truth, 0.6 * limit);
            return (usual + (truth - usual) * Math.max(0.05, 1 - fraction)) * StrictMath.exp(0.12 * error);
        }
        double noise = switch (measure) {
            case HAQDI -> 0.14;
            case CDASIA -> 1.5;
            default -> 0.5;
        };
        return truth * Math.max(0, 1 - fraction) + noise * error;
    }

    private static double weight(Measure measure) {
        return switch (measure) {
            case PHYGLOB, CK, ALDOLASE, LDH, AST, ALT -> 1.1;
            case PATGLOB -> 0.9;
            case HAQDI -> 0.8;
            case CDASIA -> 1.2;
            default -> 1.0;
        };
    }
}
