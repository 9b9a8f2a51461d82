package com.humantraffickingexperts.lti.learning;

import java.util.Objects;
import java.util.function.BiFunction;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * What learners write for themselves. Only the learner who wrote it is ever shown it, and
 * can delete it at any time.
 */
@Controller
@RequestMapping("/launches/{launch}/learn/reflections/{reflection}")
class ReflectionController {

	private final Visits visits;

	private final Player player;

	ReflectionController(Visits visits, Player player) {
		this.visits = visits;
		this.player = player;
	}

	@GetMapping
	ModelAndView reflection(CurrentLaunch launch, @PathVariable String reflection) {
		Visit visit = this.visits.of(launch);
		return at(visit, reflection, (attempt, here) -> {
			Place place = Place.of(new ReflectionItem(reflection));
			this.player.arrive(visit, attempt, place);
			return LearnerPages.page(visit, attempt, this.player.progress(attempt), place, "reflection",
					ReflectionView.of(visit, here, this.player.written(attempt, here), null, null));
		});
	}

	@PostMapping
	ModelAndView save(CurrentLaunch launch, @PathVariable String reflection, @RequestParam String text,
			@RequestParam int revision) {
		Visit visit = this.visits.of(launch);
		return at(visit, reflection, (attempt, here) -> {
			String written = ReflectionText.of(text);
			ReflectionText.Problem problem = ReflectionText.problem(here, written).orElse(null);
			if (problem == null && !this.player.write(visit, here, revision, written)) {
				problem = ReflectionText.Problem.CHANGED;
			}
			if (problem == null) {
				return LearnerPages.seeOther(path(visit, here) + "#saved");
			}
			ModelAndView again = LearnerPages.page(visit, "reflection",
					ReflectionView.of(visit, here, this.player.written(attempt, here), written, problem));
			again.setStatus((problem == ReflectionText.Problem.CHANGED) ? HttpStatus.CONFLICT
					: HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		});
	}

	/**
	 * Keeps what is typed while the learner is still at it. The page's script sends it,
	 * and reads which revision it made.
	 */
	@PostMapping("/draft")
	ModelAndView keep(CurrentLaunch launch, @PathVariable String reflection, @RequestParam String text,
			@RequestParam int revision) {
		Visit visit = this.visits.of(launch);
		return at(visit, reflection, (attempt, here) -> {
			String written = ReflectionText.of(text);
			if (written.length() > ReflectionText.LONGEST) {
				return LearnerPages.nothing(HttpStatus.UNPROCESSABLE_CONTENT);
			}
			return this.player.keep(visit, here, revision, written)
				.map((now) -> LearnerPages.plain(String.valueOf(now)))
				.orElseGet(() -> LearnerPages.nothing(HttpStatus.CONFLICT));
		});
	}

	@PostMapping("/deletion")
	ModelAndView delete(CurrentLaunch launch, @PathVariable String reflection) {
		Visit visit = this.visits.of(launch);
		return at(visit, reflection, (attempt, here) -> {
			this.player.write(visit, here, 0, null);
			return LearnerPages.seeOther(path(visit, here) + "#saved");
		});
	}

	private ModelAndView at(Visit visit, String id, BiFunction<Attempt, Reflection, ModelAndView> page) {
		if (!visit.module().items().contains(new ReflectionItem(id))) {
			throw new ToolError(WebErrorCode.NOT_FOUND);
		}
		Attempt attempt = this.player.find(visit).orElse(null);
		return (attempt == null) ? LearnerPages.seeOther(visit.path(""))
				: page.apply(attempt, Objects.requireNonNull(visit.module().reflections().get(id)));
	}

	private static String path(Visit visit, Reflection reflection) {
		return Contents.path(visit, new ReflectionItem(reflection.id()));
	}

}
