package org.sapwood.typeset;

/** The body of one display, broken into pages; a page is made when it is asked for, so long listings cost no memory. */
interface Setting {
    /** {@return the number of pages, at least 1} */
    int pages();

    /**
     * Draws the body of one page.
     *
     * @param page from 0
     */
    void draw(int page, Sheet sheet);
}
