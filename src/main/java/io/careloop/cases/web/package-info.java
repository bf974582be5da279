/** The staff's case pages, and the look that pages of other modules share with them. */
@NamedInterface("web")
package io.careloop.cases.web;

import org.springframework.modulith.NamedInterface;
