package org.sapwood.yaml;

/**
 * Where something stands in a file.
 *
 * @param file the file as the reader of a message knows it
 * @param line the line, from 1; 0 when the whole file is meant
 * @param column the column, from 1; 0 when the whole line is meant
 * @param path the way from the root, for example {@code analyses[0].method}; empty at the root
 */
public record Place(String file, int line, int column, String path) {

    /**
     * A whole file.
     *
     * @param file the file
     * @return the place
     */
    public static Place of(String file) {
        return new Place(file, 0, 0, "");
    }

    /**
     * The same line and column under another path.
     *
     * @param newPath the path
     * @return the place
     */
    public Place withPath(String newPath) {
        return new Place(file, line, column, newPath);
    }

    /** {@return the path of a field of the mapping that stands here}
     *
     * @param key the field
     */
    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** {@return the path of an item of the sequence that stands here}
     *
     * @param index the item, from 0
     */
    String pathOf(int index) {
        return path + "[" + index + "]";
    }

    /** {@return {@code file:line path}, as messages begin} */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (path.isEmpty() ? "" : " " + path);
    }
}
