package io.careloop.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many a minute for each key; what was not used is not saved up. */
class RateLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KEYS = 100_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KEYS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    RateLimit(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
    }

    /** Takes one. Zero if it was allowed, else how long to wait until the next is. */
    Duration take(String key) {
        return Duration.ofNanos(bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** The same without taking it. */
    Duration look(String key) {
        return Duration.ofNanos(bucket(key).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
