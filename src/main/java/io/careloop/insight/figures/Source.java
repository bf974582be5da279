package io.careloop.insight.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Adds up what happened, straight from the rows. */
interface Source {

    boolean knows(String subject);

    Map<Cell, Tally> gather(Wanted wanted);

    /** An item of cases of one category, team and channel; {@code ""} for none. */
    record Cell(Item item, String category, String team, String channel) {

        /** @param row with columns of these names */
        static Cell of(Item item, ResultSet row) throws SQLException {
            return new Cell(item, row.getString("category"), row.getString("team"), row.getString("channel"));
        }
    }
}
