package io.careloop.insight;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work that is so much that all cores are put to it. */
public final class Workers {

    private static final int MOST = 8;

    /** As many as there are cores. */
    public static int count() {
        return Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Returns when all shares are done.
     *
     * @param share  takes the number of the worker, from 0
     * @param failed what to say if one of them fails
     */
    public static void share(IntConsumer share, String failed) {
        ExecutorService pool = Executors.newFixedThreadPool(count());
        try {
            List<? extends Future<?>> shares = IntStream.range(0, count())
                    .mapToObj(worker -> pool.submit(() -> share.accept(worker)))
                    .toList();
            for (Future<?> done : shares) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(failed, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdown();
        }
    }

    private Workers() {}
}
