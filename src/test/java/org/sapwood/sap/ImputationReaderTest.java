package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.yaml.Complaints;

/** What plans may say about imputation, and what is refused with which words. */
class ImputationReaderTest {
    private static final Path DM = Path.of("sap/nct05495321-dm.yaml");
    private static final String GRID = "deltas: {from: 0, to: 24, by: 2}";
    private static final String JUMP = "imputation: {method: jump-to-reference, number: 50}";

    @TempDir
    private Path folder = Path.of("");

    private Optional<Sap> read(String from, String to, Complaints complaints) throws IOException {
        String plan = Files.readString(DM);
        assertThat(plan).contains(from);
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, plan.replace(from, to));
        return SapReader.read(file, "plan.yaml", complaints);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                GRID + "|deltas: {from: 0, to: 24, by: -2}|\"by\" -2 does not lead from 0 to 24",
                GRID + "|deltas: {from: 0, to: 24, by: 0.01}|more than 200 deltas from 0 to 24",
                JUMP + "|imputation: {method: jump-to-reference, number: 1}|from 2 to 10000",
                JUMP + "|imputation: {method: jump-to-reference, draws: predictive-mean-matching}"
                        + "|predictive mean matching goes with monotone and fully-conditional, not with \"jump-to-reference\"",
                JUMP + "|imputation: {method: jump-to-referense}|jump-to-reference",
                JUMP + "|visit: WEEK 24|\"WEEK 24\" is not among the visits imputed",
                "draws-of: cdasi-mi|draws-of: cdasi-mj|no analysis named \"cdasi-mj\"",
                "  seed: 1|  # no seed|multiple imputation draws random numbers and the plan has no seed"
            })
    void whatCannotBeMeantIsRefused(String from, String to, String words) throws IOException {
        Complaints complaints = new Complaints();
        assertThat(read(from, to, complaints)).isEmpty();
        assertThat(complaints.lines()).anySatisfy(line -> assertThat(line).contains(words));
    }

    @Test
    void aGridIsExactInDecimals() throws IOException {
        Sap sap = read(GRID, "deltas: {to: 0.3, by: 0.1}", new Complaints()).orElseThrow();
        MethodSpec.TippingDelta tipping =
                (MethodSpec.TippingDelta) sap.analysis("cdasi-tipping").method();
        assertThat(tipping.deltas())
                .isEqualTo(
                        List.of(BigDecimal.ZERO, new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.3")));
        assertThat(tipping.imputation().deltaArm()).isEqualTo("il2");
        assertThat(tipping.imputation().seed()).isEqualTo(1);
    }
}
