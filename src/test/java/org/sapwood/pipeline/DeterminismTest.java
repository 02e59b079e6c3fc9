package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.result.ResultFiles;
import org.sapwood.result.ResultRow;

/** The same input gives the same bytes, and the order of records gives the same numbers. */
class DeterminismTest {
    @TempDir
    Path folder;

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        InventedTrial trial = InventedTrial.copiedTo(folder);
        Map<String, byte[]> first = Pipeline.files(Pipeline.assemble(trial.request()));
        Map<String, byte[]> second = Pipeline.files(Pipeline.assemble(trial.request()));
        assertThat(first.keySet())
                .contains("report.pdf", "tables.xlsx", "listings.xlsx", "results.json", "results.csv");
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void theOrderOfRecordsChangesNoNumber() throws IOException {
        InventedTrial trial = InventedTrial.copiedTo(folder);
        List<String> before = numbers(trial);
        Random random = new Random(7);
        for (String file : List.of("adsl.csv", "adcsm.csv", "adgc.csv", "adice.csv", "adae.csv")) {
            trial.edit(file, text -> {
                List<String> lines = new ArrayList<>(text.lines().toList());
                String head = lines.remove(0);
                Collections.shuffle(lines, random);
                return head + "\n" + String.join("\n", lines) + "\n";
            });
        }
        assertThat(numbers(trial)).isEqualTo(before);
    }

    private static List<String> numbers(InventedTrial trial) {
        List<String> numbers = new ArrayList<>();
        for (ResultRow row : Pipeline.assemble(trial.request()).results().rows()) {
            numbers.add(row.key() + "/" + row.statistic() + " = " + ResultFiles.text(row.value()));
        }
        return numbers;
    }

    @Test
    void everyFileMadeFromInventedDataSaysSo() throws IOException {
        InventedTrial trial = InventedTrial.copiedTo(folder);
        trial.run("t-sets");
        for (String name : List.of("results.json", "results.csv", "cells.json", "manifest.json")) {
            assertThat(Files.readString(trial.out().resolve(name), StandardCharsets.UTF_8))
                    .as(name)
                    .contains("SYNTHETIC DATA");
        }
    }
}
