package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.display.Display;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FigureModel.Lane;
import org.sapwood.display.ListingModel;

/** The lanes of the intercurrent events of the dermatomyositis trial, against its files. */
class LanesTest {
    private static final Path DATA = Path.of("fixtures/nct05495321-dm");
    private static FigureModel figure;
    private static List<Lane> lanes;
    private static ListingModel ledger;

    @BeforeAll
    static void assemble() {
        List<? extends Display> displays = Pipeline.assemble(new Pipeline.Request(
                        Path.of("sap/nct05495321-dm.yaml"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("f-lanes", "l-events")))
                .report()
                .displays();
        figure = (FigureModel) displays.get(0);
        ledger = (ListingModel) displays.get(1);
        lanes = chart().sheets().stream().flatMap(List::stream).toList();
    }

    private static FigureModel.Lanes chart() {
        return (FigureModel.Lanes) figure.chart();
    }

    private static List<Map<String, String>> records(String file) throws IOException {
        List<String> lines = Files.readAllLines(DATA.resolve(file));
        String[] names = lines.get(0).split(",", -1);
        List<Map<String, String>> records = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> record = new TreeMap<>();
            for (int i = 0; i < names.length; i++) {
                record.put(names[i], values[i]);
            }
            records.add(record);
        }
        return records;
    }

    private static Lane lane(String subject) {
        return lanes.stream()
                .filter(lane -> lane.label().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySubjectWithAnEventHasOneLaneAndNobodyElse() throws IOException {
        TreeSet<String> analysed = new TreeSet<>();
        records("adsl.csv").stream()
                .filter(subject -> subject.get("FASFL").equals("Y"))
                .forEach(subject -> analysed.add(subject.get("USUBJID")));
        TreeSet<String> expected = new TreeSet<>();
        records("adice.csv").stream()
                .filter(event -> analysed.contains(event.get("USUBJID")))
                .forEach(event -> expected.add(event.get("USUBJID")));
        assertThat(lanes.stream().filter(lane -> lane.course() != null).map(Lane::label))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void marksStandAtTheirDaysByKind() throws IOException {
        List<String> kinds = List.of("RESCUE", "GC-INCREASE", "PROHIBITED", "DISCONTINUED");
        assertThat(chart().kinds())
                .containsExactly(
                        "Rescue medication",
                        "Glucocorticoid increase",
                        "Prohibited medication",
                        "Discontinued treatment");
        for (Map<String, String> event : records("adice.csv")) {
            if (lanes.stream().noneMatch(lane -> lane.label().equals(event.get("USUBJID")))) {
                continue; // not of the set
            }
            double week = (Integer.parseInt(event.get("ASTDY")) - 1) / 7.0;
            assertThat(lane(event.get("USUBJID")).marks())
                    .anyMatch(mark ->
                            mark.kind() == kinds.indexOf(event.get("ICETYPE")) && Math.abs(mark.at() - week) < 1e-9);
        }
    }

    @Test
    void barsEndWithTreatmentAndLinesWithTheStudy() throws IOException {
        for (Map<String, String> subject : records("adsl.csv")) {
            lanes.stream()
                    .filter(lane -> lane.label().equals(subject.get("USUBJID")))
                    .forEach(lane -> {
                        assertThat(lane.course().until())
                                .isCloseTo(Integer.parseInt(subject.get("EOSDY")) / 7.0, within(1e-9));
                        double treated =
                                subject.get("TRTDURD").isEmpty() ? 0 : Integer.parseInt(subject.get("TRTDURD")) / 7.0;
                        assertThat(lane.course().treatedUntil()).isCloseTo(treated, within(1e-9));
                    });
        }
    }

    @Test
    void sheetsAreLegibleAndSayWhoseLanesTheyShow() {
        assertThat(chart().sheets()).hasSizeGreaterThan(1).allSatisfy(sheet -> {
            assertThat(sheet).hasSizeLessThanOrEqualTo(30);
            assertThat(sheet.get(0).course()).as("a heading comes first").isNull();
            assertThat(sheet.get(sheet.size() - 1).course())
                    .as("no heading comes last")
                    .isNotNull();
        });
        assertThat(chart().sheets().get(1).get(0).label()).isEqualTo("IL-2 1 MIU (continued)");
    }

    @Test
    void lanesOfAnArmAreInTheOrderOfTheirFirstEvents() {
        double last = 0;
        for (Lane lane : lanes) {
            if (lane.course() == null) {
                last = lane.label().endsWith("(continued)") ? last : 0;
            } else {
                assertThat(lane.marks().get(0).at()).isGreaterThanOrEqualTo(last);
                last = lane.marks().get(0).at();
            }
        }
    }

    @Test
    void theLedgerSaysWhatTheEventWas() {
        assertThat(ledger.columns().stream().map(ListingModel.Column::head)).contains("Reason");
        assertThat(ledger.rows().get(0))
                .contains(
                        new ListingModel.Word("NCT05495321-01-0002"),
                        new ListingModel.Word("INTRAVENOUS IMMUNOGLOBULIN"));
    }

    @Test
    void theAxisHoldsEventsBeforeTheFirstDoseAndAfterTheStudy(@TempDir Path data) throws IOException {
        try (var files = Files.list(Path.of("fixtures/nct02465580-sle"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, data.resolve(file.getFileName()));
            }
        }
        Files.writeString(data.resolve("adice.csv"), """
                USUBJID,ICESEQ,ICETYPE,ICEREAS,ASTDT,ASTDY,APERIOD
                NCT02465580-008,1,GC-INCREASE,WORSENING OF DISEASE,2015-10-21,-20,TREATMENT
                NCT02465580-020,1,RESCUE,METHYLPREDNISOLONE PULSE,2016-01-23,400,FOLLOW-UP
                """);
        FigureModel drawn = (FigureModel) Pipeline.assemble(new Pipeline.Request(
                        Path.of("sap/nct02465580-sle.yaml"), Optional.of(data), Optional.empty(), List.of("f-lanes")))
                .report()
                .displays()
                .get(0);
        FigureModel.Axis weeks = ((FigureModel.Lanes) drawn.chart()).x();
        assertThat(weeks.minimum()).isEqualTo(-3.0);
        assertThat(weeks.maximum()).isEqualTo(57.0);
    }
}
