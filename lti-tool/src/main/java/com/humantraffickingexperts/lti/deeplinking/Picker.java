package com.humantraffickingexperts.lti.deeplinking;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;

/** Puts the list of modules together. */
@Component
class Picker {

	private final OfferedModules modules;

	Picker(OfferedModules modules) {
		this.modules = modules;
	}

	/**
	 * The list as somebody filtered it.
	 * @param choosing who chooses, and for what
	 * @param filters what narrows the list
	 * @param selection what is chosen so far
	 * @param problem what is wrong with it; a key of the messages, or null
	 * @return the view
	 */
	PickerView view(Choosing choosing, Filters filters, Selection selection, @Nullable String problem) {
		CurrentLaunch launch = choosing.launch();
		List<ModuleEntry> offered = this.modules.in(launch)
			.stream()
			.map((module) -> ModuleEntry.of(module, selection.modules().contains(module.id())))
			.toList();
		List<ModuleEntry> shown = offered.stream().filter((module) -> module.chosen() || filters.lets(module)).toList();
		boolean grades = choosing.takesLineItems() && offered.stream().anyMatch(ModuleEntry::graded);
		return new PickerView(choosing.placing(), choosing.several(), choosing.course(), choosing.platform(),
				(launch.link() == null) ? null : launch.link().title(), notice(choosing), present(choosing),
				effect(choosing), grades, selection.withoutGrade(), shown, offered.size(), filters,
				FilterChoices.of(offered), problem, launch.presentation().returnUrl(), choosing.path(""));
	}

	/**
	 * What is chosen before anybody chose: the module that the activity has, when the
	 * platform asks again for one that it placed. Moodle then offers its title.
	 */
	Selection present(CurrentLaunch launch) {
		return new Selection(presentModule(launch).map(CoursePackage::id).map(Set::of).orElse(Set.of()), false);
	}

	private Optional<CoursePackage> presentModule(CurrentLaunch launch) {
		List<CoursePackage> offered = this.modules.in(launch);
		DeepLinkingSettings settings = launch.deepLinking();
		String title = (settings == null) ? null : settings.title();
		return offered.stream()
			.filter((module) -> module.id().equals(launch.module()))
			.findFirst()
			.or(() -> offered.stream().filter((module) -> module.title().equals(title)).findFirst());
	}

	private @Nullable String present(Choosing choosing) {
		return presentModule(choosing.launch()).map(CoursePackage::title).orElse(null);
	}

	private @Nullable String notice(Choosing choosing) {
		if (choosing.placing()) {
			return null;
		}
		return "deeplinking.notice." + this.modules.availability(choosing.launch().module());
	}

	private static String effect(Choosing choosing) {
		if (!choosing.placing()) {
			return "deeplinking.effect.LINK";
		}
		return "deeplinking.effect."
				+ (choosing.takesLineItems() ? choosing.launch().family().name() : "WITHOUT_LINE_ITEM");
	}

}
