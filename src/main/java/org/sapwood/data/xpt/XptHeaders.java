package org.sapwood.data.xpt;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataRejected;

/**
 * Walks the 80-byte records of a transport file and finds its datasets. Layout after SAS TS-140 (version 5: NAMESTR
 * records of 140 bytes, 136 on VAX) and TS-140-2 (version 8: long names and labels, a declared number of observations).
 * Nothing is allocated before its size is checked against the bytes that are there.
 */
final class XptHeaders {

    static final int CARD = 80;
    private static final int MOST_VARIABLES = 5_000;
    private static final int LONGEST_RECORD = 1 << 24;
    private static final String LEAD = "HEADER RECORD*******";
    private static final String TAIL = "HEADER RECORD!!!!!!!";

    private final DataFile file;
    private final byte[] bytes;
    private final Charset charset;
    private int at;

    XptHeaders(DataFile file, Charset charset) {
        this.file = file;
        this.bytes = file.bytes();
        this.charset = charset;
    }

    List<XptMember> members() {
        if (bytes.length == 0) {
            throw wrong("the file is empty (0 bytes)", "Send it again.");
        }
        if (!isHeader(0, "LIBRARY ") && !isHeader(0, "LIBV8   ")) {
            throw wrong("this is no SAS transport file: its library header is missing", "Check the file's format.");
        }
        if (bytes.length % CARD != 0) {
            throw wrong(
                    "expected a multiple of 80 bytes; found " + bytes.length + " = " + bytes.length / CARD + " × 80 + "
                            + bytes.length % CARD,
                    "The file is cut off or damaged; send it again in binary mode.");
        }
        at = 3 * CARD;
        List<XptMember> members = new ArrayList<>();
        while (at < bytes.length) {
            members.add(member());
        }
        if (members.isEmpty()) {
            throw wrong("the file holds no dataset", "Send it again.");
        }
        return members;
    }

    private XptMember member() {
        boolean version8 = isHeader(at, "MEMBV8  ");
        if (!version8 && !isHeader(at, "MEMBER  ")) {
            throw wrong("expected a dataset header at byte " + at + "; found other bytes", "The file is damaged.");
        }
        int namestrLength = (int) digits(at + 74, 4);
        if (namestrLength != 140 && namestrLength != 136) {
            throw wrong("expected variable descriptions of 140 or 136 bytes; found " + namestrLength, "");
        }
        at += CARD;
        require(at, 3 * CARD, "dataset header");
        expectHeader(version8 ? "DSCPTV8 " : "DSCRPTR ");
        String name = text(at + 8, version8 ? 32 : 8);
        String label = text(at + CARD + 32, 40);
        at += 2 * CARD;
        require(at, CARD, "variable header");
        long count = digits(at + 48, 10);
        expectHeader(version8 ? "NAMSTV8 " : "NAMESTR ");
        if (count > MOST_VARIABLES) {
            throw new DataRejected(DataComplaint.unsafe(
                    file.name(), "expected at most " + MOST_VARIABLES + " variables; found " + count));
        }
        require(at, count * namestrLength, "variable descriptions");
        List<XptVariable> variables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            variables.add(namestr(at + i * namestrLength, version8));
        }
        at += cards((int) count * namestrLength);
        if (version8) {
            longLabels(variables);
        }
        require(at, CARD, "observation header");
        long declared = version8 ? declaredRows(at + 48) : -1;
        expectHeader(version8 ? "OBSV8   " : "OBS     ");
        int start = at;
        while (at < bytes.length && !isHeader(at, "MEMBER  ") && !isHeader(at, "MEMBV8  ")) {
            at += CARD;
        }
        return new XptMember(name, label, variables, start, at, declared);
    }

    private XptVariable namestr(int offset, boolean version8) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int type = in.getShort(offset);
        int length = in.getShort(offset + 4);
        int position = in.getInt(offset + 84);
        String longName = version8 ? text(offset + 88, 32) : "";
        String name = longName.isEmpty() ? text(offset + 8, 8) : longName;
        if (type != 1 && type != 2) {
            throw wrong("variable \"" + name + "\": expected type 1 or 2; found " + type, "The file is damaged.");
        }
        boolean numeric = type == 1;
        if (length < (numeric ? 2 : 1) || (numeric && length > 8)) {
            throw wrong("variable \"" + name + "\": impossible length " + length, "The file is damaged.");
        }
        if (position < 0 || position > LONGEST_RECORD) {
            throw new DataRejected(
                    DataComplaint.unsafe(file.name(), "variable \"" + name + "\": impossible position " + position));
        }
        return new XptVariable(
                numeric ? XptVariable.Type.NUMERIC : XptVariable.Type.CHARACTER,
                length,
                position,
                name,
                text(offset + 16, 40),
                text(offset + 56, 8),
                Math.max(0, in.getShort(offset + 64)),
                Math.max(0, in.getShort(offset + 66)));
    }

    /** The section between descriptions and observations that holds names, labels and formats too long for version 5. */
    private void longLabels(List<XptVariable> variables) {
        boolean withFormats = isHeader(at, "LABELV9 ");
        if (!withFormats && !isHeader(at, "LABELV8 ")) {
            return;
        }
        long count = digits(at + 48, 32);
        at += CARD;
        int begin = at;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (long i = 0; i < count; i++) {
            int fixed = withFormats ? 10 : 6;
            require(at, fixed, "long labels");
            int number = in.getShort(at);
            int nameLength = in.getShort(at + 2);
            int labelLength = in.getShort(at + 4);
            int formatLength = withFormats ? in.getShort(at + 6) : 0;
            int informatLength = withFormats ? in.getShort(at + 8) : 0;
            if (number < 1
                    || number > variables.size()
                    || (nameLength | labelLength | formatLength | informatLength) < 0) {
                throw wrong("the section of long labels is damaged at byte " + at, "");
            }
            at += fixed;
            require(at, (long) nameLength + labelLength + formatLength + informatLength, "long labels");
            XptVariable old = variables.get(number - 1);
            String name = nameLength == 0 ? old.name() : text(at, nameLength);
            String label = text(at + nameLength, labelLength);
            variables.set(
                    number - 1,
                    new XptVariable(
                            old.type(),
                            old.length(),
                            old.position(),
                            name,
                            label,
                            old.format(),
                            old.width(),
                            old.decimals()));
            at += nameLength + labelLength + formatLength + informatLength;
        }
        at = begin + cards(at - begin);
    }

    private long declaredRows(int offset) {
        String field = new String(bytes, offset, 32, StandardCharsets.ISO_8859_1).strip();
        int end = 0;
        while (end < field.length() && end < 15 && Character.isDigit(field.charAt(end))) {
            end++;
        }
        long rows = end == 0 ? 0 : Long.parseLong(field.substring(0, end));
        return rows == 0 ? -1 : rows; // some writers leave it zero
    }

    private boolean isHeader(int offset, String kind) {
        if (offset >= bytes.length || bytes[offset] != 'H') {
            return false;
        }
        String expected = LEAD + kind + TAIL;
        return offset + CARD <= bytes.length
                && new String(bytes, offset, expected.length(), StandardCharsets.ISO_8859_1).equals(expected);
    }

    private void expectHeader(String kind) {
        if (!isHeader(at, kind)) {
            throw wrong("expected the header \"" + kind.strip() + "\" at byte " + at + "; found other bytes", "");
        }
        at += CARD;
    }

    private void require(int offset, long length, String what) {
        if (length > bytes.length - offset) {
            throw wrong(
                    "the file ends within its " + what + ": expected " + length + " bytes at byte " + offset
                            + "; found " + (bytes.length - offset),
                    "The file is cut off; send it again.");
        }
    }

    private long digits(int offset, int length) {
        long value = 0;
        for (int i = offset; i < offset + length && i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                value = Math.min(value * 10 + bytes[i] - '0', Integer.MAX_VALUE);
            }
        }
        return value;
    }

    private String text(int offset, int length) {
        return XptText.decode(file, bytes, offset, length, charset, 0).strip();
    }

    private DataRejected wrong(String problem, String remedy) {
        return new DataRejected(DataComplaint.of(file.name(), problem, remedy));
    }

    static int cards(int length) {
        return (length + CARD - 1) / CARD * CARD;
    }
}
