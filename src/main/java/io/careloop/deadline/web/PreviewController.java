package io.careloop.deadline.web;

import io.careloop.deadline.Interval;
import io.careloop.deadline.LimitPreview;
import io.careloop.deadline.LimitPreview.Preview;
import java.time.Instant;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a limit would end, and what is counted until then. Times are UTC. */
@RestController
@RequestMapping("/api/deadlines/preview")
class PreviewController {

    private final LimitPreview previews;

    PreviewController(LimitPreview previews) {
        this.previews = previews;
    }

    /**
     * Takes {@code calendar} (the default one if absent), {@code clock} ({@code business} or {@code elapsed}), {@code from}
     * (with offset), {@code limit} (ISO 8601: {@code PT2H}, {@code P3D}; days are business days on the business clock) and
     * any number of {@code pause=from/to}. 400 names each of them that cannot be taken.
     */
    @GetMapping
    PreviewView preview(@RequestParam MultiValueMap<String, String> parameters) {
        return PreviewView.of(PreviewQuestion.read(parameters).answer(previews));
    }

    /**
     * @param countedSeconds  length of all that is counted
     * @param calendarVersion revision of the calendar that it was counted by
     */
    record PreviewView(Instant due, long countedSeconds, List<Interval> counted, int calendarVersion) {

        static PreviewView of(Preview preview) {
            return new PreviewView(
                    preview.due(),
                    preview.countedTime().toSeconds(),
                    preview.counted(),
                    preview.calendar().revision());
        }
    }
}
