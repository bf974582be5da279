package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * How long a page takes, in milliseconds.
 *
 * @param sorted of each question
 */
record PageTimes(List<Long> sorted) {

    private static final int QUESTIONS = 100;
    private static final int WARM_UP = 10;

    /**
     * Each reader asks again as soon as the answer is there; all together ask so often.
     *
     * @param readers signed in, each in a browser of their own
     * @param paths   asked for by turns
     */
    static PageTimes of(List<Browser> readers, List<String> paths) throws Exception {
        BlockingQueue<Browser> idle = new LinkedBlockingQueue<>(readers);
        ExecutorService threads = Executors.newFixedThreadPool(readers.size());
        try {
            List<Future<Long>> asked = new ArrayList<>();
            for (int i = 0; i < WARM_UP + QUESTIONS; i++) {
                String path = paths.get(i % paths.size());
                asked.add(threads.submit(() -> ask(idle, path)));
            }
            List<Long> times = new ArrayList<>();
            for (Future<Long> answer : asked.subList(WARM_UP, asked.size())) {
                times.add(answer.get());
            }
            Collections.sort(times);
            return new PageTimes(times);
        } finally {
            threads.shutdown();
        }
    }

    private static long ask(BlockingQueue<Browser> idle, String path) throws Exception {
        Browser reader = idle.take();
        try {
            long begin = System.nanoTime();
            HttpResponse<String> page = reader.look(path);
            long took = (System.nanoTime() - begin) / 1_000_000;
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            return took;
        } finally {
            idle.add(reader);
        }
    }

    long median() {
        return at(50);
    }

    long p95() {
        return at(95);
    }

    private long at(int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
