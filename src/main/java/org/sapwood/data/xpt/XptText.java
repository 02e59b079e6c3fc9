package org.sapwood.data.xpt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataRejected;

/** Character values of a transport file: fixed length, filled up with blanks, in ASCII unless declared otherwise. */
final class XptText {

    private XptText() {}

    /**
     * Decodes one value without the blanks at its end.
     *
     * @param file the file, for the message
     * @param bytes its bytes
     * @param offset where the value begins
     * @param length its bytes
     * @param charset the character set of what is not ASCII
     * @param record the record it belongs to, from 1; 0 for a header
     * @return the text
     */
    static String decode(DataFile file, byte[] bytes, int offset, int length, Charset charset, int record) {
        int end = offset + length;
        while (end > offset && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        boolean ascii = true;
        for (int i = offset; i < end && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, end - offset))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw new DataRejected(DataComplaint.at(
                    file.name(),
                    record == 0 ? "header" : "record " + record,
                    "",
                    "found bytes that are not " + charset.name() + " at byte " + offset,
                    "Declare the file's encoding, for example windows-1252."));
        }
    }
}
