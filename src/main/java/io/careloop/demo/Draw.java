package io.careloop.demo;

import java.util.List;
import java.util.Random;

/** Chance that comes out the same for the same seed and the same name, whatever was drawn before. */
class Draw {

    private final Random random;

    Draw(long seed, String name) {
        Random mixed = new Random(seed * 31 + name.hashCode());
        this.random = new Random(mixed.nextLong());
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    int number(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
