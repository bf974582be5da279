package io.careloop.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of text, or a link in it. */
record TextPiece(String text, boolean link) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]，。；：！？）」』]");

    /** The text cut at its links; all pieces together are the text. */
    static List<TextPiece> of(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            if (link.start() > end) {
                pieces.add(new TextPiece(text.substring(end, link.start()), false));
            }
            pieces.add(new TextPiece(link.group(), true));
            end = link.end();
        }
        if (end < text.length()) {
            pieces.add(new TextPiece(text.substring(end), false));
        }
        return pieces;
    }
}
