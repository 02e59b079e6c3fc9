package org.sapwood.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sapwood.display.Report;

/** What every output format keeps. */
class RendererContractTest {
    private static final Report SAMPLE = SampleReport.report();

    static List<Renderer> renderers() {
        return Renderers.all();
    }

    @Test
    void fileNamesAreUnique() {
        assertThat(Renderers.all()).extracting(Renderer::fileName).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void theSameReportGivesTheSameBytes(Renderer renderer) throws IOException {
        assertThat(Arrays.equals(bytes(renderer), bytes(renderer))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void localeAndTimeZoneOfTheMachineChangeNothing(Renderer renderer) throws IOException {
        byte[] here = bytes(renderer);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(Arrays.equals(bytes(renderer), here)).isTrue();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void theStreamIsLeftOpen(Renderer renderer) throws IOException {
        boolean[] closed = {false};
        renderer.write(SAMPLE, new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isFalse();
    }

    private static byte[] bytes(Renderer renderer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(SAMPLE, out);
        return out.toByteArray();
    }
}
