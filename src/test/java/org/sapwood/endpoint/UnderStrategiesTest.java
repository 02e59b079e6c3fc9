package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sapwood.endpoint.IntercurrentEvent.SameDay.AFTER_ASSESSMENT;
import static org.sapwood.endpoint.IntercurrentEvent.SameDay.BEFORE_ASSESSMENT;
import static org.sapwood.sap.IntercurrentEventStrategy.COMPOSITE;
import static org.sapwood.sap.IntercurrentEventStrategy.HYPOTHETICAL;
import static org.sapwood.sap.IntercurrentEventStrategy.PRINCIPAL_STRATUM;
import static org.sapwood.sap.IntercurrentEventStrategy.TREATMENT_POLICY;
import static org.sapwood.sap.IntercurrentEventStrategy.WHILE_ON_TREATMENT;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sapwood.endpoint.UnderStrategies.Use;
import org.sapwood.endpoint.UnderStrategies.VisitDay;
import org.sapwood.sap.IntercurrentEventStrategy;

class UnderStrategiesTest {

    private static final VisitDay WEEK_12 = new VisitDay(85, AFTER_ASSESSMENT);
    private static final List<Dated<Boolean>> EARLIER =
            List.of(new Dated<>(57, false), new Dated<>(29, true), new Dated<>(15, false));

    private static UnderStrategies<Boolean> responder(IntercurrentEvent... events) {
        return UnderStrategies.of(WEEK_12, Derived.of(true), EARLIER, List.of(events), false);
    }

    private static IntercurrentEvent rescue(int day, IntercurrentEventStrategy strategy) {
        return new IntercurrentEvent(day, "rescue", strategy);
    }

    @Test
    void eachStrategyDoesWhatItsNameSays() {
        assertThat(responder(rescue(40, TREATMENT_POLICY)))
                .isEqualTo(new UnderStrategies<>(Use.AS_OBSERVED, Derived.of(true), "as observed", Optional.empty()));
        assertThat(responder(rescue(40, COMPOSITE)))
                .isEqualTo(new UnderStrategies<>(
                        Use.SET_TO_FAILURE,
                        Derived.of(false),
                        "failure: rescue on day 40",
                        Optional.of(rescue(40, COMPOSITE))));
        assertThat(responder(rescue(40, HYPOTHETICAL)).value().reasonMissing())
                .isEqualTo("set missing: rescue on day 40");
        assertThat(responder(rescue(40, WHILE_ON_TREATMENT)))
                .isEqualTo(new UnderStrategies<>(
                        Use.TAKEN_FROM_BEFORE_EVENT,
                        Derived.of(true),
                        "value of day 29, before rescue on day 40",
                        Optional.of(rescue(40, WHILE_ON_TREATMENT))));
        assertThat(responder(rescue(40, PRINCIPAL_STRATUM)).use()).isEqualTo(Use.OUTSIDE_STRATUM);
    }

    @Test
    void eventsAfterTheVisitChangeNothing() {
        for (IntercurrentEventStrategy strategy : List.of(COMPOSITE, HYPOTHETICAL, WHILE_ON_TREATMENT)) {
            assertThat(responder(rescue(86, strategy)).use()).isEqualTo(Use.AS_OBSERVED);
        }
    }

    @Test
    void onTheDayOfTheVisitThePlanSaysWhichCameFirst() {
        assertThat(responder(rescue(85, COMPOSITE)).use()).isEqualTo(Use.AS_OBSERVED);
        assertThat(UnderStrategies.of(
                                new VisitDay(85, BEFORE_ASSESSMENT),
                                Derived.of(true),
                                EARLIER,
                                List.of(rescue(85, COMPOSITE)),
                                false)
                        .use())
                .isEqualTo(Use.SET_TO_FAILURE);
    }

    @Test
    void compositeOutranksAndTheEarliestOfTheOthersDecides() {
        assertThat(responder(rescue(20, HYPOTHETICAL), rescue(60, COMPOSITE)).use())
                .isEqualTo(Use.SET_TO_FAILURE);
        assertThat(responder(rescue(20, HYPOTHETICAL), rescue(60, WHILE_ON_TREATMENT))
                        .use())
                .isEqualTo(Use.SET_MISSING);
        assertThat(responder(rescue(60, HYPOTHETICAL), rescue(20, WHILE_ON_TREATMENT))
                        .value())
                .isEqualTo(Derived.of(false));
    }

    @Test
    void withoutAValueBeforeTheEventThereIsNone() {
        assertThat(responder(rescue(10, WHILE_ON_TREATMENT)).value().reasonMissing())
                .isEqualTo("no value before rescue on day 10");
    }

    @Test
    void aMissingValueStaysMissingUnderTreatmentPolicyAndFailsUnderComposite() {
        Derived<Boolean> missed = Derived.missing("visit missed");
        assertThat(UnderStrategies.of(WEEK_12, missed, EARLIER, List.of(), false)
                        .value())
                .isEqualTo(missed);
        assertThat(UnderStrategies.of(WEEK_12, missed, EARLIER, List.of(rescue(3, COMPOSITE)), false)
                        .value())
                .isEqualTo(Derived.of(false));
    }
}
