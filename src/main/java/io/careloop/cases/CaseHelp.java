package io.careloop.cases;

import java.util.Set;

/**
 * Who helps with a case for a while without being given it, and sees it for as long. All beans of this type are asked.
 */
public interface CaseHelp {

    boolean helps(CaseReference reference, Reader reader);

    /** The cases that {@link #helps} tells of. */
    Set<CaseReference> helpedBy(Reader reader);

    /** Key of the process whose tasks let nobody see their case any more once they are done. */
    String process();
}
