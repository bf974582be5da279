package io.careloop.modeling.replay;

import java.util.List;
import java.util.Map;

/**
 * How a case went in the sandbox.
 *
 * @param passed     nodes in their order
 * @param stuck      why it did not come to its end; null if it did
 * @param messages   that the customer would have got, and how many times each
 * @param called     ids of the recorded instances that were called again
 */
record Played(List<Way.Passed> passed, Stuck stuck, Map<String, Integer> messages, List<String> called) {

    /**
     * @param node   at which it stands
     * @param code   of the reason
     * @param detail of the reason; "" for none
     */
    record Stuck(String node, String code, String detail) {}
}
