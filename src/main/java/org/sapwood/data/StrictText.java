package org.sapwood.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns the bytes of a text file into characters without replacing any: what does not decode is refused. */
public final class StrictText {

    private StrictText() {}

    /**
     * Decodes a file. A UTF-8 byte order mark is no part of the text.
     *
     * @param file the bytes
     * @param encoding the declared character set, or empty for UTF-8
     * @return the text
     * @throws DataRejected with the offset of the first byte that does not decode
     */
    public static String decode(DataFile file, Optional<String> encoding) {
        byte[] bytes = file.bytes();
        Charset charset = charset(file.name(), encoding.orElse("UTF-8"));
        if (encoding.isEmpty() && bytes.length > 1 && isUtf16Mark(bytes[0] & 0xFF, bytes[1] & 0xFF)) {
            throw new DataRejected(DataComplaint.of(
                    file.name(), "expected UTF-8; found a UTF-16 byte order mark", "Declare encoding: UTF-16."));
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            long line = 1 + out.flip().chars().filter(c -> c == '\n').count();
            throw new DataRejected(DataComplaint.at(
                    file.name(),
                    "line " + line,
                    "",
                    "byte " + in.position() + " of the file is not " + charset.name(),
                    "Save the file as UTF-8, or declare its encoding."));
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * A character set by name.
     *
     * @param file the file it is declared for
     * @param name the name
     * @return the character set
     * @throws DataRejected when there is none of that name
     */
    public static Charset charset(String file, String name) {
        try {
            return name.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new DataRejected(DataComplaint.of(file, "unknown encoding \"" + name + "\"", "For example UTF-8."));
        }
    }

    private static boolean isUtf16Mark(int first, int second) {
        return (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    }
}
