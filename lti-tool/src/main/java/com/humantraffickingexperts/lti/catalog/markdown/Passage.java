package com.humantraffickingexperts.lti.catalog.markdown;

/**
 * The words of a paragraph, a heading or a cell, without marks.
 *
 * @param line the line of the file on which it begins
 * @param text its words
 * @param prose whether it is made of sentences
 * @param quoted whether the words are somebody else's
 * @param cited whether it names a source
 */
public record Passage(int line, String text, boolean prose, boolean quoted, boolean cited) {
}
