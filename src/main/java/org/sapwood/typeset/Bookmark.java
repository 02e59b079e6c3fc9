package org.sapwood.typeset;

import java.util.List;

/**
 * An entry of the tree of bookmarks.
 *
 * @param title as shown
 * @param anchor the {@link Mark.Anchor} it leads to
 * @param below the entries under it
 */
public record Bookmark(String title, String anchor, List<Bookmark> below) {}
