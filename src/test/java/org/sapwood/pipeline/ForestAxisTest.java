package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sapwood.display.FigureModel;

/** A forest draws what its texts say: differences of proportions in percent, other differences in their own unit. */
class ForestAxisTest {

    private static FigureModel.Forest forest(String display) {
        FigureModel figure = (FigureModel) Pipeline.assemble(new Pipeline.Request(
                        Path.of("sap/nct05495321-dm.yaml"), Optional.empty(), Optional.empty(), List.of(display)))
                .report()
                .displays()
                .get(0);
        return (FigureModel.Forest) figure.chart();
    }

    /** Text such as {@code 17.9 ( 5.3, 30.0)}: the point and its ends are what is printed. */
    private static void drawnAsPrinted(FigureModel.Forest forest) {
        assertThat(forest.estimates())
                .anySatisfy(line -> assertThat(line.point()).isNotNull());
        for (FigureModel.Estimate line : forest.estimates()) {
            if (line.point() != null) {
                String[] printed =
                        line.texts().get(2).replaceAll("[(),]", " ").strip().split("\\s+");
                assertThat(forest.scale() * line.point().y().value())
                        .isCloseTo(Double.parseDouble(printed[0]), within(0.0501));
                assertThat(forest.scale() * line.point().lower().value())
                        .isCloseTo(Double.parseDouble(printed[1]), within(0.0501));
                assertThat(forest.scale() * line.point().upper().value())
                        .isCloseTo(Double.parseDouble(printed[2]), within(0.0501));
            }
        }
    }

    @Test
    void proportionsAreDrawnInPercent() {
        FigureModel.Forest forest = forest("f-subgroups");
        assertThat(forest.x().label()).isEqualTo("Difference of proportions, %");
        drawnAsPrinted(forest);
    }

    @Test
    void meansAreDrawnInTheirUnit() {
        drawnAsPrinted(forest("f-subgroups-cdasi"));
    }
}
