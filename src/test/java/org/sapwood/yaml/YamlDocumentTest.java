package org.sapwood.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

    private final Complaints complaints = new Complaints();

    private YamlMapping root(String text) {
        return YamlDocument.parse(text, "sap/dm.yaml", complaints).orElseThrow(() -> new AssertionError(complaints));
    }

    private void rejects(String text, String... lines) {
        assertThat(YamlDocument.parse(text, "sap/dm.yaml", complaints)).isEmpty();
        assertThat(complaints.lines()).containsExactly(lines);
    }

    @Test
    void scalarsStayTextUntilAGetterAsks() {
        YamlMapping root = root("arm: NO\nvisit: 12:30\nid: 0012\nversion: 1.10\nnull: ~\n");
        assertThat(root.text("arm")).isEqualTo("NO");
        assertThat(root.text("visit")).isEqualTo("12:30");
        assertThat(root.text("id")).isEqualTo("0012");
        assertThat(root.text("version")).isEqualTo("1.10");
        assertThat(root.text("null")).isEqualTo("~");
        assertThat(root.decimal("version")).isEqualTo(new BigDecimal("1.10"));
        assertThat(root.integer("id")).isEqualTo(12);
        assertThat(complaints.isEmpty()).isTrue();
    }

    @Test
    void unknownFieldIsComplainedAboutAtItsLineWithSuggestion() {
        YamlMapping root = root("analyses:\n  - method: ancova\n    covariats: [AGE]\n");
        YamlMapping analysis = root.mappings("analyses").get(0);
        analysis.rejectUnknown("id", "method", "covariates");
        assertThat(complaints.lines())
                .containsExactly("sap/dm.yaml:3 analyses[0]: no field named \"covariats\". "
                        + "Known: id, method, covariates. Did you mean \"covariates\"?");
    }

    @Test
    void allComplaintsAreCollectedInFileOrder() {
        YamlMapping root = root("id:\nlevel: 0,95\nseed: 1.5\nkind: fsa\nwhen: 2024-02-31\ndeep: 3\n");
        assertThat(root.optionalDate("when")).isEmpty();
        root.choice("kind", Kind.class);
        assertThat(root.integer("seed")).isZero();
        assertThat(root.decimal("level")).isZero();
        assertThat(root.text("id")).isEmpty();
        root.mapping("deep").text("never-complained-about");
        root.text("title");
        assertThat(complaints.lines())
                .containsExactly(
                        "sap/dm.yaml:1: field \"title\" is missing. Add \"title: …\".",
                        "sap/dm.yaml:1 id: expected a value; found nothing. Write a value, or \"\" for an empty text.",
                        "sap/dm.yaml:2 level: expected a number; found \"0,95\". Write the decimal point as \".\".",
                        "sap/dm.yaml:3 seed: expected a whole number; found \"1.5\"",
                        "sap/dm.yaml:4 kind: unknown choice \"fsa\". Known: fas, per-protocol. Did you mean \"fas\"?",
                        "sap/dm.yaml:5 when: expected a date such as 2024-01-31; found \"2024-02-31\"",
                        "sap/dm.yaml:6 deep: expected fields (name: value); found \"3\"");
    }

    private enum Kind {
        FAS,
        PER_PROTOCOL
    }

    @Test
    void choicesAreWrittenInLowerCaseWithHyphens() {
        assertThat(root("kind: per-protocol").choice("kind", Kind.class)).isEqualTo(Kind.PER_PROTOCOL);
        assertThat(root("other: x").choice("kind", Kind.PER_PROTOCOL)).isEqualTo(Kind.PER_PROTOCOL);
        assertThat(complaints.isEmpty()).isTrue();
    }

    @Test
    void oneTextMayStandForAListOfOne() {
        YamlMapping root = root("a: x\nb: [x, y]\n");
        assertThat(root.texts("a")).containsExactly("x");
        assertThat(root.texts("b")).containsExactly("x", "y");
        assertThat(root.optionalTexts("c")).isEmpty();
        assertThat(complaints.isEmpty()).isTrue();
    }

    @Test
    void duplicateKeyIsRejectedWithBothLines() {
        rejects(
                "alpha: 0.05\nset:\n  a: 1\n  a: 2\nalpha: 0.1\n",
                "sap/dm.yaml:4 set: field \"a\" is written twice, first in line 3. Keep one of them.",
                "sap/dm.yaml:5: field \"alpha\" is written twice, first in line 1. Keep one of them.");
    }

    @Test
    void secondDocumentIsRejected() {
        rejects(
                "a: 1\n---\nb: 2\n",
                "sap/dm.yaml:2: expected one document; a second begins here. Remove the line \"---\", or split the file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: !!int 5", "a: !include x", "a: !!java.net.URL [x]", "a: !!map {b: 1}", "a: ! x"})
    void tagsAreUnsafe(String text) {
        assertThat(YamlDocument.parse(text, "x.yaml", complaints)).isEmpty();
        assertThat(complaints.hasUnsafe()).isTrue();
        assertThat(complaints.lines().get(0))
                .startsWith("x.yaml:1 a: the tag \"")
                .endsWith("is not allowed");
    }

    @Test
    void deepNestingIsUnsafeAndNeverOverflowsTheStack() {
        assertThat(YamlDocument.parse("a: " + "[".repeat(200_000), "x.yaml", complaints))
                .isEmpty();
        assertThat(complaints.hasUnsafe()).isTrue();
        assertThat(complaints.lines().get(0)).endsWith("nested deeper than 50 levels");
    }

    @Test
    void nestingUpToTheLimitIsRead() {
        root("a: " + "[".repeat(48) + "x" + "]".repeat(48));
        assertThat(complaints.isEmpty()).isTrue();
    }

    @Test
    void aliasRepeatsItsAnchorWithThePathOfTheUse() {
        YamlMapping root = root("first: &f\n  level: x\nsecond: *f\n");
        root.mapping("second").decimal("level");
        assertThat(complaints.lines()).containsExactly("sap/dm.yaml:2 second.level: expected a number; found \"x\"");
    }

    @Test
    void aliasBombIsUnsafe() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 24; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertThat(YamlDocument.parse(bomb.toString(), "x.yaml", complaints)).isEmpty();
        assertThat(complaints.hasUnsafe()).isTrue();
    }

    @Test
    void aliasThatContainsItselfIsUnsafe() {
        assertThat(YamlDocument.parse("a: &a [*a]", "x.yaml", complaints)).isEmpty();
        assertThat(complaints.lines()).containsExactly("x.yaml:1 a[0]: the alias *a contains itself");
        assertThat(complaints.hasUnsafe()).isTrue();
    }

    @Test
    void undefinedAliasIsRejected() {
        rejects("a: *b", "sap/dm.yaml:1 a: no anchor for the alias *b");
    }

    @Test
    void syntaxErrorHasItsLine() {
        assertThat(YamlDocument.parse("a: 1\n\tb: 2\n", "x.yaml", complaints)).isEmpty();
        assertThat(complaints.lines().get(0))
                .startsWith("x.yaml:2: not YAML:")
                .endsWith("Indent with blanks, not with tabs.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "---\n", "- a\n- b\n", "text"})
    void rootWithoutFieldsIsRejected(String text) {
        assertThat(YamlDocument.parse(text, "x.yaml", complaints)).isEmpty();
        assertThat(complaints.count()).isEqualTo(1);
    }

    @Test
    void invalidUtf8IsRejectedWithItsOffset() {
        byte[] bytes = "a: b\nc: X".getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xE9;
        assertThat(YamlDocument.parse(bytes, "x.yaml", complaints)).isEmpty();
        assertThat(complaints.lines())
                .containsExactly("x.yaml:2: byte 8 of the file is not UTF-8. Save the file as UTF-8.");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstKey() {
        assertThat(root("\uFEFFid: x").text("id")).isEqualTo("x");
    }

    @Test
    void controlCharactersAreRejected() {
        rejects("a: 1\nb: \u0001\n", "sap/dm.yaml:2: character U+0001 is not allowed in YAML. Remove it.");
    }

    @Test
    void largeFilesAreUnsafe(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x.yaml");
        Files.writeString(file, "a: " + "x".repeat(YamlDocument.LARGEST));
        assertThat(YamlDocument.read(file, "x.yaml", complaints)).isEmpty();
        assertThat(complaints.hasUnsafe()).isTrue();
        assertThat(YamlDocument.read(folder, "folder", complaints)).isEmpty();
        assertThat(YamlDocument.read(folder.resolve("none.yaml"), "none.yaml", complaints))
                .isEmpty();
        assertThat(complaints.count()).isEqualTo(3);
    }

    @Test
    void otherYamlVersionIsRejected() {
        rejects("%YAML 1.1\n---\na: 1\n", "sap/dm.yaml:1: expected YAML 1.2; found 1.1. Remove the %YAML line.");
    }

    @Test
    void complaintsBeyondTheLimitAreCounted() {
        for (int i = 0; i < Complaints.LIMIT + 7; i++) {
            complaints.add(Place.of("x"), "wrong", "");
        }
        List<String> lines = complaints.lines();
        assertThat(lines).hasSize(Complaints.LIMIT + 1);
        assertThat(lines.get(Complaints.LIMIT)).isEqualTo("… and 7 more");
    }

    @Test
    void damagedTextGivesATreeOrAComplaintAndNothingElse() {
        String good =
                "study: &s {id: \"x\", title: 'y'}\nsets:\n  - id: fas\n    where: {FASFL: Y}\n  - *s\ntext: |\n  a\n";
        Random random = new Random(1);
        String alphabet = "{}[]:,&*!|>'\"%@`#- \n\t?~\u0000é";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int k = 0; k < 1 + random.nextInt(4); k++) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Complaints heard = new Complaints();
            Optional<YamlMapping> root = YamlDocument.parse(text.toString(), "x.yaml", heard);
            assertThat(root.isEmpty()).isEqualTo(!heard.isEmpty());
        }
    }

    @Test
    void suggestionsForgiveSwapsAndCaseButNotOtherWords() {
        assertThat(Suggestion.nearest("cmhh", List.of("ancova", "cmh"))).contains("cmh");
        assertThat(Suggestion.nearest("avalc", List.of("AVISIT", "AVAL"))).contains("AVAL");
        assertThat(Suggestion.nearest("agnes", List.of("USUBJID"))).isEmpty();
        assertThat(Suggestion.distance("abcd", "acbd")).isEqualTo(1);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    }
}
