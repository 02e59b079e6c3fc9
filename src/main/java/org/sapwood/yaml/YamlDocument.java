package org.sapwood.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One YAML 1.2 file, read strictly: UTF-8 of at most 1 MiB, one document whose root has fields, no key twice, no tag, at
 * most {@value YamlTree#DEEPEST} levels and {@value YamlTree#MOST_ALIASES} aliases.
 */
public final class YamlDocument {

    /** The greatest size in bytes. */
    public static final int LARGEST = 1 << 20;

    private YamlDocument() {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @param name how messages call it
     * @param complaints where everything wrong with it goes
     * @return the root, or empty when the text is no acceptable YAML; then there is at least one complaint
     */
    public static Optional<YamlMapping> read(Path path, String name, Complaints complaints) {
        try {
            if (!Files.isRegularFile(path)) {
                complaints.add(
                        Place.of(name), "expected a file; found " + (Files.exists(path) ? "none" : "nothing"), "");
                return Optional.empty();
            }
            if (Files.size(path) > LARGEST) {
                return tooLarge(Files.size(path), name, complaints);
            }
            return parse(Files.readAllBytes(path), name, complaints);
        } catch (IOException unreadable) {
            complaints.add(Place.of(name), "the file cannot be read (" + unreadable + ")", "");
            return Optional.empty();
        }
    }

    /**
     * Reads text that is already in memory.
     *
     * @param text the YAML
     * @param name how messages call it
     * @param complaints where everything wrong with it goes
     * @return the root, or empty when the text is no acceptable YAML; then there is at least one complaint
     */
    public static Optional<YamlMapping> parse(String text, String name, Complaints complaints) {
        return parse(text.getBytes(StandardCharsets.UTF_8), name, complaints);
    }

    /**
     * Reads bytes that are already in memory.
     *
     * @param bytes the YAML in UTF-8, with or without byte order mark
     * @param name how messages call it
     * @param complaints where everything wrong with it goes
     * @return the root, or empty when the text is no acceptable YAML; then there is at least one complaint
     */
    public static Optional<YamlMapping> parse(byte[] bytes, String name, Complaints complaints) {
        if (bytes.length > LARGEST) {
            return tooLarge(bytes.length, name, complaints);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String decoded = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) decoded.chars().filter(c -> c == '\n').count();
            complaints.add(
                    new Place(name, line, 0, ""),
                    "byte " + in.position() + " of the file is not UTF-8",
                    "Save the file as UTF-8.");
            return Optional.empty();
        }
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        return new YamlTree(name, complaints).build(text);
    }

    private static Optional<YamlMapping> tooLarge(long size, String name, Complaints complaints) {
        complaints.add(new Complaint(
                Complaint.Kind.UNSAFE,
                Place.of(name),
                "expected at most " + LARGEST + " bytes; found " + size,
                "Split the file."));
        return Optional.empty();
    }
}
