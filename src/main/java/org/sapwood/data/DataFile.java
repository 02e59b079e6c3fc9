package org.sapwood.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a file and their digest: what is parsed is what was hashed.
 *
 * @param name the file as messages call it
 * @param bytes its content; not copied, not to be changed
 * @param sha256 the SHA-256 of the content, in lower-case hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // copying a whole dataset would only cost memory
public record DataFile(String name, byte[] bytes, String sha256) {

    /** The greatest size read. */
    public static final long LARGEST = 1L << 30;

    /**
     * Reads a regular file.
     *
     * @param path the file
     * @param name how messages call it
     * @return its bytes
     * @throws DataRejected when it is absent, is no regular file, cannot be read, or is too large
     */
    public static DataFile read(Path path, String name) {
        try {
            if (!Files.isRegularFile(path)) {
                String found = Files.exists(path) ? "something else" : "nothing";
                throw new DataRejected(DataComplaint.of(name, "expected a file; found " + found, "Check the path."));
            }
            if (Files.size(path) > LARGEST) {
                throw new DataRejected(DataComplaint.unsafe(
                        name, "expected at most " + LARGEST + " bytes; found " + Files.size(path)));
            }
            return of(name, Files.readAllBytes(path));
        } catch (NoSuchFileException gone) {
            throw new DataRejected(DataComplaint.of(name, "the file is gone", ""));
        } catch (IOException unreadable) {
            throw new DataRejected(DataComplaint.of(name, "the file cannot be read (" + unreadable + ")", ""));
        }
    }

    /**
     * Bytes that are already in memory.
     *
     * @param name how messages call them
     * @param bytes the content
     * @return the file
     */
    public static DataFile of(String name, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new DataFile(name, bytes, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes, SHA-256 " + sha256 + ")";
    }
}
