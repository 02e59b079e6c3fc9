package org.sapwood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int sapwood(String... args) {
        return Main.execute(args, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void checksTheShippedPlan() {
        assertThat(sapwood("check", "sap/nct05495321-dm.yaml")).isZero();
        assertThat(out.toString()).contains("fit together");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void runsOneDisplayAndTracesACellToItsSubjects() {
        Path target = folder.resolve("out");
        assertThat(sapwood(
                        "run",
                        "sap/nct05495321-dm.yaml",
                        "--only",
                        "t-primary",
                        "--out",
                        target.toString(),
                        "--timing"))
                .isZero();
        assertThat(out.toString()).contains("1 displays").contains("compute");
        assertThat(target.resolve("report.pdf")).exists();
        assertThat(sapwood("trace", target.toString(), "t-primary/1/il2")).isZero();
        assertThat(out.toString())
                .contains("result     tis20-w12/il2/response/Responder/n")
                .contains("method     2016 ACR/EULAR total improvement score")
                .contains("subjects   76: NCT05495321-");
    }

    @Test
    void anUnknownAddressIsACommandLineError() {
        Path target = folder.resolve("out");
        sapwood("run", "sap/nct05495321-dm.yaml", "--only", "t-sets", "--out", target.toString());
        assertThat(sapwood("trace", target.toString(), "t-sets/1/il3")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean \"t-sets/1/il2\"?");
    }

    @Test
    void printsShellsWithoutData() {
        Path target = folder.resolve("shells");
        assertThat(sapwood("shells", "sap/cdiscpilot01.yaml", "--out", target.toString()))
                .isZero();
        assertThat(target.resolve("report.pdf")).exists();
    }

    @Test
    void generatesTheShippedDatasetsAgain() throws Exception {
        Path target = folder.resolve("data");
        assertThat(sapwood(
                        "generate",
                        "sap/nct05495321-dm.yaml",
                        "--subjects",
                        "240",
                        "--seed",
                        "1",
                        "--out",
                        target.toString()))
                .isZero();
        for (String file : new String[] {"adsl.csv", "adcsm.csv", "adgc.csv", "adice.csv", "adae.csv"}) {
            assertThat(Files.mismatch(target.resolve(file), Path.of("fixtures/nct05495321-dm", file)))
                    .isEqualTo(-1);
        }
        assertThat(sapwood("generate", "sap/nct05495321-dm.yaml", "--out", target.toString()))
                .isEqualTo(15);
    }

    @Test
    void printsAMethod() {
        assertThat(sapwood("methods", "logrank")).isZero();
        assertThat(out.toString())
                .contains("Estimates")
                .contains("Formula")
                .contains("SAS")
                .contains("survdiff");
        assertThat(sapwood("methods", "logrnk")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean \"logrank\"?");
    }

    @Test
    void explainsTheScoreOfOnePatient() {
        assertThat(sapwood(
                        "tis",
                        "physician-global=6:1.9",
                        "patient-global=5:0.9",
                        "mmt=100:146",
                        "haq-di=1.5:0.25",
                        "ck=1500:200",
                        "ck-limit=200",
                        "extramuscular-global=4.5:0.4"))
                .isZero();
        assertThat(out.toString())
                .contains("score: 100")
                .contains("category: major")
                .contains("32.5");
        assertThat(sapwood("tis", "physician-global=80:1")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a value in 0 to 10, found 80");
    }

    @Test
    void explainsTheDefinitionOfImprovementOfOnePatient() {
        assertThat(sapwood(
                        "doi",
                        "physician-global=2:1.5",
                        "patient-global=2:1.5",
                        "mmt=150:150",
                        "haq-di=1:1",
                        "ck=100:100",
                        "ck-limit=200",
                        "extramuscular-global=1:0.75"))
                .isZero();
        assertThat(out.toString()).contains("met: yes").contains("3 of 6 improved");
        assertThat(sapwood("doi", "physician=2:1.5")).isEqualTo(2);
    }

    @Test
    void anUnknownCommandIsACommandLineError() {
        assertThat(sapwood("rum")).isEqualTo(2);
    }

    @Test
    void aFailedReferenceCaseEndsWith18() throws Exception {
        Path cases = Files.writeString(folder.resolve("mine.json"), """
            [{"id": "a", "method": "proportion_ci", "options": {"type": "wilson", "level": 0.95},
              "data": {"x": 1, "n": 10}, "expected": {"estimate": 0.2}, "source": "me", "tolerance": 1e-9},
             {"id": "b", "method": "none_such", "options": {}, "data": {"x": 1}, "expected": {"y": 1}, "source": "me"}]
            """);
        assertThat(sapwood("qualify", "--cases", cases.toString())).isEqualTo(18);
        assertThat(out.toString()).contains("no method named \"none_such\"").contains("0 passed, 2 failed");
    }

    private Path shippedPlanWith(String from, String to) throws IOException {
        String plan = Files.readString(Path.of("sap/nct05495321-dm.yaml"))
                .replace("../fixtures", Path.of("fixtures").toAbsolutePath().toString());
        assertThat(plan).contains(from);
        return Files.writeString(folder.resolve("plan.yaml"), plan.replace(from, to));
    }

    private int runOfPlanWith(String from, String to, String... more) throws IOException {
        Path plan = shippedPlanWith(from, to);
        List<String> words = new ArrayList<>(
                List.of("run", plan.toString(), "--out", folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return sapwood(words.toArray(String[]::new));
    }

    @Test
    void refusedDataEndWith10() throws Exception {
        assertThat(runOfPlanWith("file: adae.csv", "file: none.csv")).isEqualTo(10);
        assertThat(err.toString()).startsWith("ERROR none.csv");
    }

    @Test
    void aRefusedPlanEndsWith11() throws Exception {
        assertThat(runOfPlanWith("method: mmrm", "method: mmrmm")).isEqualTo(11);
    }

    @Test
    void aTemplateThatDoesNotFitEndsWith12() throws Exception {
        assertThat(runOfPlanWith(
                        "words: {parameter: Total Improvement Score, y: Mean", "words: {y: Mean", "--only", "f-tis"))
                .isEqualTo(12);
        assertThat(err.toString()).contains("parameter").contains("means-by-visit");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPackageBeingWrittenEndsWith16() throws Exception {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".out.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(runOfPlanWith("seed: 1", "seed: 1", "--only", "t-sets")).isEqualTo(16);
        }
    }

    @Test
    void anUnsafePlanEndsWith17() throws Exception {
        assertThat(runOfPlanWith("protocol: NCT05495321", "protocol: !!java.io.File NCT05495321"))
                .isEqualTo(17);
    }

    @Test
    void tooLittleMemoryEndsWith19() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "sap/nct05495321-dm.yaml",
                        "--out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(19);
        assertThat(said).contains("ran out of memory").contains("SAPWOOD_HEAP");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
