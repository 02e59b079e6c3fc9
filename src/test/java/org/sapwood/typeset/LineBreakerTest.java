package org.sapwood.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final FontMetrics METRICS = new TrueTypeMetrics();
    private final LineBreaker breaker = new LineBreaker(METRICS, Face.REGULAR, 9);

    @Test
    void whatFitsIsLeftAsItIs() {
        assertThat(breaker.lines("one line", 100)).containsExactly("one line");
        assertThat(breaker.lines("", 100)).containsExactly("");
    }

    @Test
    void noLineIsWiderThanItsRoomAndNoWordIsLost() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("a");
            for (int i = 0; i < 40; i++) {
                text.append(random.nextInt(6) == 0 ? " " : String.valueOf((char) ('a' + random.nextInt(26))));
            }
            double first = 20 + random.nextInt(80);
            double others = 20 + random.nextInt(80);
            List<String> lines = breaker.lines(text.toString(), first, others);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(breaker.width(lines.get(i))).isLessThanOrEqualTo(i == 0 ? first : others);
            }
            assertThat(String.join("", lines).replace(" ", ""))
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }

    @Test
    void lineFeedsBreakAndOtherControlCharactersBecomeBlanks() {
        assertThat(breaker.lines("a\nb\tc\r\nd", 100)).containsExactly("a", "b c", "d");
    }

    @Test
    void blanksAtTheBeginningAreKept() {
        assertThat(breaker.lines("Class\n  Term", 100)).containsExactly("Class", "  Term");
    }

    @Test
    void anUnbreakableWordIsCutRatherThanClipped() {
        assertThat(breaker.lines("W".repeat(30), 50))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(breaker.width(line)).isLessThanOrEqualTo(50));
    }

    @Test
    void aMissingGlyphIsNamedWithItsText() {
        assertThatThrownBy(() -> breaker.width("α 中文"))
                .isInstanceOf(MissingGlyphException.class)
                .hasMessageContaining("U+4E2D")
                .hasMessageContaining("U+6587")
                .hasMessageContaining("α 中文");
    }

    @Test
    void theSignsOfTheFieldHaveGlyphs() {
        assertThat(METRICS.width(Face.REGULAR, 9, "≥ ≤ ± µ ² × – — α β χ † ‡ § é ü ş … − < >"))
                .isPositive();
    }

    @Test
    void digitsOfAFaceAreEquallyWide() {
        for (Face face : Face.values()) {
            for (char digit = '1'; digit <= '9'; digit++) {
                assertThat(METRICS.width(face, 9, String.valueOf(digit))).isEqualTo(METRICS.width(face, 9, "0"));
            }
        }
    }
}
