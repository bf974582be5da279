/** How often, how long, how well: figures of nodes and of the service, exact over years of cases. */
package io.careloop.insight.figures;
