package io.careloop.modeling.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work that several threads share. */
record Shares(ExecutorService workers, int size) {

    /** A line for each, in their order. */
    <T> List<Line> compared(List<T> part, Function<T, Line> compare) {
        List<Future<List<Line>>> shares = new ArrayList<>();
        for (int at = 0; at < part.size(); at += size) {
            List<T> share = List.copyOf(part.subList(at, Math.min(part.size(), at + size)));
            Callable<List<Line>> work = () -> share.stream().map(compare).toList();
            shares.add(workers.submit(work));
        }
        return shares.stream().flatMap(share -> result(share).stream()).toList();
    }

    private static List<Line> result(Future<List<Line>> share) {
        try {
            return share.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
